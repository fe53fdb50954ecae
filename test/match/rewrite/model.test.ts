import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FEATURES } from '../../../src/match/rewrite/features.ts';
import shipped from '../../../src/match/rewrite/model.data.json' with { type: 'json' };
import { contributions, probability, type RewriteModel, score } from '../../../src/match/rewrite/model.ts';

const model: RewriteModel = shipped;

// Shares, and logarithms of lengths and of weights.
const value = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 9, noNaN: true }));
const vector: fc.Arbitrary<Float64Array> = fc
  .array(value, { minLength: FEATURES.length, maxLength: FEATURES.length })
  .map((values) => Float64Array.from(values));

describe('the shipped model', () => {
  it('was fitted on the features that are measured, in their order', () => {
    expect(model.features).toEqual(FEATURES.map(({ name }) => name));
  });

  it('is monotone in every feature as declared, whatever the others are', () => {
    fc.assert(
      fc.property(vector, fc.nat(FEATURES.length - 1), value, value, (values, feature, x, y) => {
        const at = (changed: number): number => probability(model, values.with(feature, changed));
        const [less, more] = [at(Math.min(x, y)), at(Math.max(x, y))];
        if (FEATURES[feature]?.monotone === 1) expect(more).toBeGreaterThanOrEqual(less);
        else expect(more).toBeLessThanOrEqual(less);
      }),
      { numRuns: 3000 },
    );
  });

  it('is monotone at each of its own thresholds', () => {
    for (const { feature, threshold } of model.trees.flatMap((tree) => [tree, tree.left, tree.right])) {
      const sign = FEATURES[feature]?.monotone ?? 0;
      for (const rest of [0, 0.3, 0.6, 1, 5]) {
        const at = (changed: number): number =>
          score(model, new Float64Array(FEATURES.length).fill(rest).with(feature, changed));
        expect(sign * (at(threshold + 1e-6) - at(threshold))).toBeGreaterThanOrEqual(0);
      }
    }
  });

  it('is sure of the best and of the worst, and of nothing wholly', () => {
    const extreme = (best: boolean): Float64Array =>
      Float64Array.from(FEATURES, ({ name, monotone }) =>
        (monotone === 1) === best ? (name === 'shorterLength' ? 6 : 1) : name.startsWith('new') ? (best ? 0 : 6) : 0,
      );
    expect(probability(model, extreme(true))).toBeGreaterThan(0.95);
    expect(probability(model, extreme(true))).toBeLessThan(1);
    expect(probability(model, extreme(false))).toBeLessThan(0.01);
    expect(probability(model, extreme(false))).toBeGreaterThan(0);
  });
});

describe('what the features contributed', () => {
  it('sums to the log-odds, less those of a pair of which nothing is known', () => {
    const { bias, trees, calibration } = model;
    const unknown =
      calibration.slope * trees.reduce((sum, { expected }) => sum + expected, bias) + calibration.intercept;
    fc.assert(
      fc.property(vector, (values) => {
        const logOdds = contributions(model, values).reduce((sum, { logOdds }) => sum + logOdds, unknown);
        expect(1 / (1 + Math.exp(-logOdds))).toBeCloseTo(probability(model, values), 9);
      }),
    );
  });

  it('is told strongest first, each feature once with its value', () => {
    fc.assert(
      fc.property(vector, (values) => {
        const told = contributions(model, values);
        expect(new Set(told.map(({ feature }) => feature)).size).toBe(told.length);
        for (const [i, { feature, value, logOdds }] of told.entries()) {
          expect(value).toBe(values[model.features.indexOf(feature)]);
          if (i > 0) expect(Math.abs(logOdds)).toBeLessThanOrEqual(Math.abs(told[i - 1]?.logOdds ?? 0));
        }
      }),
    );
  });
});
