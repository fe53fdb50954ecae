import fc from 'fast-check';
import { expect, test } from 'vitest';
import { candidateProbability, chooseBands } from '../../src/lsh/scurve.ts';

test.each([
  // Mining of Massive Datasets, figure 3.8: b = 20, r = 5.
  [0.2, 0.006],
  [0.3, 0.047],
  [0.4, 0.186],
  [0.5, 0.47],
  [0.6, 0.802],
  [0.7, 0.975],
  [0.8, 0.9996],
])('with 20 bands of 5 rows, a pair of similarity %f is a candidate with probability %f', (similarity, probability) => {
  expect(candidateProbability(similarity, { bands: 20, rows: 5 })).toBeCloseTo(probability, 3);
});

const layout = fc.record({ bands: fc.integer({ min: 1, max: 128 }), rows: fc.integer({ min: 1, max: 128 }) });
const unit = fc.double({ min: 0, max: 1, noNaN: true });

test('the S-curve rises from 0 to 1', () => {
  fc.assert(
    fc.property(layout, unit, unit, (bands, s, t) => {
      expect(candidateProbability(0, bands)).toBe(0);
      expect(candidateProbability(1, bands)).toBe(1);
      expect(candidateProbability(Math.min(s, t), bands)).toBeLessThanOrEqual(
        candidateProbability(Math.max(s, t), bands),
      );
    }),
  );
});

test('the chosen bands find a pair at the threshold with probability 0.999 and fit the signature', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.053, max: 1, noNaN: true }), (threshold) => {
      const chosen = chooseBands(threshold, 128);
      expect(candidateProbability(threshold, chosen)).toBeGreaterThanOrEqual(0.999);
      expect(chosen.bands * chosen.rows).toBeLessThanOrEqual(128);
    }),
  );
});

test('no layout with more rows would do, nor the same rows with fewer bands', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.06, max: 0.99, noNaN: true }), (threshold) => {
      const { bands, rows } = chooseBands(threshold, 128);
      expect(candidateProbability(threshold, { bands: bands - 1, rows })).toBeLessThan(0.999);
      const moreRows = { bands: Math.floor(128 / (rows + 1)), rows: rows + 1 };
      expect(candidateProbability(threshold, moreRows)).toBeLessThan(0.999);
    }),
  );
});

test('where the signature is too short for the bound, every place is a band', () => {
  expect(chooseBands(0.01, 128)).toEqual({ bands: 128, rows: 1 });
  expect(chooseBands(0, 128)).toEqual({ bands: 128, rows: 1 });
});

test('at a threshold of 1 one band of all rows is enough', () => {
  expect(chooseBands(1, 128)).toEqual({ bands: 1, rows: 128 });
});
