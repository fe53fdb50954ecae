import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shingleSet } from '../../src/fingerprint/shingles.ts';
import { invertedIndex } from '../../src/lsh/invertedIndex.ts';
import { kernelIndexer } from '../../src/lsh/kernelIndexer.ts';
import { plainIndexer } from '../../src/lsh/plainIndexer.ts';
import { hashedSet } from './sets.ts';

const small = fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 20 });
const anyValue = fc.array(fc.maxSafeInteger().map(Math.abs), { maxLength: 20 });
const sets = fc.array(
  fc.oneof(small, anyValue).map((values) => shingleSet(Float64Array.from(values))),
  { maxLength: 30 },
);

/** What an index says, by members as they are: two indexes may number them otherwise. */
function told(given: readonly Float64Array[], open: typeof plainIndexer, slice?: number) {
  const { offsets, members, positions, begin, holders } = invertedIndex(given, open, slice);
  return given.map((set, i) =>
    Array.from(members.slice(offsets[i], offsets[i + 1]), (member, k) => ({
      value: set[positions[(offsets[i] as number) + k] as number],
      holders: [...holders.slice(begin[member], begin[member + 1])],
    })),
  );
}

// A slice of one value at the least: a few sets take several.
describe.each([
  ['kernel', kernelIndexer, undefined],
  ['kernel, in slices', kernelIndexer, 1],
  ['plain twin', plainIndexer, undefined],
  ['plain twin, in slices', plainIndexer, 1],
] as const)('the %s', (_, open, slice) => {
  test('lists the members of two sets or more, in the order of each set, with all that hold them', () => {
    fc.assert(
      fc.property(sets, (given) => {
        const holdersOf = (value: number) => [...given.keys()].filter((i) => given[i]?.includes(value));
        expect(told(given, open, slice)).toEqual(
          given.map((set) =>
            [...set].map((value) => ({ value, holders: holdersOf(value) })).filter(({ holders }) => holders.length > 1),
          ),
        );
      }),
    );
  });

  test('finds the pairs that have something in common where it looks', () => {
    fc.assert(
      fc.property(sets, fc.nat(20), fc.nat(3), fc.nat(3), fc.nat(30), (given, upTo, behind, atLeast, mostHolders) => {
        const froms = Uint32Array.from(given, (_, i) => Math.max(0, i - behind));
        const upTos = new Uint32Array(given.length).fill(upTo);
        const leasts = new Uint32Array(given.length).fill(atLeast);
        const found: [later: number, earlier: number, common: number][] = [];
        const { search } = invertedIndex(given, open, slice);
        for (const { size, later, earlier, common } of search(upTos, froms, leasts, mostHolders)) {
          for (let i = 0; i < size; i++) found.push([later[i] as number, earlier[i] as number, common[i] as number]);
        }
        const isLookedUp = (value: number) => given.filter((set) => set.includes(value)).length <= mostHolders;
        const expected = given.flatMap((set, i) =>
          given.slice(froms[i], i).map((other, k) => {
            const looked = set.subarray(0, upTo).filter((value) => other.includes(value) && isLookedUp(value));
            return [i, (froms[i] as number) + k, looked.length] as const;
          }),
        );
        expect(found.sort(([a, b], [c, d]) => a - c || b - d)).toEqual(
          expected.filter(([, , common]) => common !== 0 && common >= atLeast),
        );
      }),
    );
  });
});

test('what takes several slices is found once, in the order of each set', () => {
  // 1.2 million members in 1,200 sets; each is in three of them.
  const given = Array.from({ length: 1200 }, (_, i) =>
    hashedSet(Array.from({ length: 1000 }, (_, k) => Math.floor(i / 3) * 1000 + k)),
  );
  const { offsets, positions, holders } = invertedIndex(given);
  expect(holders).toHaveLength(1_200_000);
  expect(offsets).toEqual(Uint32Array.from({ length: 1201 }, (_, i) => 1000 * i));
  expect(positions.subarray(5000, 6000)).toEqual(Uint32Array.from({ length: 1000 }, (_, i) => i));
});

test('pairs that do not fit in one list are given in several', () => {
  const given = Array.from({ length: 600 }, () => hashedSet([1, 2, 3]));
  let pairs = 0;
  let lists = 0;
  const { search } = invertedIndex(given);
  for (const { size, later } of search(new Uint32Array(600).fill(3), new Uint32Array(600), new Uint32Array(600), 600)) {
    lists++;
    pairs += size;
    expect(later).toHaveLength(size);
  }
  expect(pairs).toBe((600 * 599) / 2);
  expect(lists).toBeGreaterThan(1);
});
