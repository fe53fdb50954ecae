import type { Config } from '../../src/config/config.ts';
import { extract } from '../../src/extract/extract.ts';
import { countCorpus } from '../../src/fingerprint/corpusStats.ts';
import { overlap } from '../../src/fingerprint/jaccard.ts';
import { EXCERPT_CONTAINMENT } from '../../src/lsh/candidates.ts';
import { type Subject, subjectsOf } from '../../src/match/subject.ts';
import type { Article, CorpusStats, Skip } from '../../src/model/article.ts';
import type { Surveyed } from '../../src/store/surveyed.ts';
import { survey } from '../../src/survey.ts';
import type { Doc } from './read.ts';
import { withTitle } from './write.ts';

/** Documents as the command sees them when they lie in one folder. */
export interface Folder {
  readonly stats: CorpusStats;
  /** The articles that are long enough to be compared, in the order of their names. */
  readonly names: readonly string[];
  readonly subjects: readonly Subject[];
  /** Place of each article's name in these two. */
  readonly placeOf: ReadonlyMap<string, number>;
}

/** @param docs by the names that they are to have */
export async function folderOf(docs: ReadonlyMap<string, Doc>, config: Config): Promise<Folder> {
  const sorted = [...docs].sort(([x], [y]) => (x < y ? -1 : 1));
  const surveyed: Surveyed[] = [];
  for (const [name, doc] of sorted) {
    const article = await readText(withTitle(doc), name, config);
    if ('reason' in article || article.words.hashes.length < config.extract.minWords) continue;
    surveyed.push(survey(article));
  }
  const stats = countCorpus(surveyed);
  const names = surveyed.map(({ fingerprint }) => fingerprint.source.id);
  const subjects = await subjectsOf(
    surveyed,
    stats,
    // It was an article when it was surveyed.
    async ({ id }) => (await readText(withTitle(docs.get(id) as Doc), id, config)) as Article,
  );
  return { stats, names, subjects, placeOf: new Map(names.map((name, place) => [name, place])) };
}

export function readText(text: string, id: string, config: Config): Promise<Article | Skip> {
  return extract({ source: { id, path: id, format: 'text' }, bytes: new TextEncoder().encode(text) }, config.extract);
}

/** Whether two articles share so many shingles that they are no rewrite: a near-copy, or the measure of an excerpt. */
export function isCopy({ fingerprint: a }: Subject, { fingerprint: b }: Subject, { match }: Config): boolean {
  const shared = overlap(a.shingles, b.shingles);
  const smaller = Math.min(a.shingles.length, b.shingles.length);
  const all = a.shingles.length + b.shingles.length - shared;
  return shared >= EXCERPT_CONTAINMENT * smaller || shared >= match.threshold * all;
}
