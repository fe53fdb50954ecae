import { copyCandidates } from '../../src/lsh/candidates.ts';
import { type Bands, candidateProbability, chooseBands } from '../../src/lsh/scurve.ts';
import type { Fingerprint } from '../../src/model/article.ts';
import type { Pair, Relation } from '../../src/model/match.ts';
import { allPairs, type Likeness, longestRun } from './allPairs.ts';

/** What one search found of what it promises. */
export interface Verdict {
  readonly what: string;
  /** Pairs that are there, by brute force. */
  readonly pairs: number;
  readonly missed: number;
  /** How many may be missed: none by an exact search. */
  readonly mayMiss: number;
  /** Pairs found that are below the threshold; undefined where the search gives candidates, to be verified. */
  readonly invented?: number;
  /** Whether the search says that it looked at all partners of each article. */
  readonly complete: boolean;
  readonly holds: boolean;
}

/** An article's fingerprint and its words. */
export interface Sample {
  readonly fingerprint: Fingerprint;
  readonly words: Uint32Array;
}

const CONTAINMENT = 0.5;
const WITNESSES: readonly number[] = [30, 50];

/** Forces each path over the articles (distinct ones), at each threshold, and holds it against brute force. */
export function judgeGuarantee(samples: readonly Sample[], thresholds: readonly number[]): Verdict[] {
  const fingerprints = samples.map(({ fingerprint }) => fingerprint);
  const alike = [
    ...allPairs(
      fingerprints.map(({ shingles }) => shingles),
      Math.min(CONTAINMENT, ...thresholds),
    ),
  ];
  const search = (threshold: number, relation: Relation, exactUpTo: number) =>
    copyCandidates(fingerprints, threshold, [relation], exactUpTo);

  const nearCopies = thresholds.flatMap((threshold) => {
    const there = alike.filter(({ jaccard }) => jaccard >= threshold);
    const exact = search(threshold, 'near-copy', Infinity);
    const banded = search(threshold, 'near-copy', 0);
    const layout = chooseBands(threshold, fingerprints[0]?.signature.length ?? 0);
    return [
      verdict(`near-copies from ${threshold}, exact join`, there, exact, 0, true),
      verdict(
        `near-copies from ${threshold}, ${layout.bands} bands of ${layout.rows}`,
        there,
        banded,
        mayMiss(there, layout),
      ),
    ];
  });

  const contained = alike
    .filter(({ containment }) => containment >= CONTAINMENT)
    .map((pair) => ({
      ...pair,
      run: longestRun((samples[pair.a] as Sample).words, (samples[pair.b] as Sample).words),
    }));
  const anchored = search(1, 'excerpt', 0);
  const excerpts = WITNESSES.map((words) => {
    const witnessed = contained.filter(({ run }) => run >= words);
    return verdict(`excerpts with ${words} words in a row, anchors`, witnessed, anchored, 0);
  });
  return [...nearCopies, ...excerpts];
}

/** What a search gave. */
export interface Found {
  readonly pairs: readonly Pair[];
  readonly guarantee: { readonly complete: boolean };
}

/** @param exact the search gives the pairs themselves, not candidates for them */
export function verdict(
  what: string,
  alike: readonly Likeness[],
  found: Found,
  mayMiss: number,
  exact = false,
): Verdict {
  const key = ({ a, b }: Pair): string => `${a} ${b}`;
  const [right, said] = [new Set(alike.map(key)), new Set(found.pairs.map(key))];
  const missed = alike.filter((pair) => !said.has(key(pair))).length;
  const invented = exact ? { invented: found.pairs.filter((pair) => !right.has(key(pair))).length } : {};
  const { complete } = found.guarantee;
  const holds = missed <= mayMiss && (invented.invented ?? 0) === 0;
  return { what, pairs: right.size, missed, mayMiss, ...invented, complete, holds };
}

/**
 * What the S-curve lets the bands miss of these pairs: so many that more would happen by chance once in a thousand times.
 * Misses are rare and independent, hence Poisson distributed (Le Cam 1960).
 */
export function mayMiss(alike: readonly Likeness[], layout: Bands): number {
  const mean = alike.reduce((sum, { jaccard }) => sum + 1 - candidateProbability(jaccard, layout), 0);
  let misses = 0;
  let chance = Math.exp(-mean);
  for (let sofar = chance; 1 - sofar > 0.001; sofar += chance) chance *= mean / ++misses;
  return misses;
}
