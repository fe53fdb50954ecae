import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ceilingOf, driftFactor } from '../../../src/match/rewrite/ceiling.ts';
import { compareOutlines, compareWholes, FEATURES } from '../../../src/match/rewrite/features.ts';
import shipped from '../../../src/match/rewrite/model.data.json' with { type: 'json' };
import { probability } from '../../../src/match/rewrite/model.ts';
import { outline } from '../../../src/match/rewrite/outline.ts';
import type { Telling } from '../../../src/match/rewrite/telling.ts';
import { survey } from '../../../src/survey.ts';
import { articleOf } from '../articleOf.ts';
import { telling } from './tellings.ts';

const ceiling = ceilingOf(shipped);

/** Values where the model's trees split, and beside. */
const value = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 9, noNaN: true }));
const vector = fc.array(value, { minLength: FEATURES.length, maxLength: FEATURES.length });

const outlineOf = (text: string, weight: (id: number) => number) =>
  outline(survey(articleOf(text)).telling as Telling, weight);
const weight = (id: number): number => 1 + (id % 97) / 10;

describe('the ceiling of a rewrite', () => {
  it('is the probability itself where every feature is known', () => {
    fc.assert(
      fc.property(vector, (values) => {
        const known = Float64Array.from(values);
        expect(ceiling(known, 0)).toBe(probability(shipped, known));
      }),
    );
  });

  it('is never below it, whatever the features have that are not known', () => {
    fc.assert(
      fc.property(vector, fc.array(fc.nat(FEATURES.length - 1)), (values, unknown) => {
        const known = Float64Array.from(values, (one, i) => (unknown.includes(i) ? Number.NaN : one));
        expect(ceiling(known, 0)).toBeGreaterThanOrEqual(probability(shipped, Float64Array.from(values)));
      }),
    );
  });

  it('is never below it with weights that have drifted so far, each in its own way', () => {
    fc.assert(
      fc.property(telling, telling, fc.double({ min: 0, max: 0.3, noNaN: true }), fc.nat(), (a, b, drift, seed) => {
        const drifted = (id: number): number => weight(id) * (1 + drift * Math.sin(id * (seed + 1)));
        const before = compareWholes(outlineOf(a, weight), outlineOf(b, weight)).values;
        const { values: after } = compareOutlines(outlineOf(a, drifted), outlineOf(b, drifted));
        expect(ceiling(before, drift)).toBeGreaterThanOrEqual(probability(shipped, after));
        FEATURES.forEach(({ name, by }, i) => {
          const [was, is] = [before[i] as number, after[i] as number];
          if (by === 'words') expect(is, name).toBe(was);
          if (by !== 'weights') return;
          expect(is, name).toBeLessThanOrEqual(was * driftFactor(drift) + 1e-9);
          expect(is, name).toBeGreaterThanOrEqual(was / driftFactor(drift) - 1e-9);
        });
      }),
    );
  });
});
