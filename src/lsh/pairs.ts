import type { Pair } from '../model/match.ts';

/** What a search found. */
export interface Candidates {
  /** Sorted by a, then b; each once. */
  readonly pairs: Pair[];
  /** False if an article had more partners than `MOST_PARTNERS`, so that not all its pairs are listed. */
  readonly complete: boolean;
}

/**
 * With how many larger sets one set is paired at most, so that pairs stay linear in the number of sets whatever these are.
 * It is about the largest group of near-copies that `findCrowds` may miss.
 */
export const MOST_PARTNERS = 320;

/** Two indexes below 2^26 make one double without loss; 67 million articles are beyond one process. */
const UNIT = 2 ** 26;

/** A pair as one number, whichever of the two comes first. Numbers collect and sort much faster than objects. */
export function pairKey(i: number, j: number): number {
  return i < j ? i * UNIT + j : j * UNIT + i;
}

/** The distinct pairs, sorted by a, then b. */
export function pairsOf(keys: readonly number[]): Pair[] {
  const sorted = Float64Array.from(keys).sort();
  const pairs: Pair[] = [];
  for (let i = 0; i < sorted.length; i++) {
    const key = sorted[i] as number;
    if (key !== sorted[i - 1]) pairs.push({ a: Math.floor(key / UNIT), b: key % UNIT });
  }
  return pairs;
}
