import { describe, expect, test } from 'vitest';
import { minhash } from '../../src/fingerprint/minhash.ts';
import { bandCandidates } from '../../src/lsh/bands.ts';
import { candidateProbability, chooseBands } from '../../src/lsh/scurve.ts';
import { setsSharing } from './sets.ts';

const PLACES = 128;
const THRESHOLDS = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1];

/** The least that two sets of `size` must share for this Jaccard similarity. */
const least = (size: number, threshold: number) => Math.ceil((2 * size * threshold) / (1 + threshold) - 1e-9);

// Sets smaller than the signature, too: their places depend on each other, which the S-curve knows nothing of.
describe.each([26, 100, 400])('two sets of %i at the threshold', (size) => {
  test.each(THRESHOLDS)('share one of the bands chosen for %s as often as the guarantee says', (threshold) => {
    const bands = chooseBands(threshold, PLACES);
    const trials = 500;
    const signatures = Array.from({ length: trials }, (_, trial) =>
      setsSharing(size, least(size, threshold), trial).map((set) => minhash(set, PLACES)),
    );
    const missed = signatures.filter((pair) => bandCandidates(pair, bands).pairs.length === 0).length;
    const chance = 1 - candidateProbability(threshold, bands);
    expect(chance).toBeLessThanOrEqual(0.001);
    expect(missed).toBeLessThanOrEqual(trials * chance + 5 * Math.sqrt(trials * chance));
  });
});

test('where a signature is too short to promise 0.999, the curve tells the lower figure', () => {
  expect(candidateProbability(0.05, chooseBands(0.05, PLACES))).toBeCloseTo(1 - 0.95 ** 128, 12);
  expect(candidateProbability(0.01, chooseBands(0.01, PLACES))).toBeCloseTo(1 - 0.99 ** 128, 12);
});
