import { collect, readAgain } from './collect/collect.ts';
import type { Config } from './config/config.ts';
import type { Progress } from './config/settings.ts';
import { UsageError } from './errors.ts';
import { extract } from './extract/extract.ts';
import { articlesOfCommonLines } from './extract/recurringLines.ts';
import { words } from './extract/words.ts';
import type { Counted } from './fingerprint/corpusStats.ts';
import { fingerprint } from './fingerprint/fingerprint.ts';
import { countTerms, termSequence } from './fingerprint/terms.ts';
import { type Telling, telling } from './match/rewrite/telling.ts';
import type { Article, CorpusStats, Match, Skip, Source } from './model.ts';
import type { Surveyed } from './store/surveyed.ts';
import { compareText } from './summarize.ts';

/** Skips that the error names when nothing is left: they fit on one screen. */
const MAX_NAMED = 20;

/** Stages 1 to 3, an article at a time: only what comparison needs is kept. The articles are sorted by id. */
export async function surveyArticles(
  paths: readonly string[],
  config: Config,
  tell: (progress: Progress) => void,
): Promise<{ surveyed: Surveyed[]; skipped: Skip[] }> {
  const surveyOf = surveyFor(config);
  const surveyed: Surveyed[] = [];
  const skipped: Skip[] = [];
  for await (const raw of collect(paths, config.collect)) {
    const article = 'reason' in raw ? raw : await extract(raw, config.extract);
    if ('reason' in article) skipped.push(article);
    else surveyed.push(surveyOf(article));
    tell({ stage: 'extract', done: surveyed.length + skipped.length, found: surveyed.length, unit: 'sources' });
  }
  return { surveyed: surveyed.sort((x, y) => compareText(idOf(x), idOf(y))), skipped };
}

/**
 * Surveys those articles again that have lines recurring across the folder: these lines are then set aside. An article
 * of nothing else is emptied.
 */
export async function withoutRecurringLines(
  surveyed: readonly Surveyed[],
  { recurringLines }: CorpusStats,
  config: Config,
): Promise<{ articles: Surveyed[]; emptied: Skip[] }> {
  const surveyOf = surveyFor(config);
  const articles: Surveyed[] = [];
  const emptied: Skip[] = [];
  for (const article of surveyed) {
    const hasRecurring = article.lineHashes.some((line) => recurringLines.has(line));
    const again = hasRecurring ? await extractAgain(article.fingerprint.source, recurringLines, config) : null;
    if (again === null) articles.push(article);
    else if ('reason' in again) emptied.push(again);
    else articles.push(surveyOf(again));
  }
  return { articles, emptied };
}

/** What is kept of an article where all relations are looked for. */
export function survey(article: Article): Surveyed & { readonly telling: Telling } {
  const sequence = termSequence(article);
  const terms = countTerms(sequence);
  return {
    fingerprint: fingerprint(article, terms),
    telling: telling(article, sequence, terms.ids),
    ...surveyLines(article),
  };
}

/** What is kept of an article where copies alone are looked for: its terms, language and sentences are not computed. */
function surveyForCopies(article: Article): Surveyed {
  return { fingerprint: fingerprint(article, null), telling: null, ...surveyLines(article) };
}

function surveyLines({ setAside, lineHashes }: Article): Omit<Surveyed, 'fingerprint' | 'telling'> {
  return {
    setAside,
    setAsideWords: setAside.reduce((sum, { text }) => sum + words(text).hashes.length, 0),
    lineHashes,
  };
}

function surveyFor({ match }: Config): (article: Article) => Surveyed {
  return match.relations.includes('rewrite') ? survey : surveyForCopies;
}

/**
 * Surveyed articles with the terms by which their recurring lines are told; where rewrites are not looked for, articles
 * that have a line in common with several others are read again for theirs.
 */
export async function withTerms(articles: readonly Surveyed[], config: Config): Promise<readonly Counted[]> {
  if (config.match.relations.includes('rewrite')) return articles;
  const lines = articles.map(({ fingerprint: { digest }, lineHashes }, index) => ({ digest, lineHashes, index }));
  const counted: Counted[] = [...articles];
  for (const { index } of new Set([...articlesOfCommonLines(lines).values()].flat())) {
    const { fingerprint, lineHashes } = articles[index] as Surveyed;
    const terms = countTerms(termSequence(await articleAgain(fingerprint.source, NO_LINES, config)));
    counted[index] = { fingerprint: { digest: fingerprint.digest, terms }, lineHashes };
  }
  return counted;
}

const NO_LINES: ReadonlySet<number> = new Set();

/**
 * An article that was surveyed, read once more for its text.
 *
 * @throws UsageError if the source has changed since, so that it is no article any more
 */
export async function articleAgain(
  source: Source,
  recurring: CorpusStats['recurringLines'],
  config: Config,
): Promise<Article> {
  const article = await extractAgain(source, recurring, config);
  if ('reason' in article) throw new UsageError(`'${source.id}' changed while it was compared: ${article.detail}.`);
  return article;
}

async function extractAgain(
  source: Source,
  recurring: CorpusStats['recurringLines'],
  config: Config,
): Promise<Article | Skip> {
  return extract(await readAgain(source, config.collect), config.extract, recurring);
}

/** Whether an article has the words that comparing more than identity takes. */
export function isLong({ extract: { minWords } }: Config): (article: Surveyed) => boolean {
  return ({ fingerprint }) => fingerprint.words >= minWords;
}

/**
 * Who takes part in the result. Short articles are compared for identity alone: those that are identical to nothing are
 * refused as too short.
 *
 * @throws UsageError if nobody is left
 */
export function admit(
  articles: readonly Surveyed[],
  matches: readonly Match[],
  skipped: readonly Skip[],
  config: Config,
): { admitted: Surveyed[]; refused: Skip[] } {
  const matched = new Set(matches.flatMap(({ a, b }) => [a, b]));
  const isAdmitted = (article: Surveyed): boolean => isLong(config)(article) || matched.has(idOf(article));
  const refused = articles.filter((article) => !isAdmitted(article)).map((article) => tooShort(article, config));
  const admitted = articles.filter(isAdmitted);
  if (admitted.length === 0) throw new UsageError(nothingToCompare([...skipped, ...refused]));
  return { admitted, refused };
}

function tooShort(article: Surveyed, { extract: { minWords } }: Config): Skip {
  const { fingerprint, setAsideWords } = article;
  const others = setAsideWords === 0 ? '' : `; ${setAsideWords} set aside as recurring lines and the like`;
  const detail = `${fingerprint.words} words, fewer than ${minWords}${others}`;
  return { path: idOf(article), reason: 'too-short', detail };
}

function nothingToCompare(skipped: readonly Skip[]): string[] {
  if (skipped.length === 0) return ['Nothing to compare: no file that could be an article was found.'];
  const named = skipped
    .toSorted((x, y) => compareText(x.path, y.path))
    .slice(0, MAX_NAMED)
    .map(({ path, detail }) => `  ${path}: ${detail}`);
  const more = skipped.length - named.length;
  const lines = ["Nothing to compare: what was found can't be used.", ...named];
  return [...lines, ...(more === 0 ? [] : [`  and ${more} more`])];
}

function idOf({ fingerprint }: Surveyed): string {
  return fingerprint.source.id;
}
