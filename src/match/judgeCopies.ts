import type { MatchConfig } from '../config/config.ts';
import type { Article, Fingerprint, Match, Pair, Source } from '../model.ts';
import { judge } from './judge.ts';
import { type Subject, subjectsOf } from './subject.ts';

/** Some pairs that may be copies, with all it takes to judge them in another thread. */
export interface CopyPairs {
  /** Of the articles in these pairs, without terms. */
  readonly fingerprints: readonly Fingerprint[];
  /** Indexes into `fingerprints`. */
  readonly pairs: readonly Pair[];
  /** The folder's recurring lines, which are set aside when an article is read again. */
  readonly recurring: ReadonlySet<number>;
}

const NOTHING = { ids: new Uint32Array(0), counts: new Uint16Array(0) };

/** Pairs so that they can be judged by themselves. */
export function copyPairsOf(
  pairs: readonly Pair[],
  fingerprintAt: (index: number) => Fingerprint,
  recurring: ReadonlySet<number>,
): CopyPairs {
  const indexes = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))];
  const place = new Map(indexes.map((index, i) => [index, i]));
  const at = (index: number): number => place.get(index) as number;
  return {
    // What candidates are found by is not what they are judged by. A view would be handed over with all that it looks into.
    fingerprints: indexes.map(fingerprintAt).map((fingerprint) => ({
      ...fingerprint,
      shingles: fingerprint.shingles.slice(),
      anchors: new Float64Array(0),
      signature: new Uint32Array(0),
      terms: NOTHING,
    })),
    pairs: pairs.map(({ a, b }) => ({ a: at(a), b: at(b) })),
    recurring,
  };
}

/**
 * Judges pairs where copies alone are looked for: the match of each, or null.
 *
 * @param read gives an article's text by its source
 */
export async function judgeCopies(
  { fingerprints, pairs, recurring }: CopyPairs,
  read: (source: Source) => Promise<Article>,
  config: MatchConfig,
): Promise<(Match | null)[]> {
  const kept = fingerprints.map((fingerprint) => ({ fingerprint, telling: null }));
  const stats = { documents: 0, documentFrequency: new Map(), recurringLines: recurring };
  const subjects = subjectsOf(kept, stats, read);
  const matches: (Match | null)[] = [];
  for (const { a, b } of pairs)
    matches.push((await judge(subjects[a] as Subject, subjects[b] as Subject, config)).match);
  return matches;
}
