import type { Indexer, InvertedIndex, PairList } from './invertedIndex.ts';

/** Makes an inverted index by the plainest means: the twin of `kernelIndexer`. */
export function plainIndexer(sets: number, most: number): Indexer {
  const values = new Float64Array(most);
  const starts = new Uint32Array(sets);
  const ends = new Uint32Array(sets);
  const members: number[][] = Array.from({ length: sets }, () => []);
  const positions: number[][] = Array.from({ length: sets }, () => []);
  const holders: number[][] = [];

  return {
    values,
    starts,
    ends,
    enter(size) {
      const counts = new Map<number, number>();
      for (const value of values.subarray(0, size)) counts.set(value, (counts.get(value) ?? 0) + 1);
      const numbers = new Map<number, number>();
      for (let set = 0, place = 0; set < sets; set++) {
        for (let position = starts[set] as number; position < (ends[set] as number); position++) {
          const value = values[place++] as number;
          if (counts.get(value) === 1) continue;
          const member = numbers.get(value) ?? holders.push([]) - 1;
          numbers.set(value, member);
          members[set]?.push(member);
          positions[set]?.push(position);
          holders[member]?.push(set);
        }
      }
    },
    close() {
      const index = {
        offsets: beginnings(members),
        members: Uint32Array.from(members.flat()),
        positions: Uint32Array.from(positions.flat()),
        begin: beginnings(holders),
        holders: Uint32Array.from(holders.flat()),
      };
      return { ...index, search: (...asked) => search(index, ...asked) };
    },
  };
}

function* search(
  { offsets, members, positions, begin, holders }: Omit<InvertedIndex, 'search'>,
  ...[upTo, from, least, mostHolders]: Parameters<InvertedIndex['search']>
): Generator<PairList> {
  for (let set = 0; set + 1 < offsets.length; set++) {
    const counts = new Map<number, number>();
    for (let i = offsets[set] as number; i < (offsets[set + 1] as number); i++) {
      const member = members[i] as number;
      const own = holders.subarray(begin[member], begin[member + 1]);
      if ((positions[i] as number) >= (upTo[set] as number) || own.length > mostHolders) continue;
      for (const holder of own) {
        if (holder >= (from[set] as number) && holder < set) counts.set(holder, (counts.get(holder) ?? 0) + 1);
      }
    }
    const pairs = [...counts].filter(([, common]) => common >= (least[set] as number));
    yield {
      size: pairs.length,
      later: new Uint32Array(pairs.length).fill(set),
      earlier: Uint32Array.from(pairs, ([holder]) => holder),
      common: Uint32Array.from(pairs, ([, common]) => common),
    };
  }
}

/** Where each of some runs begins that stand one after the other, and where the last one ends. */
function beginnings(runs: readonly (readonly number[])[]): Uint32Array {
  const begin = new Uint32Array(runs.length + 1);
  for (let i = 0; i < runs.length; i++) begin[i + 1] = (begin[i] as number) + (runs[i] as number[]).length;
  return begin;
}
