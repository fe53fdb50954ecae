import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calibrationError, reliability, type Stated, wilson } from '../../scripts/eval/calibration.ts';

const stated: fc.Arbitrary<Stated[]> = fc.array(
  fc.record({
    probability: fc.double({ min: 0, max: 1, noNaN: true }),
    outcome: fc.constantFrom<0 | 1>(0, 1),
  }),
  { minLength: 1 },
);

describe('the reliability table', () => {
  it('has each statement in one bin, that holds its probability', () => {
    fc.assert(
      fc.property(stated, (statements) => {
        const bins = reliability(statements);
        expect(bins.reduce((sum, { pairs }) => sum + pairs, 0)).toBe(statements.length);
        const rewrites = statements.filter(({ outcome }) => outcome === 1).length;
        expect(bins.reduce((sum, bin) => sum + bin.rewrites, 0)).toBe(rewrites);
        for (const bin of bins) {
          expect(bin.stated).toBeGreaterThanOrEqual(bin.from - 1e-12);
          expect(bin.stated).toBeLessThanOrEqual(bin.to + 1e-12);
        }
      }),
    );
  });

  it('counts certainty, which is the end of the last bin', () => {
    expect(reliability([{ probability: 1, outcome: 1 }])).toMatchObject([{ to: 1, pairs: 1, rewrites: 1 }]);
  });

  it('has no error where as many are right as was stated, and all of it where none is', () => {
    const half = [0, 1].map((outcome) => ({ probability: 0.5, outcome }) as Stated);
    expect(calibrationError(reliability(half))).toBe(0);
    expect(calibrationError(reliability([{ probability: 0.9, outcome: 0 }]))).toBeCloseTo(0.9);
  });
});

describe("Wilson's interval", () => {
  it('holds the share, lies in 0 to 1, and narrows with the number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.nat(), (of, n) => {
        const count = n % (of + 1);
        const [low, high] = wilson(count, of);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(count / of + 1e-12);
        expect(high).toBeGreaterThanOrEqual(count / of - 1e-12);
        const [closerLow, closerHigh] = wilson(10 * count, 10 * of);
        expect(closerHigh - closerLow).toBeLessThan(high - low);
      }),
    );
  });

  it('is as published: 10 of 20 are 0.299 to 0.701, none of 10 is 0 to 0.278', () => {
    expect(wilson(10, 20).map((x) => Math.round(x * 1000) / 1000)).toEqual([0.299, 0.701]);
    expect(wilson(0, 10).map((x) => Math.round(x * 1000) / 1000)).toEqual([0, 0.278]);
  });

  it('knows nothing of no pairs', () => {
    expect(wilson(0, 0)).toEqual([0, 1]);
  });
});
