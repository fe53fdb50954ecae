import { nothingToCompare } from './admit.ts';
import { find } from './collect/find.ts';
import type { Config } from './config/config.ts';
import type { Settings } from './config/settings.ts';
import { NothingToCompare } from './errors.ts';
import type { Skip, Source } from './model/article.ts';
import type { Pair } from './model/match.ts';
import type { Scope } from './model/result.ts';
import { isUnread } from './policy/isUnread.ts';
import { fileOf } from './report/places.ts';
import type { Surveyed } from './store/surveyed.ts';
import { compareText } from './summarize.ts';

/** Where an article is, or would be: in a file, and where that is a container in a record of it. */
interface Place extends Pick<Source, 'path'> {
  readonly record?: { readonly line: number };
}

/** Tells what a run is about from what is only there to be matched. */
export interface Restriction {
  /** It is about all there is. */
  readonly isWhole: boolean;
  /** Whether a file, or what can't be searched for one, is under the given paths, not in the archive alone. */
  readonly isGiven: (source: Pick<Source, 'path'>) => boolean;
  /** Whether the run is about an article: it is given, and changed where only changed ones count. */
  readonly holds: (source: Place) => boolean;
  /** There are files, and the run is about none of them. */
  readonly isNothing: boolean;
  /** There is something that it could be about, so that all of it may be too short, empty or left out. */
  readonly mayBeEmpty: boolean;
}

const NONE: Restriction = {
  isWhole: true,
  isGiven: () => true,
  holds: () => true,
  isNothing: false,
  mayBeEmpty: false,
};

/** @throws UsageError if a given path does not exist */
export async function restrictionOf(
  given: readonly string[],
  { changed }: Settings,
  { collect, against }: Config,
): Promise<Restriction> {
  if (changed === undefined && against.length === 0) return NONE;
  const found = await find(given, collect);
  const files = new Set(found.filter((each) => 'absolute' in each).map(({ path }) => path));
  const all = new Set(found.map(({ path }) => path));
  const mayBeEmpty = against.length > 0 || files.size > 0;
  return {
    isWhole: false,
    isGiven: ({ path }) => all.has(path),
    holds: ({ path, record }) => files.has(path) && (changed?.holds(path, record?.line) ?? true),
    isNothing: changed !== undefined && files.size > 0 && ![...files].some((path) => changed.holds(path)),
    mayBeEmpty,
  };
}

/**
 * The candidate pairs that can come to a match of an article that the run is about. Of identical articles the first stands
 * for all among the candidates.
 *
 * @param subjects what the pairs' indexes point to
 */
export function concernedPairs<P extends Pair>(
  pairs: P[],
  subjects: readonly Pick<Surveyed, 'fingerprint'>[],
  articles: readonly Surveyed[],
  { isWhole, holds }: Restriction,
): P[] {
  if (isWhole) return pairs;
  const digests = new Set(articles.filter((article) => holds(sourceOf(article))).map(digestOf));
  const isConcerned = (index: number): boolean => digests.has(digestOf(subjects[index] as Surveyed));
  return pairs.filter(({ a, b }) => isConcerned(a) || isConcerned(b));
}

/** Whether a pair of articles, by their ids, is one that the run is about. */
export function concerned(
  articles: readonly Surveyed[],
  { isWhole, holds }: Restriction,
): (a: string, b: string) => boolean {
  if (isWhole) return () => true;
  const ids = new Set(
    articles
      .map(sourceOf)
      .filter(holds)
      .map(({ id }) => id),
  );
  return (a, b) => ids.has(a) || ids.has(b);
}

/**
 * @throws UsageError if no given article is left to compare. A restricted run may come to nothing, as a commit of short
 * articles does; but not because of what could not be read
 */
export function requireSome(
  admitted: readonly Surveyed[],
  skipped: readonly Skip[],
  { isGiven, isNothing, mayBeEmpty }: Restriction,
): void {
  if (isNothing || admitted.some((article) => isGiven(sourceOf(article)))) return;
  const left = skipped.filter(({ path }) => isGiven({ path: fileOf(path) }) || isGiven({ path }));
  if (mayBeEmpty && !left.some(({ reason }) => isUnread(reason))) return;
  throw new NothingToCompare(nothingToCompare(left));
}

/** What a restricted run was about, of what was read and of what was skipped. */
export function scopeOf(
  restriction: Restriction,
  articles: readonly Surveyed[],
  skipped: readonly Skip[],
): { readonly scope?: Scope } {
  if (restriction.isWhole) return {};
  const { holds } = restriction;
  const read = articles.map(sourceOf).filter(holds);
  const left = skipped.filter(({ path, line }) =>
    holds(line === undefined ? { path } : { path: fileOf(path), record: { line } }),
  );
  const ids = new Set([...read.map(({ id }) => id), ...left.map(({ path }) => path)]);
  return { scope: { articles: [...ids].sort(compareText) } };
}

function sourceOf({ fingerprint }: Surveyed): Source {
  return fingerprint.source;
}

function digestOf({ fingerprint }: Pick<Surveyed, 'fingerprint'>): string {
  return fingerprint.digest;
}
