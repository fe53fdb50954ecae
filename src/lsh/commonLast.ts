import { type InvertedIndex, invertedIndex } from './invertedIndex.ts';

/**
 * A member of four sets among 512, evenly chosen, is common: of 10,000 sets some 80 hold it. Which are common decides how
 * long a search takes, never what it finds; a larger sample, or another bound, gained nothing.
 */
const SAMPLE = 512;
const COMMON = 4;

/** Bits of a filter before the table of common members: 32 KiB. */
const FILTER_BITS = 2 ** 18;

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
  const numbers = commonMembers(sets);
  const filter = new Uint32Array(FILTER_BITS / 32);
  for (const member of numbers.keys()) {
    const bit = member & (FILTER_BITS - 1);
    filter[bit >>> 5] = (filter[bit >>> 5] as number) | (1 << (bit & 31));
  }
  const numberOf = (member: number): number | undefined => {
    const bit = member & (FILTER_BITS - 1);
    return ((filter[bit >>> 5] as number) & (1 << (bit & 31))) === 0 ? undefined : numbers.get(member);
  };
  return (set, size) => {
    let filled = 0;
    while (filled < size && numberOf(set[filled] as number) === undefined) filled++;
    if (filled === size) return set.subarray(0, size);
    const prefix = set.slice(0, size);
    const common: number[] = [];
    for (let i = filled; i < set.length && filled < size; i++) {
      const number = numberOf(set[i] as number);
      if (number === undefined) prefix[filled++] = set[i] as number;
      else common.push(number);
    }
    prefix.set(
      Float64Array.from(common)
        .sort()
        .subarray(0, size - filled),
      filled,
    );
    return prefix;
  };
}

/** The members that are common, and the number that stands for each. */
function commonMembers(sets: readonly Float64Array[]): Map<number, number> {
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
  return new Map(rarestFirst.map(([member], rank) => [member, BEYOND + 2 * rank]));
}

/** How many sets hold a member. */
export function holderCount({ begin }: Pick<InvertedIndex, 'begin'>, member: number): number {
  return (begin[member + 1] as number) - (begin[member] as number);
}
