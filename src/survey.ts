import { collect, readAgain } from './collect/collect.ts';
import type { Config } from './config/config.ts';
import type { Progress } from './config/settings.ts';
import { UsageError } from './errors.ts';
import { extract } from './extract/extract.ts';
import { words } from './extract/words.ts';
import { fingerprint } from './fingerprint/fingerprint.ts';
import { countTerms, termSequence } from './fingerprint/terms.ts';
import { telling } from './match/rewrite/telling.ts';
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
  const surveyed: Surveyed[] = [];
  const skipped: Skip[] = [];
  for await (const raw of collect(paths, config.collect)) {
    const article = 'reason' in raw ? raw : extract(raw, config.extract);
    if ('reason' in article) skipped.push(article);
    else surveyed.push(survey(article));
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
  stats: CorpusStats,
  config: Config,
): Promise<{ articles: Surveyed[]; emptied: Skip[] }> {
  const articles: Surveyed[] = [];
  const emptied: Skip[] = [];
  for (const article of surveyed) {
    const hasRecurring = article.lineHashes.some((line) => stats.recurringLines.has(line));
    const again = hasRecurring ? await extractAgain(article.fingerprint.source, stats, config) : null;
    if (again === null) articles.push(article);
    else if ('reason' in again) emptied.push(again);
    else articles.push(survey(again));
  }
  return { articles, emptied };
}

export function survey(article: Article): Surveyed {
  const sequence = termSequence(article);
  const terms = countTerms(sequence);
  return {
    fingerprint: fingerprint(article, terms),
    telling: telling(article, sequence, terms.ids),
    setAside: article.setAside,
    setAsideWords: article.setAside.reduce((sum, { text }) => sum + words(text).hashes.length, 0),
    lineHashes: article.lineHashes,
  };
}

/**
 * An article that was surveyed, read once more for its text.
 *
 * @throws UsageError if the source has changed since, so that it is no article any more
 */
export async function articleAgain(source: Source, stats: CorpusStats, config: Config): Promise<Article> {
  const article = await extractAgain(source, stats, config);
  if ('reason' in article) throw new UsageError(`'${source.id}' changed while it was compared: ${article.detail}.`);
  return article;
}

async function extractAgain(source: Source, stats: CorpusStats, config: Config): Promise<Article | Skip> {
  return extract(await readAgain(source, config.collect), config.extract, stats.recurringLines);
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
