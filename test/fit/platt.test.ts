import fc from 'fast-check';
import { expect, test } from 'vitest';
import { platt } from '../../scripts/fit/platt.ts';

/** Scores from -6 to 6, each many times, with the outcomes in the proportion that the line asks for. */
function scored(slope: number, intercept: number) {
  return Array.from({ length: 61 }, (_, i) => -6 + i / 5).flatMap((score) => {
    const rewrites = Math.round(100 / (1 + Math.exp(-(slope * score + intercept))));
    return Array.from({ length: 100 }, (_, k) => ({ score, outcome: k < rewrites ? 1 : 0 }) as const);
  });
}

test('the line that made the outcomes is found again', () => {
  const line = [fc.double({ min: 0.4, max: 2, noNaN: true }), fc.double({ min: -2, max: 2, noNaN: true })] as const;
  fc.assert(
    fc.property(...line, (slope, intercept) => {
      const found = platt(scored(slope, intercept));
      expect(Math.abs(found.slope - slope)).toBeLessThan(0.05);
      expect(Math.abs(found.intercept - intercept)).toBeLessThan(0.05);
    }),
    { numRuns: 30 },
  );
});

test('scores that are calibrated already stay as they are', () => {
  const { slope, intercept } = platt(scored(1, 0));
  expect(slope).toBeCloseTo(1, 1);
  expect(intercept).toBeCloseTo(0, 1);
});

test('outcomes that the score parts cleanly give a steep line, and no infinite one', () => {
  const clean = Array.from({ length: 40 }, (_, i) => ({ score: i - 19.5, outcome: i < 20 ? 0 : 1 }) as const);
  const { slope, intercept } = platt(clean);
  expect(slope).toBeGreaterThan(0);
  expect(Number.isFinite(slope) && Number.isFinite(intercept)).toBe(true);
});
