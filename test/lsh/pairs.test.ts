import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pairKey, pairsOf } from '../../src/lsh/pairs.ts';

const index = fc.integer({ min: 0, max: 2 ** 26 - 1 });

test('a pair comes back from its key, smaller index first, whichever was given first', () => {
  fc.assert(
    fc.property(index, index, (i, j) => {
      expect(pairsOf([pairKey(i, j), pairKey(j, i)])).toEqual([{ a: Math.min(i, j), b: Math.max(i, j) }]);
    }),
  );
});

test('pairs are sorted by a, then b', () => {
  const keys = [pairKey(2, 9), pairKey(10, 1), pairKey(1, 3), pairKey(3, 2)];
  expect(pairsOf(keys).map(({ a, b }) => [a, b])).toEqual([
    [1, 3],
    [1, 10],
    [2, 3],
    [2, 9],
  ]);
});
