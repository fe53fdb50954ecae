import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { containmentJoin, jaccardJoin } from '../../src/lsh/exactJoin.ts';
import { extendedCopies } from '../../src/lsh/knownCopies.ts';
import { pairKey, pairsOf } from '../../src/lsh/pairs.ts';

/** Sets of few different members, so that many overlap; the largest first, as the joins ask. */
const sets = fc
  .array(fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 14 }), {
    minLength: 21,
    maxLength: 60,
  })
  .map((all) => all.map((set) => Float64Array.from(set).sort()).sort((x, y) => y.length - x.length));

describe('pairs that are known of an earlier search', () => {
  it('and those of the few new sets are the pairs that a join of all finds', () => {
    fc.assert(
      fc.property(sets, fc.constantFrom(0.2, 0.4, 0.8), fc.nat(), (all, threshold, chosen) => {
        const found = [...jaccardJoin(all, threshold).pairs, ...containmentJoin(all, 0.5).pairs];
        const keys = found.map(({ a, b }) => pairKey(a, b));
        const isNew = chosen % all.length;
        const known = {
          has: (digest: string) => digest !== `${isNew}`,
          pairs: found.filter(({ a, b }) => a !== isNew && b !== isNew).map(({ a, b }) => [`${a}`, `${b}`] as const),
          keep: () => {},
        };
        const articles = all.map((shingles, i) => ({ digest: `${i}`, shingles }));
        const extended = extendedCopies(articles, known, { jaccard: threshold, containment: 0.5 });
        expect(pairsOf(extended ?? [])).toEqual(pairsOf(keys));
      }),
    );
  });

  it('are of no use where more is new, or where an article has too many partners to list', () => {
    const articles = Array.from({ length: 400 }, (_, i) => ({
      digest: `${i}`,
      shingles: Float64Array.of(1, 2, 3, 10 + i),
    }));
    const bounds = { jaccard: 0.4, containment: 0.5 };
    const known = (few: number) => ({ has: (digest: string) => Number(digest) >= few, pairs: [], keep: () => {} });
    expect(extendedCopies(articles, known(30), bounds)).toBeNull();
    expect(extendedCopies(articles, known(1), bounds)).toBeNull();
  });
});
