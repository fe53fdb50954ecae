import { overlap } from '../fingerprint/jaccard.ts';
import { type Candidates, MOST_PARTNERS, pairKey, pairsOf } from './pairs.ts';
import { emptyPostings, enter } from './postings.ts';
import type { SharedMembers } from './sharedMembers.ts';

/**
 * All pairs of sets whose Jaccard similarity is at least `threshold` and that share a member: none missed, none invented.
 *
 * @param sets the largest first
 * @param shared what `sharedMembers` says of these sets
 */
export function jaccardJoin(sets: readonly Float64Array[], shared: SharedMembers, threshold: number): Candidates {
  // J >= t asks for an overlap of t / (1 + t) (|A| + |B|): at least t of the larger set, and 2t / (1 + t) of the smaller.
  return prefixJoin(sets, shared, {
    ofSmaller: (2 * threshold) / (1 + threshold),
    ofLarger: threshold,
    holds: (common, smaller, larger) => common / (smaller + larger - common) >= threshold,
  });
}

/** All pairs of sets of which the larger holds at least the share `least` of the smaller, and one member. */
export function containmentJoin(sets: readonly Float64Array[], shared: SharedMembers, least: number): Candidates {
  return prefixJoin(sets, shared, {
    ofSmaller: least,
    ofLarger: 0,
    holds: (common, smaller) => common / smaller >= least,
  });
}

/** What a pair of sets must have in common: least shares of the smaller and of the larger one, and the exact test. */
interface Requirement {
  readonly ofSmaller: number;
  readonly ofLarger: number;
  readonly holds: (common: number, smaller: number, larger: number) => boolean;
}

/**
 * Prefix filter (Chaudhuri, Ganti and Kaushik 2006; Bayardo, Ma and Srikant 2007). Where a set must have k of its members
 * in common with another, at least one of them is outside any k - 1: in one order for all sets, it is enough to look up
 * the first |set| - k + 1. The order is by rarity, and members that no other set holds come first and need no look-up; so
 * an article whose phrases are mostly its own costs nothing.
 */
function prefixJoin(sets: readonly Float64Array[], shared: SharedMembers, required: Requirement): Candidates {
  const { offsets, members, frequency } = shared;
  const postings = emptyPostings(frequency);
  const { begin, end, holders } = postings;
  const lookedAtFor = new Int32Array(sets.length).fill(-1);
  const keys: number[] = [];
  let complete = true;
  for (let smaller = 0; smaller < sets.length; smaller++) {
    const set = sets[smaller] as Float64Array;
    const from = offsets[smaller] as number;
    const to = offsets[smaller + 1] as number;
    let partners = 0;
    const lookUpTo = prefixEnd(to, required.ofSmaller, set.length);
    search: for (let i = from; i < lookUpTo; i++) {
      const member = members[i] as number;
      for (let entry = begin[member] as number; entry < (end[member] as number); entry++) {
        const larger = holders[entry] as number;
        if (lookedAtFor[larger] === smaller) continue;
        lookedAtFor[larger] = smaller;
        const other = sets[larger] as Float64Array;
        if (set.length < required.ofLarger * other.length - ROUNDING) continue;
        if (!required.holds(overlap(set, other), set.length, other.length)) continue;
        if (++partners > MOST_PARTNERS) {
          complete = false;
          break search;
        }
        keys.push(pairKey(larger, smaller));
      }
    }
    const enterTo = prefixEnd(to, required.ofLarger, set.length);
    for (let i = from; i < enterTo; i++) enter(postings, members[i] as number, smaller);
  }
  return { pairs: pairsOf(keys), complete };
}

/** A bound computed in doubles may lie a hair above the whole number that it should equal. */
const ROUNDING = 1e-6;

/** Where the prefix ends, given where the set ends: `share * size` members, or one at the least, reach beyond it. */
function prefixEnd(end: number, share: number, size: number): number {
  return end - Math.max(1, Math.ceil(share * size - ROUNDING)) + 1;
}
