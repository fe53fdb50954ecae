import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BoostOptions, boost, type Sample } from '../../scripts/fit/boost.ts';
import { mix } from '../../src/fingerprint/shingles.ts';
import { score } from '../../src/match/rewrite/model.ts';

const OPTIONS: BoostOptions = {
  trees: 60,
  rate: 0.2,
  lambda: 1,
  minHessian: 0.1,
  minSamples: 5,
  monotone: [1, -1, 1],
  strides: 1,
};

/** Numbers in [0, 1) that look random and are the same in every run. */
function noise(i: number): number {
  return (mix(i + 1) >>> 0) / 2 ** 32;
}

/** Samples whose outcome has the odds of e^f; the third feature says nothing. */
function samplesOf(f: (x: number, y: number) => number, count = 4000): Sample[] {
  return Array.from({ length: count }, (_, i) => {
    const [x, y, z] = [noise(5 * i), noise(5 * i + 1), noise(5 * i + 2)] as [number, number, number];
    const p = 1 / (1 + Math.exp(-f(x, y)));
    return { values: Float64Array.of(x, y, z), outcome: noise(5 * i + 3) < p ? 1 : 0, weight: 1 };
  });
}

describe('boosted trees', () => {
  const truth = (x: number, y: number): number => 6 * x - 4 * y - 1;
  const fitted = boost(samplesOf(truth), OPTIONS);

  it('recover a monotone function from its coin flips', () => {
    let error = 0;
    for (let i = 0; i < 500; i++) {
      const [x, y] = [noise(7 * i), noise(7 * i + 3)];
      error += Math.abs(score(fitted, Float64Array.of(x, y, 0.5)) - truth(x, y)) / 500;
    }
    expect(error).toBeLessThan(0.5); // of log-odds between -5 and 5
  });

  it('put the threshold where a step is', () => {
    const { trees } = boost(
      samplesOf((x) => (x > 0.6 ? 4 : -4)),
      { ...OPTIONS, trees: 1 },
    );
    expect(trees[0]?.feature).toBe(0);
    expect(trees[0]?.threshold).toBeGreaterThan(0.57);
    expect(trees[0]?.threshold).toBeLessThan(0.63);
  });

  it('never let a feature speak against its direction, even if the samples do', () => {
    const contrary = boost(
      samplesOf((x, y) => -truth(x, y)),
      { ...OPTIONS, monotone: [1, -1, 1] },
    );
    const unit = fc.double({ min: 0, max: 1, noNaN: true });
    for (const model of [fitted, contrary]) {
      fc.assert(
        fc.property(unit, unit, unit, unit, fc.constantFrom(0, 1, 2), (x, y, z, other, feature) => {
          const values = Float64Array.of(x, y, z);
          const [less, more] = [values[feature] as number, other].sort((u, v) => u - v) as [number, number];
          const change = score(model, values.with(feature, more)) - score(model, values.with(feature, less));
          expect(change * (OPTIONS.monotone[feature] as number)).toBeGreaterThanOrEqual(0);
        }),
        { numRuns: 500 },
      );
    }
  });

  it('are the same for the same samples', () => {
    expect(boost(samplesOf(truth), OPTIONS)).toEqual(fitted);
  });

  it('begin at the odds of the samples, by weight', () => {
    const sample = (outcome: 0 | 1, weight: number): Sample => ({ values: Float64Array.of(0, 0, 0), outcome, weight });
    const { bias, trees } = boost([sample(1, 3), sample(0, 1), sample(0, 0.5)], OPTIONS);
    expect(bias).toBeCloseTo(Math.log(3 / 1.5), 12);
    expect(trees).toEqual([]); // nothing tells the samples apart
  });

  it('see a sample of weight 3 as three samples', () => {
    const samples = samplesOf(truth, 300);
    const heavy = samples.map((sample, i) => (i < 100 ? { ...sample, weight: 3 } : sample));
    const thrice = samples.flatMap((sample, i) => (i < 100 ? [sample, sample, sample] : [sample]));
    expect(boost(heavy, OPTIONS).bias).toBeCloseTo(boost(thrice, OPTIONS).bias, 9);
  });
});
