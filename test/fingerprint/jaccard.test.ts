import fc from 'fast-check';
import { expect, test } from 'vitest';
import { containment, jaccard, overlap, overlapFrom } from '../../src/fingerprint/jaccard.ts';
import { shingleSet } from '../../src/fingerprint/shingles.ts';

const setOf = (values: readonly number[]) => shingleSet(Float64Array.from(values));
const value = fc.oneof(fc.integer({ min: 0, max: 50 }), fc.maxSafeInteger().map(Math.abs));
const set = fc.array(value, { maxLength: 40 }).map(setOf);
/** Large enough beside the other that the search gallops. */
const large = fc.array(value, { minLength: 0, maxLength: 1500, size: 'max' }).map(setOf);

test('the overlap is the size of the intersection, in either order, whatever the sizes', () => {
  fc.assert(
    fc.property(set, fc.oneof(set, large), (a, b) => {
      const expected = a.filter((x) => b.includes(x)).length;
      expect(overlap(a, b)).toBe(expected);
      expect(overlap(b, a)).toBe(expected);
    }),
  );
});

test('where fewer are certain than asked for, some number below it is told', () => {
  fc.assert(
    fc.property(set, fc.oneof(set, large), fc.nat(45), (a, b, least) => {
      const all = overlap(a, b);
      const told = overlap(a, b, least);
      if (all >= least) expect(told).toBe(all);
      else expect(told).toBeLessThan(least);
    }),
  );
});

test('counting goes on from any value', () => {
  fc.assert(
    fc.property(set, set, value, (a, b, upTo) => {
      const [i, j] = [a, b].map((one) => one.filter((x) => x <= upTo).length) as [number, number];
      expect(overlapFrom(a, i, b, j, overlap(a.slice(0, i), b.slice(0, j)), 0)).toBe(overlap(a, b));
    }),
  );
});

test('a small set within a large one is found whole', () => {
  const many = Float64Array.from({ length: 5000 }, (_, i) => 3 * i);
  for (const few of [[0], [14_997], [0, 14_997], [3, 6, 9], [2999 * 3, 3000 * 3]]) {
    expect(overlap(setOf(few), many)).toBe(few.length);
    expect(overlap(setOf(few.map((x) => x + 1)), many)).toBe(0);
  }
});

test('the Jaccard similarity is the intersection over the union; containment the intersection over the first', () => {
  const a = setOf([1, 2, 3, 4]);
  const b = setOf([3, 4, 5, 6, 7, 8]);
  expect(jaccard(a, b)).toBe(2 / 8);
  expect(containment(a, b)).toBe(2 / 4);
  expect(containment(b, a)).toBe(2 / 6);
});

test('a set is all of itself, and empty sets are like nothing', () => {
  const empty = setOf([]);
  fc.assert(
    fc.property(set, (a) => {
      expect(jaccard(a, a)).toBe(a.length === 0 ? 0 : 1);
      expect([jaccard(a, empty), containment(a, empty), containment(empty, a)]).toEqual([0, 0, 0]);
    }),
  );
});
