import { overlap } from '../fingerprint/jaccard.ts';
import { candidateCounter } from './candidateCounter.ts';
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
 * in common with another, at least `least` of them are outside any k - least: in one order for all sets, it is enough to
 * count what two sets have in common among their first |set| - k + least, and to compare those that have `least` there
 * (Wang, Li and Feng, SIGMOD 2012). The order is by rarity, and members that no other set holds come first and need no
 * look-up; so an article whose phrases are mostly its own costs nothing.
 *
 * One member in common (`least` 1) says little of texts: a shared sentence is a dozen shingles, and of 8,000 articles put
 * together from the sentences of one pool 4 million pairs share one. So `least` is as large as costs no more than twice
 * the look-ups: 0.3 s for them instead of 3.1, and no more than before for a template's 4,000 siblings.
 */
function prefixJoin(sets: readonly Float64Array[], shared: SharedMembers, required: Requirement): Candidates {
  const { offsets, members, frequency } = shared;
  const postings = emptyPostings(frequency);
  const counter = candidateCounter(postings, members, sets.length);
  const keys: number[] = [];
  let complete = true;
  for (let smaller = 0; smaller < sets.length; smaller++) {
    const set = sets[smaller] as Float64Array;
    const from = offsets[smaller] as number;
    const to = offsets[smaller + 1] as number;
    const common = commonAtLeast(required.ofSmaller, set.length);
    const most = Math.max(1, Math.floor(common * MOST_COUNTED));
    let partners = 0;
    search: for (const block of counter(from, to - common + 1, Math.min(to, to - common + most), smaller)) {
      for (const larger of block) {
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
    // Smaller sets count no more than `most` of theirs.
    const enterTo = Math.min(to, to - commonAtLeast(required.ofLarger, set.length) + most);
    for (let i = from; i < enterTo; i++) enter(postings, members[i] as number, smaller);
  }
  return { pairs: pairsOf(keys), complete };
}

/** The most that is counted, as a share of what a pair must have in common; larger shares gained nothing. */
const MOST_COUNTED = 0.25;

/** A bound computed in doubles may lie a hair above the whole number that it should equal. */
const ROUNDING = 1e-6;

/** How many members two sets have in common at the least if they have this share of one, and one member. */
function commonAtLeast(share: number, size: number): number {
  return Math.max(1, Math.ceil(share * size - ROUNDING));
}
