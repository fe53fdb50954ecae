import { ABSENT, enter, hashTable, lookUp } from '../hashTable.ts';
import { type InvertedIndex, invertedIndex } from './invertedIndex.ts';

/**
 * A member of four sets among 512, evenly chosen, is common: of 10,000 sets some 80 hold it. Which are common decides how
 * long a search takes, never what it finds; a larger sample, or another bound, gained nothing.
 */
const SAMPLE = 512;
const COMMON = 4;

/** Beyond all hashes; from here on doubles are even numbers. */
const BEYOND = 2 ** 53;

/**
 * An order of all members for a prefix filter: by value, as sets have them, but common members come last, the commonest
 * at the very end. A prefix then holds no phrase that many share, where the set has enough others; and nothing need be
 * counted for it but a sample.
 *
 * @returns gives the first members of a set in this order; a common one is told by a number beyond all hashes, so that
 * they ascend, and two sets share as many of these numbers as members
 */
export function commonLast(sets: readonly Float64Array[]): (set: Float64Array, size: number) => Float64Array {
  const common = commonMembers(sets);
  // By the low half of a member; the few that have the same one as another count as not common.
  const ranks = hashTable();
  common.forEach((member, rank) => {
    enter(ranks, member >>> 0, rank);
  });
  const rankOf = (member: number): number => {
    const rank = lookUp(ranks, member >>> 0);
    return rank !== ABSENT && common[rank] === member ? rank : ABSENT;
  };
  // Spread as evenly as hashes are: what is indexed range by range would be in one of them otherwise.
  const step = 2 * Math.floor(BEYOND / 2 / (common.length + 1));
  return (set, size) => {
    let filled = 0;
    while (filled < size && rankOf(set[filled] as number) === ABSENT) filled++;
    if (filled === size) return set.subarray(0, size);
    const prefix = set.slice(0, size);
    const last: number[] = [];
    for (let i = filled; i < set.length && filled < size; i++) {
      const rank = rankOf(set[i] as number);
      if (rank === ABSENT) prefix[filled++] = set[i] as number;
      else last.push(BEYOND + step * rank);
    }
    prefix.set(
      Float64Array.from(last)
        .sort()
        .subarray(0, size - filled),
      filled,
    );
    return prefix;
  };
}

/** The members that are common, the commonest last. */
function commonMembers(sets: readonly Float64Array[]): Float64Array {
  const every = Math.ceil(sets.length / SAMPLE);
  const sample = sets.filter((_, i) => i % every === 0);
  const index = invertedIndex(sample);
  const common = new Map<number, number>();
  sample.forEach((set, i) => {
    for (let place = index.offsets[i] as number; place < (index.offsets[i + 1] as number); place++) {
      const holders = holderCount(index, index.members[place] as number);
      if (holders >= COMMON) common.set(set[index.positions[place] as number] as number, holders);
    }
  });
  const rarestFirst = [...common].sort(([x, m], [y, n]) => m - n || x - y);
  return Float64Array.from(rarestFirst, ([member]) => member);
}

/** How many sets hold a member. */
export function holderCount({ begin }: Pick<InvertedIndex, 'begin'>, member: number): number {
  return (begin[member + 1] as number) - (begin[member] as number);
}
