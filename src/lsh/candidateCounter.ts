import type { Postings } from './postings.ts';

/** Look-ups that are done in one go; where a member's holders are more, most of them may never be needed. */
const FEW = 4096;

/** What 32 bits count to. */
const MOST = 2 ** 32 - 1;

/** The first block of sets, where the look-ups are many; each next one is twice as large. */
const FIRST_BLOCK = 128;

/**
 * Counts, for a set, how many of its first members each set that was entered before has in common with it.
 *
 * The counter takes the set's place in `members`: its members from `from` to `to` must be looked up, up to `mostTo` may be.
 * It looks up as many as costs no more than twice what those to `to` cost, and gives the sets that have one in common, and
 * one more for each looked up beyond `to`. They come in blocks in the order in which they were entered, so that who has
 * enough of them can stop: of a crowd that all hold the same members, few are counted.
 */
export function candidateCounter(
  { begin, end, holders }: Postings,
  members: Uint32Array,
  sets: number,
): (from: number, to: number, mostTo: number, entered: number) => Iterable<number[]> {
  // Counts of earlier calls lie below `zero`: nothing is cleared.
  const counts = new Uint32Array(sets);
  let zero = 0;
  let next = new Uint32Array(0);

  const holdersOf = (place: number): number => {
    const member = members[place] as number;
    return (end[member] as number) - (begin[member] as number);
  };

  return function* count(from, to, mostTo, entered) {
    let visits = 0;
    for (let i = from; i < to; i++) visits += holdersOf(i);
    if (visits === 0) return;
    let last = to;
    for (let left = visits; last < mostTo && left >= holdersOf(last); last++) left -= holdersOf(last);
    const least = 1 + last - to;

    if (zero > MOST - (last - from)) {
      counts.fill(0);
      zero = 0;
    }
    if (next.length < last - from) next = new Uint32Array(2 * (last - from));
    for (let i = from; i < last; i++) next[i - from] = begin[members[i] as number] as number;
    const base = zero;
    zero += last - from;
    let block = visits > FEW ? FIRST_BLOCK : entered;
    for (let until = block; ; until += block) {
      const found: number[] = [];
      for (let i = from; i < last; i++) {
        const stop = end[members[i] as number] as number;
        let entry = next[i - from] as number;
        for (; entry < stop && (holders[entry] as number) < until; entry++) {
          const holder = holders[entry] as number;
          const count = Math.max(counts[holder] as number, base) + 1;
          counts[holder] = count;
          if (count === base + least) found.push(holder);
        }
        next[i - from] = entry;
      }
      yield found.sort((x, y) => x - y);
      if (until >= entered) return;
      block *= 2;
    }
  };
}
