/**
 * `npm run fit:background`: counts in how many articles each English term occurs and writes the file that the package
 * ships, src/fingerprint/background.en.data.json, bit for bit the same from the same corpora. Counts the tune part of
 * the bulk corpora only, each distinct text once, as the command would read it.
 */
import { writeFileSync } from 'node:fs';
import { DEFAULTS } from '../../src/config/defaults.ts';
import { extract } from '../../src/extract/extract.ts';
import { type Counted, countCorpus } from '../../src/fingerprint/corpusStats.ts';
import { digest } from '../../src/fingerprint/digest.ts';
import { encodeTermCounts } from '../../src/fingerprint/termCounts.ts';
import { countTerms, termSequence } from '../../src/fingerprint/terms.ts';
import { type Corpus, corporaFolder, loadCorpora } from '../eval/corpora.ts';
import { articleTexts } from '../eval/write.ts';

const FILE = 'src/fingerprint/background.en.data.json';
/** British and American news, and the agency style of notices and tables. */
const SOURCES: readonly string[] = ['bbc2225', 'huffpost-bulk', 'reuters21578'];
const LANGUAGE = 'en';
/**
 * Rarer terms are left out: two in three of all terms, most of them names and misprints, whose weight is at the top of
 * the scale whether they are known or not (ln of 13,000 / 2.5 against 13,000 / 0.5: 8.6 against 10.2).
 */
const LEAST = 3;

/** Which lines recur is a matter of the folder, and not shipped. */
const NO_LINES: Float64Array = new Float64Array();

const folder = corporaFolder(undefined);
if (folder === undefined) {
  process.stderr.write('fit: no corpora here: name their folder by DEDUPE_CORPORA (docs/evaluation.md)\n');
  process.exitCode = 2;
} else {
  const sources = loadCorpora(folder).filter(({ name }) => SOURCES.includes(name));
  const { documents, documentFrequency } = countCorpus((await Promise.all(sources.map(tuneArticles))).flat());
  const kept = new Map([...documentFrequency].filter(([, frequency]) => frequency >= LEAST));
  const bytes = encodeTermCounts({ documents, documentFrequency: kept });
  const content = {
    what: 'In how many articles each English term occurs; scripts/fit/background.ts made it, src/fingerprint/background.ts reads it.',
    command: 'npm run fit:background',
    sources: SOURCES.map((name) => `${name}, tune part`),
    documents,
    terms: kept.size,
    leastFrequency: LEAST,
    data: Buffer.from(bytes).toString('base64'),
  };
  writeFileSync(FILE, `${JSON.stringify(content, null, 2)}\n`);
  process.stderr.write(
    `${FILE}: ${documents} articles, ${kept.size} of ${documentFrequency.size} terms, ${bytes.length} bytes\n`,
  );
}

/** What counting needs of a corpus' tune articles that are in the language. */
async function tuneArticles(corpus: Corpus): Promise<Counted[]> {
  const docs = new Map([...corpus.docs].filter(([, { part }]) => part === 'tune'));
  const counted: Counted[] = [];
  for (const [path, text] of articleTexts({ ...corpus, docs }, true)) {
    const article = await extract({ source: { id: path, path, format: 'text' }, bytes: Buffer.from(text) }, DEFAULTS);
    if ('reason' in article || article.language !== LANGUAGE) continue;
    const fingerprint = { digest: digest(article.words.hashes), terms: countTerms(termSequence(article)).terms };
    counted.push({ fingerprint, lineHashes: NO_LINES });
  }
  return counted;
}
