/**
 * `npm run eval:guarantee`: forces each path of the candidate search over real articles and holds what it finds against
 * brute force over all pairs; with --docs, the tables go into docs/benchmarks.md too. Ends with 1 if a guarantee is broken, with 2 if the corpora are not here.
 */
import { parseArgs } from 'node:util';
import { completeSettings } from '../../src/config/completeSettings.ts';
import { extract } from '../../src/extract/extract.ts';
import { fingerprint } from '../../src/fingerprint/fingerprint.ts';
import { idOf, newsArticles } from '../bench/articles.ts';
import { corporaFolder } from './corpora.ts';
import { judgeGuarantee, type Sample, type Verdict } from './judgeGuarantee.ts';
import { fillPage, markdownTable } from './markdown.ts';
import { type Doc, readCorpora } from './read.ts';

/** The corpora, and how many of their articles: brute force is quadratic. */
const CORPORA: readonly (readonly [name: string, articles: number])[] = [
  ['bbc2225', Infinity],
  ['reuters21578', 5000],
  ['huffpost-bulk', 3000],
];

const THRESHOLDS = [0.3, 0.5, 0.7, 0.9];

const PAGE = 'docs/benchmarks.md';

const { values: options } = parseArgs({
  options: { corpora: { type: 'string' }, docs: { type: 'boolean', default: false } },
});
const tables: string[] = [];
const folder = corporaFolder(options.corpora);
if (folder === undefined) {
  process.stderr.write('eval:guarantee: no corpora here: name their folder by --corpora or DEDUPE_CORPORA\n');
  process.exitCode = 2;
} else {
  const present = readCorpora(folder);
  const absent = CORPORA.filter(([name]) => !present.some((corpus) => corpus.name === name));
  if (absent.length > 0) process.stderr.write(`eval:guarantee: absent: ${absent.map(([name]) => name).join(', ')}\n`);
  // Real archives hold few copies at each threshold; made-up ones have hundreds, at known edit levels.
  const broken = tell('made-up articles', distinct((await Promise.all(madeUp().map(sample))).flat()));
  for (const [name, articles] of CORPORA) {
    const docs = present.find((corpus) => corpus.name === name)?.docs.slice(0, articles) ?? [];
    if (docs.length > 0) broken.push(...tell(name, distinct((await Promise.all(docs.map(sample))).flat())));
  }
  process.stdout.write(broken.length === 0 ? 'Every guarantee holds.\n' : `BROKEN: ${broken.join('; ')}\n`);
  if (options.docs && absent.length === 0) fillPage(PAGE, { guarantee: tables.join('\n\n') });
  process.exitCode = broken.length > 0 ? 1 : absent.length > 0 ? 2 : 0;
}

/** Prints what was found, and gives what is broken. */
function tell(name: string, samples: readonly Sample[]): string[] {
  const verdicts = judgeGuarantee(samples, THRESHOLDS);
  const row = ({ what, pairs, missed, mayMiss, invented, complete, holds }: Verdict): string[] => [
    what,
    ...[String(pairs), String(missed), String(mayMiss), String(invented ?? ''), complete ? '' : 'capped'],
    holds ? 'holds' : 'BROKEN',
  ];
  const table = markdownTable([['', 'pairs', 'missed', 'may miss', 'invented', '', ''], ...verdicts.map(row)]);
  const text = `${name}, ${samples.length} distinct articles\n\n${table}`;
  process.stdout.write(`${text}\n\n`);
  tables.push(text);
  return verdicts.filter(({ holds }) => !holds).map(({ what }) => `${name}: ${what}`);
}

async function sample({ id, text }: Doc): Promise<Sample[]> {
  const source = { id, path: id, format: 'text' } as const;
  const article = await extract({ source, bytes: Buffer.from(text) }, completeSettings({}, '.').extract);
  return 'reason' in article ? [] : [{ fingerprint: fingerprint(article, null), words: article.words.hashes }];
}

function madeUp(): Doc[] {
  const { size, text } = newsArticles(3000, 1);
  return Array.from({ length: size }, (_, index) => ({ id: idOf(index), text: text(index) }));
}

/** Identical articles are found by their digests, and compared once. */
function distinct(samples: readonly Sample[]): Sample[] {
  return [...new Map(samples.map((one) => [one.fingerprint.digest, one])).values()];
}
