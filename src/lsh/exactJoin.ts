import { overlapFrom } from '../fingerprint/jaccard.ts';
import { commonLast } from './commonLast.ts';
import { invertedIndex } from './invertedIndex.ts';
import { type Candidates, MOST_PARTNERS, pairKey, pairsOf } from './pairs.ts';

/**
 * All pairs of sets whose Jaccard similarity is at least `threshold` and that share a member: none missed, none invented.
 *
 * @param sets the largest first
 */
export function jaccardJoin(sets: readonly Float64Array[], threshold: number): Candidates {
  // J >= t asks for an overlap of t / (1 + t) (|A| + |B|): at least t of the larger set, and 2t / (1 + t) of the smaller.
  const ofBoth = threshold / (1 + threshold);
  return prefixJoin(sets, {
    ofSmaller: 2 * ofBoth,
    ofLarger: threshold,
    least: (smaller, larger) => ofBoth * (smaller + larger),
    holds: (common, smaller, larger) => common / (smaller + larger - common) >= threshold,
  });
}

/** All pairs of sets of which the larger holds at least the share `least` of the smaller, and one member. */
export function containmentJoin(sets: readonly Float64Array[], least: number): Candidates {
  return prefixJoin(sets, {
    ofSmaller: least,
    ofLarger: 0,
    least: (smaller) => least * smaller,
    holds: (common, smaller) => common / smaller >= least,
  });
}

/** What a pair of sets must have in common: least shares of the smaller and the larger, a least number, the exact test. */
interface Requirement {
  readonly ofSmaller: number;
  readonly ofLarger: number;
  readonly least: (smaller: number, larger: number) => number;
  readonly holds: (common: number, smaller: number, larger: number) => boolean;
}

/**
 * Prefix filter (Chaudhuri, Ganti and Kaushik 2006; Bayardo, Ma and Srikant 2007). Where a set must have k of its members
 * in common with another, at least one of them is outside any k - 1: in one order for all sets, it is enough to look
 * among their first |set| - k + 1. Any order will do, so it is that of the hashes, which the sets are in: at 0.8 a fifth
 * of each set is looked at, and nothing of the rest.
 *
 * A prefix that is longer by some members meets as many more of them (Wang, Li and Feng, SIGMOD 2012), so that a pair with
 * fewer in common there is passed over without a look at its sets. Any other is compared from where the shorter prefix
 * ends, as what they share up to there has been counted; and only as long as enough can be left (Xiao, Wang, Lin and Yu,
 * WWW 2008). Of 8,000 articles put together from the sentences of one pool 4 million pairs share a sentence.
 */
function prefixJoin(sets: readonly Float64Array[], required: Requirement): Candidates {
  const inOrder = commonLast(sets);
  const sizes = Uint32Array.from(sets, ({ length }) => length);
  const needed = sizes.map((size) => Math.min(MET, leastOf(required.ofSmaller, size)));
  const prefixes = sizes.map((size, i) => prefixLength(required.ofSmaller, size, needed[i] as number));
  const indexed = sizes.map((size, i) => prefixLength(required.ofLarger, size, needed[i] as number));
  const index = invertedIndex(sets.map((set, i) => inOrder(set, indexed[i] as number)));
  const ordered: (Float64Array | undefined)[] = new Array(sets.length).fill(undefined);
  const whole = (i: number): Float64Array => {
    ordered[i] ??= inOrder(sets[i] as Float64Array, sizes[i] as number);
    return ordered[i];
  };

  const keys: number[] = [];
  let complete = true;
  let current = -1;
  let partners = 0;
  for (const { size, later, earlier, common } of index.search(
    prefixes,
    firstWithin(sizes, required),
    needed,
    sets.length,
  )) {
    for (let i = 0; i < size; i++) {
      const smaller = later[i] as number;
      if (smaller !== current) partners = 0;
      current = smaller;
      if (partners > MOST_PARTNERS) continue;
      const larger = earlier[i] as number;
      const [m, n] = [sizes[smaller] as number, sizes[larger] as number];
      const met = common[i] as number;
      const least = Math.ceil(required.least(m, n) - ROUNDING);
      const [a, b] = [whole(smaller), whole(larger)];
      const [p, q] = [prefixes[smaller] as number, indexed[larger] as number];
      const last = Math.min(a[p - 1] as number, b[q - 1] as number);
      const overlap = overlapFrom(a, countUpTo(a, last, p), b, countUpTo(b, last, q), met, least);
      if (!required.holds(overlap, m, n)) continue;
      if (++partners > MOST_PARTNERS) complete = false;
      else keys.push(pairKey(larger, smaller));
    }
  }
  return { pairs: pairsOf(keys), complete };
}

/**
 * So many members two sets must have in common where they meet, if so many are needed at all: the shingles of a sentence of
 * 20 words, which unrelated articles may share.
 */
const MET = 16;

/** A bound computed in doubles may lie a hair above the whole number that it should equal. */
const ROUNDING = 1e-6;

/** So many of a set's members are in any set that has this share of it in common. */
function leastOf(share: number, size: number): number {
  return Math.max(1, Math.ceil(share * size - ROUNDING));
}

/** Among so many of a set's members are `met` of any set that has this share of it in common: all, where it is less. */
function prefixLength(share: number, size: number, met: number): number {
  return Math.min(size, size - leastOf(share, size) + met);
}

/** For each set the first one that is not too large for it. */
function firstWithin(sizes: Uint32Array, { ofLarger }: Requirement): Uint32Array {
  let first = 0;
  return sizes.map((size) => {
    while ((sizes[first] as number) * ofLarger > size + ROUNDING) first++;
    return first;
  });
}

/** How many of a set's first members are no greater than a value. */
function countUpTo(set: Float64Array, value: number, first: number): number {
  if ((set[first - 1] as number) <= value) return first;
  let low = 0;
  let high = first;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((set[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
