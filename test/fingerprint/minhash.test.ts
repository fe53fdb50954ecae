import { describe, expect, test } from 'vitest';
import { minhash } from '../../src/fingerprint/minhash.ts';
import { mix, shingleSet } from '../../src/fingerprint/shingles.ts';

const SIZE = 128;

/** Two sets of `size` members each with about this Jaccard similarity, unlike those of any other trial, and the exact value. */
function setsOf(size: number, jaccard: number, trial: number) {
  const shared = Math.round((2 * size * jaccard) / (1 + jaccard));
  // Bijective in its argument, so members are distinct; trial and member share no bits.
  const member = (i: number) => mix((trial << 14) | i) >>> 0;
  const a = Float64Array.from({ length: size }, (_, i) => member(i));
  const b = Float64Array.from({ length: size }, (_, i) => member(i < shared ? i : i + size));
  return { a: shingleSet(a), b: shingleSet(b), exact: shared / (2 * size - shared) };
}

function estimate(a: Uint32Array, b: Uint32Array): number {
  let equal = 0;
  for (let i = 0; i < a.length; i++) if (a[i] === b[i]) equal++;
  return equal / a.length;
}

describe.each([26, 120, 500, 3000])('sets of %i', (size) => {
  test.each([0.1, 0.3, 0.5, 0.8, 0.95])(
    'estimate J = %f without bias, with at most the binomial variance',
    (jaccard) => {
      const trials = 600;
      let sum = 0;
      let squares = 0;
      let exact = 0;
      for (let trial = 0; trial < trials; trial++) {
        const sets = setsOf(size, jaccard, trial);
        exact = sets.exact;
        const error = estimate(minhash(sets.a, SIZE), minhash(sets.b, SIZE)) - exact;
        sum += error;
        squares += error * error;
      }
      const binomial = (exact * (1 - exact)) / SIZE;
      // Five standard errors of the mean, and of a variance over 600 trials (sqrt(2 / 600) = 0.058).
      expect(Math.abs(sum / trials)).toBeLessThan(5 * Math.sqrt(binomial / trials));
      expect(squares / trials).toBeLessThan(binomial * (1 + 5 * 0.058));
    },
  );
});

test('no set, no signature; any other set fills every place', () => {
  expect(minhash(new Float64Array(0), SIZE)).toHaveLength(0);
  for (const size of [1, 2, 3, 200]) expect(new Set(minhash(setsOf(size, 1, 1).a, SIZE)).size).toBe(SIZE);
});

test('equal sets have equal signatures, and disjoint ones agree nowhere', () => {
  const { a, b } = setsOf(400, 0, 1);
  expect(minhash(a, SIZE)).toEqual(minhash(a.slice(), SIZE));
  expect(estimate(minhash(a, SIZE), minhash(b, SIZE))).toBe(0);
});

test('a set of 32-bit terms has the signature of the same numbers as doubles', () => {
  const { a } = setsOf(32, 1, 5);
  expect(minhash(Uint32Array.from(a), SIZE)).toEqual(minhash(a, SIZE));
});
