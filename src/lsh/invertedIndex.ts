import { HAS_KERNELS } from '../kernel.ts';
import { kernelIndexer } from './kernelIndexer.ts';
import { plainIndexer } from './plainIndexer.ts';

/** Which sets hold the members that two or more of them have. */
export interface InvertedIndex {
  /** Set i's shared members are `members[offsets[i]]` to `members[offsets[i + 1] - 1]`, numbered, in the set's order. */
  readonly offsets: Uint32Array;
  readonly members: Uint32Array;
  /** Where each stands in its set. */
  readonly positions: Uint32Array;
  /** Member m's sets are `holders[begin[m]]` to `holders[begin[m + 1] - 1]`, ascending. */
  readonly begin: Uint32Array;
  readonly holders: Uint32Array;
  /**
   * Lists the pairs of sets that have a member in common, in the order of the later ones: for each set the members before
   * position `upTo` are looked up, among the sets from `from` on; members of more sets than `mostHolders` are passed over.
   * Pairs that have fewer than `least` of these in common are not listed.
   */
  readonly search: (
    upTo: Uint32Array,
    from: Uint32Array,
    least: Uint32Array,
    mostHolders: number,
  ) => Iterable<PairList>;
}

/** Some pairs; the next list may take its place in memory. */
export interface PairList {
  readonly size: number;
  readonly later: Uint32Array;
  readonly earlier: Uint32Array;
  /** How many of the members that were looked up both have. */
  readonly common: Uint32Array;
}

/** Makes an inverted index slice by slice: a slice has all members in one range of values. */
export interface Indexer {
  /** Takes the values of a slice, set after set, each set's ascending. */
  readonly values: Float64Array;
  /** Where each set's slice begins in the set, and where it ends. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly enter: (size: number) => void;
  readonly close: () => InvertedIndex;
}

/** Values in a slice: the filter of the kernel then stays in a core's second-level cache of 1 MiB. */
const SLICE = 2 ** 19;

/** Values of each set in a slice, where sets are many: with fewer, to go through the sets costs more than their values. */
const A_SET = 16;

/** How much of a slice is aimed at: values are spread evenly, but not quite. */
const FULL = 0.9;

/** No range is narrower: among values beyond 2^53, which are even, the next one would never be reached. */
const LEAST_STEP = 2;

/**
 * Indexes the members that two sets or more have in common. In a collection of articles nine shingles in ten occur once
 * and can't make a pair: a filter of two bits a slot, met once and met again, passes over nearly all of them, so that few
 * are looked up in a table.
 *
 * @param sets whole numbers from 0, ascending, each once; evenly spread, as hashes are, or it takes more slices
 */
export function invertedIndex(
  sets: readonly Float64Array[],
  open: (sets: number, most: number) => Indexer = HAS_KERNELS ? kernelIndexer : plainIndexer,
  slice: number = Math.max(SLICE, A_SET * sets.length),
): InvertedIndex {
  let left = sets.reduce((sum, set) => sum + set.length, 0);
  // The narrowest range has two values, and so two members of each set.
  const most = Math.min(left, Math.max(slice, LEAST_STEP * sets.length));
  const indexer = open(sets.length, most);
  const next = new Uint32Array(sets.length);
  const meanLast = sets.reduce((sum, set) => sum + (set.at(-1) ?? 0), 0) / sets.length;
  let step = (meanLast * FULL * most) / left;
  let from = 0;
  while (left > 0) {
    const to = left <= most ? Infinity : from + Math.max(LEAST_STEP, Math.ceil(step));
    const size = cut(sets, next, to, indexer);
    if (size <= most) {
      indexer.enter(size);
      next.set(indexer.ends);
      left -= size;
      from = to;
    }
    step *= Math.min(2, (FULL * most) / size);
  }
  return indexer.close();
}

/** Cuts off each set what is below a limit; tells how many values that gives, and copies them where there is room. */
function cut(
  sets: readonly Float64Array[],
  next: Uint32Array,
  limit: number,
  { values, starts, ends }: Indexer,
): number {
  let size = 0;
  starts.set(next);
  for (let i = 0; i < sets.length; i++) {
    const set = sets[i] as Float64Array;
    const start = next[i] as number;
    const end = firstFrom(set, limit, start);
    ends[i] = end;
    size += end - start;
    if (end > start && size <= values.length) values.set(set.subarray(start, end), size - (end - start));
  }
  return size;
}

/** The place of a set's first member, from a place on, that is not below the limit: near where even spreading has it. */
function firstFrom(set: Float64Array, limit: number, from: number): number {
  if (limit === Infinity || set.length === 0) return set.length;
  const guess = Math.floor((set.length * limit) / (set[set.length - 1] as number));
  let place = Math.max(from, Math.min(guess, set.length));
  while (place > from && (set[place - 1] as number) >= limit) place--;
  while (place < set.length && (set[place] as number) < limit) place++;
  return place;
}
