import { collectPortions, readAgain, readPortion } from './collect/collect.ts';
import { type PortionRead, recordPlacer } from './collect/placeRecords.ts';
import type { Portion } from './collect/portions.ts';
import type { Config } from './config/config.ts';
import type { Progress } from './config/settings.ts';
import { UsageError } from './errors.ts';
import { contentDigest, digestOfBytes, extract } from './extract/extract.ts';
import type { CommonLines } from './extract/recurringLines.ts';
import { skim } from './extract/skim.ts';
import { words } from './extract/words.ts';
import type { Counted } from './fingerprint/corpusStats.ts';
import { fingerprint } from './fingerprint/fingerprint.ts';
import { countTerms, termSequence } from './fingerprint/terms.ts';
import { type Telling, telling } from './match/rewrite/telling.ts';
import type { Article, CorpusStats, Raw, Skimmed, Skip, Source } from './model/article.ts';
import { type Keeping, roomOf } from './store/keeping.ts';
import type { Kept } from './store/kept.ts';
import { named } from './store/named.ts';
import type { SurveyCache } from './store/surveyCache.ts';
import type { Surveyed } from './store/surveyed.ts';
import { surveyKey } from './store/surveyKey.ts';
import { compareText } from './summarize.ts';
import type { Crew } from './threads/crew.ts';
import { decodePortion, encodePortion } from './threads/portionRecord.ts';

/**
 * Stages 1 to 3, an article at a time: only what comparison needs is kept. The articles are sorted by id.
 *
 * @param cache what earlier runs have read
 * @param keeping where what this run reads is kept
 * @param crew who takes part in it
 */
export async function surveyArticles(
  paths: readonly string[],
  config: Config,
  cache: SurveyCache | null,
  keeping: Keeping,
  crew: Crew,
  tell: (progress: Progress) => void,
): Promise<{ surveyed: Surveyed[]; skipped: Skip[] }> {
  const surveyed: Surveyed[] = [];
  const skipped: Skip[] = [];
  const portions = await collectPortions(paths, config.collect);
  const place = recordPlacer<Kept>(
    (what) => ('reason' in what ? null : what.fingerprint.source),
    (what, source) =>
      'reason' in what
        ? (named(what, source) as Skip)
        : keeping.at(what.fingerprint.tray, what.fingerprint.row, source),
  );
  let next = 0;
  for await (const portionRead of surveyPortions(portions, config, cache, keeping, crew)) {
    for (const survey of place(portions[next++] as Portion, portionRead)) {
      if ('reason' in survey) skipped.push(survey);
      else surveyed.push(survey);
    }
    tell({ stage: 'extract', done: surveyed.length + skipped.length, found: surveyed.length, unit: 'sources' });
  }
  return { surveyed: surveyed.sort((x, y) => compareText(idOf(x), idOf(y))), skipped };
}

/** Fewer portions are read before other threads would have started: that takes them some 60 ms. */
const LEAST_PORTIONS = 4;

/** Surveys portions, in their order; by several threads where that is worth it, and nothing is known of them. */
async function* surveyPortions(
  portions: readonly Portion[],
  config: Config,
  cache: SurveyCache | null,
  keeping: Keeping,
  crew: Crew,
): AsyncGenerator<PortionRead<Kept | Skip>> {
  const room = roomOf(config, portions.length * AT_A_TIME);
  const put = (surveys: readonly Surveyed[]) => keeping.put(surveys, room);
  const here = async (portion: Portion, cache: SurveyCache | null) =>
    encodePortion(await surveyPortion(portion, config, cache), put);
  if (cache !== null && !cache.isEmpty) {
    for (const portion of portions) yield decodePortion(await here(portion, cache), portion, keeping.at);
    return;
  }
  const made = crew.each(
    'survey',
    portions,
    LEAST_PORTIONS,
    () => ({ room }),
    (portion) => here(portion, null),
  );
  let next = 0;
  for await (const record of made) {
    const portionRead = decodePortion(record, portions[next++] as Portion, keeping.at);
    if (cache !== null) keepFirst(portionRead, cache);
    yield portionRead;
  }
}

/** What a first run has read; a source that is no article has lost its digest, and is read again in the second. */
function keepFirst({ read }: PortionRead<Surveyed | Skip>, cache: SurveyCache): void {
  for (const { what } of read) {
    if ('reason' in what) continue;
    const { source, byteDigest } = what.fingerprint;
    cache.keep(surveyKey(source, byteDigest, []), what);
  }
}

/** Surveys a portion of what is read. Its records are not in their final places yet: `recordPlacer` knows them. */
export async function surveyPortion(
  portion: Portion,
  config: Config,
  cache: SurveyCache | null,
): Promise<PortionRead<Surveyed | Skip>> {
  const read: PortionRead<Surveyed | Skip>['read'][number][] = [];
  const reading = readPortion(portion, config.collect);
  let next = reading.next();
  for (; !next.done; next = reading.next()) {
    const { what: raw, place } = next.value;
    const what = 'reason' in raw ? raw : await rememberedRaw(raw, config, cache);
    read.push({ what, place } as PortionRead<Surveyed | Skip>['read'][number]);
  }
  return { read, lines: next.value };
}

function rememberedRaw(raw: Raw, config: Config, cache: SurveyCache | null): Promise<Surveyed | Skip> {
  return remembered(
    cache,
    raw.source,
    () => surveyKey(raw.source, digestOfBytes(raw.bytes), []),
    () => surveyRaw(raw, config, NO_LINES),
  );
}

/**
 * Surveys those articles again that have lines recurring across the folder: these lines are then set aside. An article
 * of nothing else is emptied.
 */
export async function withoutRecurringLines(
  surveyed: readonly Surveyed[],
  { recurringLines }: CorpusStats,
  config: Config,
  cache: SurveyCache | null,
  keeping: Keeping,
): Promise<{ articles: Surveyed[]; emptied: Skip[] }> {
  const articles: Surveyed[] = [];
  const emptied: Skip[] = [];
  // Places among the articles of those that were read again, and are not put away yet.
  let fresh: number[] = [];
  const putAway = (): void => {
    const again = fresh.map((place) => articles[place] as Surveyed);
    const tray = keeping.put(again, roomOf(config, surveyed.length));
    for (const [row, place] of fresh.entries()) {
      articles[place] = keeping.at(tray, row, (articles[place] as Surveyed).fingerprint.source);
    }
    fresh = [];
  };
  for (const article of surveyed) {
    const { fingerprint, lineHashes } = article;
    const recurring = recurringLines.size === 0 ? NO_HASHES : lineHashes.filter((line) => recurringLines.has(line));
    if (recurring.length === 0) {
      articles.push(article);
      continue;
    }
    const { source, byteDigest } = fingerprint;
    const again = await remembered(
      cache,
      source,
      () => surveyKey(source, byteDigest, recurring),
      async () => surveyRaw(await readAgain(source, config.collect), config, recurringLines),
    );
    if ('reason' in again) emptied.push(named(again, source) as Skip);
    else if (fresh.push(articles.push(again) - 1) === AT_A_TIME) putAway();
  }
  putAway();
  return { articles, emptied };
}

/** Articles that are put away together, as many as a portion has: what a tray takes beside its columns is then little. */
const AT_A_TIME = 64;

const NO_HASHES = new Float64Array(0);

async function surveyRaw(raw: Raw, config: Config, recurring: ReadonlySet<number>): Promise<Surveyed | Skip> {
  const surveyed = await surveyOnce(raw, config, recurring);
  if (config.cacheFolder === null || 'reason' in surveyed) return surveyed;
  return { ...surveyed, fingerprint: { ...surveyed.fingerprint, byteDigest: digestOfBytes(raw.bytes) } };
}

async function surveyOnce(raw: Raw, config: Config, recurring: ReadonlySet<number>): Promise<Surveyed | Skip> {
  const seeksRewrites = config.match.relations.includes('rewrite');
  const skimmed = seeksRewrites || recurring.size > 0 ? null : skim(raw);
  if (skimmed !== null) return surveyForCopies(skimmed);
  const article = await extract(raw, config.extract, recurring);
  if ('reason' in article) return article;
  return seeksRewrites ? survey(article) : surveyForCopies(article);
}

/** What the cache knows of a source by this key; else it is made, and known from then on. */
async function remembered(
  cache: SurveyCache | null,
  source: Source,
  keyOf: () => string,
  make: () => Promise<Surveyed | Skip>,
): Promise<Surveyed | Skip> {
  if (cache === null) return make();
  const key = keyOf();
  const known = cache.find(key, source);
  if (known !== null) return known;
  const made = await make();
  cache.keep(key, made);
  return made;
}

/** What is kept of an article where all relations are looked for. */
export function survey(article: Article): Surveyed & { readonly telling: Telling } {
  const { terms, places } = countTerms(termSequence(article));
  return {
    fingerprint: fingerprint(article, terms),
    telling: telling(article, terms.ids, places),
    ...surveyLines(article),
  };
}

/** What is kept of an article where copies alone are looked for: its terms, language and sentences are not computed. */
function surveyForCopies(article: Skimmed | Article): Surveyed {
  return { fingerprint: fingerprint(article, null), telling: null, ...surveyLines(article) };
}

function surveyLines(article: Skimmed | Article): Omit<Surveyed, 'fingerprint' | 'telling'> {
  const setAside = 'setAside' in article ? article.setAside : [];
  return {
    setAside,
    setAsideWords: setAside.reduce((sum, { text }) => sum + words(text).hashes.length, 0),
    lineHashes: article.lineHashes,
  };
}

/**
 * Surveyed articles with the terms by which their recurring lines are told; where rewrites are not looked for, articles
 * that have a line in common with several others are read again for theirs.
 */
export async function withTerms(
  articles: readonly Surveyed[],
  common: CommonLines,
  config: Config,
): Promise<readonly Counted[]> {
  if (config.match.relations.includes('rewrite')) return articles;
  const counted: Counted[] = [...articles];
  for (const place of new Set([...common.values()].flat())) {
    const { fingerprint, lineHashes } = articles[place] as Surveyed;
    const { terms } = countTerms(termSequence(await articleAgain(fingerprint.source, NO_LINES, config)));
    counted[place] = { fingerprint: { digest: fingerprint.digest, terms }, lineHashes };
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
  const article = await extract(await readAgain(source, config.collect), config.extract, recurring);
  if ('reason' in article) throw changed(source, article);
  return article;
}

/**
 * The hashes of its words, read without its text where that can be.
 *
 * @throws UsageError as `articleAgain`
 */
export async function wordsAgain(
  source: Source,
  recurring: CorpusStats['recurringLines'],
  config: Config,
): Promise<Uint32Array> {
  const skimmed = skim(await readAgain(source, config.collect));
  // Nothing is set aside of what is skimmed, unless it recurs.
  if (skimmed?.lineHashes.every((line) => !recurring.has(line))) return skimmed.words.hashes.slice();
  return (await articleAgain(source, recurring, config)).words.hashes;
}

/**
 * The `contentDigest` of an article that was surveyed.
 *
 * @throws UsageError as `articleAgain`
 */
export async function contentAgain(source: Source, config: Config): Promise<string> {
  const digest = contentDigest(await readAgain(source, config.collect), config.extract);
  if (typeof digest !== 'string') throw changed(source, digest);
  return digest;
}

function changed({ id }: Source, { detail }: Pick<Skip, 'detail'>): UsageError {
  return new UsageError(`'${id}' changed while it was compared: ${detail}.`);
}

function idOf({ fingerprint }: Surveyed): string {
  return fingerprint.source.id;
}
