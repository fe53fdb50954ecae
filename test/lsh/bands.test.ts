import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { minhash } from '../../src/fingerprint/minhash.ts';
import { bandCandidates } from '../../src/lsh/bands.ts';
import { MOST_PARTNERS } from '../../src/lsh/pairs.ts';
import { candidateProbability } from '../../src/lsh/scurve.ts';
import { bruteForce, setsSharing } from './sets.ts';

const layout = { bands: 4, rows: 2 };
/** Two values a place, so that many bands agree. */
const signature = fc.uint32Array({ minLength: 8, maxLength: 8, max: 1 });

test('candidates are exactly the pairs that agree in all rows of one band', () => {
  fc.assert(
    fc.property(fc.array(signature, { maxLength: 40 }), (signatures) => {
      const agree = (a: number, b: number) =>
        [0, 2, 4, 6].some(
          (from) => `${signatures[a]?.slice(from, from + 2)}` === `${signatures[b]?.slice(from, from + 2)}`,
        );
      expect(bandCandidates(signatures, layout)).toEqual({
        pairs: bruteForce(signatures.length, agree),
        complete: true,
      });
    }),
  );
});

test('the signature of an empty set pairs with nothing, least of all with another', () => {
  const empty = minhash(new Float64Array(0), 8);
  expect(bandCandidates([empty, empty, new Uint32Array(8)], layout).pairs).toEqual([]);
});

test('a crowd costs a bounded number of pairs an article, each with the first ones, and says so', () => {
  const crowd = Array.from({ length: 1000 }, () => new Uint32Array(8));
  const { pairs, complete } = bandCandidates(crowd, layout);
  expect(complete).toBe(false);
  expect(pairs.filter(({ a }) => a === 0)).toHaveLength(999);
  expect(pairs.every(({ a }) => a < MOST_PARTNERS)).toBe(true);
});

describe.each([
  { bands: 40, rows: 2 },
  { bands: 25, rows: 5 },
  { bands: 13, rows: 8 },
])('the measured candidate rate follows the S-curve: $bands bands of $rows rows', (bands) => {
  test.each([40, 80, 120, 160, 190])('sets of 200 that share %i', (shared) => {
    const trials = 600;
    const signatures: Uint32Array[] = [];
    for (let trial = 0; trial < trials; trial++) {
      for (const set of setsSharing(200, shared, trial)) signatures.push(minhash(set, 128));
    }
    const rate =
      bandCandidates(signatures, bands).pairs.filter(({ a, b }) => a % 2 === 0 && b === a + 1).length / trials;
    const expected = candidateProbability(shared / (400 - shared), bands);
    // Five standard deviations of a binomial share, and at least two pairs.
    const tolerance = Math.max(5 * Math.sqrt((expected * (1 - expected)) / trials), 2 / trials);
    expect(Math.abs(rate - expected)).toBeLessThanOrEqual(tolerance);
  });
});
