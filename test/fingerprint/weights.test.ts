import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countTerms } from '../../src/fingerprint/terms.ts';
import { distinctiveTerms, termCosine, termWeight, weighTerms } from '../../src/fingerprint/weights.ts';
import type { CorpusStats, Terms } from '../../src/model/article.ts';

function stats(documents: number, frequencies: Readonly<Record<number, number>>): CorpusStats {
  const entries = Object.entries(frequencies).map(([id, frequency]) => [Number(id), frequency] as const);
  return { documents, documentFrequency: new Map(entries), recurringLines: new Set() };
}

const terms: fc.Arbitrary<Terms> = fc
  .array(fc.integer({ min: 1, max: 40 }), { maxLength: 60 })
  .map((sequence) => countTerms(Uint32Array.from(sequence)).terms);
const weight = (id: number): number => 1 + (id % 7);

describe('the weight of a term', () => {
  it('is above 0, even of one that every article has, and higher the fewer have it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.nat(), fc.nat(), (documents, one, two) => {
        const [few, many] = [one % documents, two % documents].sort((x, y) => x - y) as [number, number];
        const weigh = termWeight(stats(documents, { 1: few, 2: many, 3: documents }), null);
        expect(weigh(3)).toBeGreaterThan(0);
        expect(weigh(1)).toBeGreaterThanOrEqual(weigh(2));
      }),
    );
  });

  it('is ln((N + 1) / (df + 1/2)) over folder and background together', () => {
    const weigh = termWeight(stats(10, { 7: 2 }), stats(90, { 7: 3 }));
    expect(weigh(7)).toBeCloseTo(Math.log(101 / 5.5), 12);
    expect(weigh(8)).toBeCloseTo(Math.log(101 / 0.5), 12);
  });

  it('hardly falls for what both articles of a folder of two have', () => {
    const weigh = termWeight(stats(2, { 1: 1, 2: 2 }), null);
    expect(weigh(2)).toBeGreaterThan(0.5 * weigh(1));
  });
});

describe('the distinctive terms', () => {
  it('are the heaviest of those that another article has, ascending', () => {
    fc.assert(
      fc.property(terms, fc.integer({ min: 0, max: 10 }), (own, size) => {
        const weighted = weighTerms(own, weight);
        const isShared = (id: number): boolean => id % 3 > 0;
        const chosen = [...distinctiveTerms(own, weighted, size, isShared)];
        expect(chosen).toEqual([...chosen].sort((x, y) => x - y));
        const weightOf = (id: number): number => weighted.weights[own.ids.indexOf(id)] as number;
        const others = [...own.ids].filter((id) => isShared(id) && !chosen.includes(id));
        expect(chosen.length).toBe(Math.min(size, chosen.length + others.length));
        for (const id of chosen) {
          expect(isShared(id)).toBe(true);
          for (const other of others) expect(weightOf(id)).toBeGreaterThanOrEqual(weightOf(other));
        }
      }),
    );
  });
});

describe('the cosine of two articles', () => {
  it('is 1 for an article and itself, the same in both directions to the bit, and between 0 and 1', () => {
    fc.assert(
      fc.property(terms, terms, (a, b) => {
        const [one, two] = [weighTerms(a, weight), weighTerms(b, weight)];
        const cosine = termCosine(a, one, b, two);
        expect(termCosine(b, two, a, one)).toBe(cosine);
        expect(cosine).toBeGreaterThanOrEqual(0);
        expect(cosine).toBeLessThanOrEqual(1);
        expect(termCosine(a, one, a, one)).toBeCloseTo(a.ids.length === 0 ? 0 : 1, 9);
      }),
    );
  });

  it('is what the dense vectors have', () => {
    fc.assert(
      fc.property(terms, terms, (a, b) => {
        const dense = (of: Terms): number[] => {
          const { weights } = weighTerms(of, weight);
          return Array.from({ length: 41 }, (_, id) => weights[of.ids.indexOf(id)] ?? 0);
        };
        const dot = (x: number[], y: number[]): number =>
          x.reduce((sum, value, i) => sum + value * (y[i] as number), 0);
        const [x, y] = [dense(a), dense(b)];
        const norms = Math.sqrt(dot(x, x) * dot(y, y));
        const cosine = termCosine(a, weighTerms(a, weight), b, weighTerms(b, weight));
        expect(cosine).toBeCloseTo(norms === 0 ? 0 : dot(x, y) / norms, 6);
      }),
    );
  });
});
