import fc from 'fast-check';
import { expect, test } from 'vitest';
import { overlap } from '../../src/fingerprint/jaccard.ts';
import { commonLast } from '../../src/lsh/commonLast.ts';
import { hashedSet } from './sets.ts';

const numbers = (from: number, size: number) => Array.from({ length: size }, (_, i) => from + i);
const runs = fc.array(fc.record({ from: fc.nat(40), size: fc.nat(20) }), { maxLength: 20 });

test('in this order, too, two sets ascend and share as much as before, and a prefix is the beginning of the whole', () => {
  fc.assert(
    fc.property(runs, fc.nat(20), (given, size) => {
      const sets = given.map(({ from, size }) => hashedSet(numbers(from, size)));
      const inOrder = commonLast(sets);
      const ordered = sets.map((set) => inOrder(set, set.length));
      ordered.forEach((set, i) => {
        expect(set).toEqual(set.slice().sort());
        const own = sets[i] as Float64Array;
        const prefix = Math.min(size, own.length);
        expect(inOrder(own, prefix)).toEqual(set.slice(0, prefix));
        sets.forEach((other, j) => {
          expect(overlap(set, ordered[j] as Float64Array)).toBe(overlap(own, other));
        });
      });
    }),
  );
});

test('what all sets hold comes after what is their own', () => {
  const sets = numbers(0, 600).map((i) => hashedSet([...numbers(0, 50), ...numbers(100 * (i + 1), 20)]));
  const inOrder = commonLast(sets);
  const own = hashedSet(numbers(700, 20));
  expect(inOrder(sets[6] as Float64Array, 20)).toEqual(own);
  expect(inOrder(sets[6] as Float64Array, 70).subarray(20)).toEqual(inOrder(sets[7] as Float64Array, 70).subarray(20));
});
