import fc from 'fast-check';
import { expect, test } from 'vitest';
import { containment, jaccard } from '../../src/fingerprint/jaccard.ts';
import { containmentJoin, jaccardJoin } from '../../src/lsh/exactJoin.ts';
import { MOST_PARTNERS } from '../../src/lsh/pairs.ts';
import { bruteForce, hashedSet, largestFirst } from './sets.ts';

/** Runs of neighbouring numbers: they overlap as articles with common passages do, and sizes differ. */
const run = fc.record({ from: fc.integer({ min: 0, max: 60 }), size: fc.integer({ min: 0, max: 40 }) });
const sets = fc
  .array(fc.array(run, { maxLength: 2 }), { maxLength: 30 })
  .map((articles) =>
    largestFirst(
      articles.map((runs) =>
        hashedSet(runs.flatMap(({ from, size }) => Array.from({ length: size }, (_, i) => from + i))),
      ),
    ),
  );
/** Simple fractions are met exactly, where a rounding error would show. */
const threshold = fc.oneof(
  fc.double({ min: 0.01, max: 1, noNaN: true }),
  fc.constantFrom(0.1, 0.2, 0.25, 0.3, 1 / 3, 0.4, 0.5, 0.6, 2 / 3, 0.7, 0.75, 0.8, 0.9, 1),
);

test('the Jaccard join finds all pairs at the threshold and no other', () => {
  fc.assert(
    fc.property(sets, threshold, (given, least) => {
      const at = (i: number) => given[i] as Float64Array;
      expect(jaccardJoin(given, least)).toEqual({
        pairs: bruteForce(given.length, (a, b) => jaccard(at(a), at(b)) >= least),
        complete: true,
      });
    }),
    { numRuns: 500 },
  );
});

test('the containment join finds all pairs of which the larger holds that share of the smaller, and no other', () => {
  fc.assert(
    fc.property(sets, threshold, (given, least) => {
      const at = (i: number) => given[i] as Float64Array;
      expect(containmentJoin(given, least)).toEqual({
        pairs: bruteForce(given.length, (a, b) => containment(at(b), at(a)) >= least),
        complete: true,
      });
    }),
    { numRuns: 500 },
  );
});

test('at a threshold of 0, sets that share nothing are no pair', () => {
  const given = [hashedSet([1, 2]), hashedSet([2, 3]), hashedSet([4]), hashedSet([])];
  expect(jaccardJoin(given, 0).pairs).toEqual([{ a: 0, b: 1 }]);
});

test('hundreds that all match each other are each paired with a bounded number of the largest, and the join says so', () => {
  const numbers = (from: number) => Array.from({ length: 60 }, (_, i) => from + i);
  const given = largestFirst(Array.from({ length: 400 }, (_, i) => hashedSet([...numbers(0), 1000 + i])));
  for (const join of [jaccardJoin, containmentJoin]) {
    const { pairs, complete } = join(given, 0.4);
    expect(complete).toBe(false);
    expect(pairs.filter(({ a }) => a === 0)).toHaveLength(399);
    expect(pairs.every(({ a }) => a < MOST_PARTNERS)).toBe(true);
  }
});

test('a passage that thousands share, and that is less than half of each, costs no pair', () => {
  const numbers = (from: number, size: number) => Array.from({ length: size }, (_, i) => from + i);
  const given = Array.from({ length: 2000 }, (_, i) => hashedSet([...numbers(0, 56), ...numbers(1000 * (i + 1), 60)]));
  expect(containmentJoin(given, 0.5)).toEqual({ pairs: [], complete: true });
});
