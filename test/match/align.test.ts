import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignWords } from '../../src/match/align.ts';

const text = fc.array(fc.nat(6), { maxLength: 60 }).map((words) => Uint32Array.from(words));

describe('alignment of words', () => {
  it('finds runs that are equal on both sides, in the order of both, never overlapping', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        let nextA = 0;
        let nextB = 0;
        for (const run of alignWords(a, b).runs) {
          expect(run.a).toBeGreaterThanOrEqual(nextA);
          expect(run.b).toBeGreaterThanOrEqual(nextB);
          expect(run.length).toBeGreaterThan(0);
          expect(a.subarray(run.a, run.a + run.length)).toEqual(b.subarray(run.b, run.b + run.length));
          nextA = run.a + run.length;
          nextB = run.b + run.length;
        }
        expect(nextA).toBeLessThanOrEqual(a.length);
        expect(nextB).toBeLessThanOrEqual(b.length);
      }),
    );
  });

  it('takes equal texts as one run', () => {
    fc.assert(
      fc.property(text, (a) => {
        expect(alignWords(a, a)).toEqual({
          runs: a.length > 0 ? [{ a: 0, b: 0, length: a.length }] : [],
          coarse: false,
        });
      }),
    );
  });

  it('finds all words again where words were only added', () => {
    fc.assert(
      fc.property(text, fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }), (b, keep) => {
        const a = b.filter((_, i) => keep[i]);
        expect(alignWords(a, b).runs.reduce((sum, run) => sum + run.length, 0)).toBe(a.length);
      }),
    );
  });

  it('says so where two long texts differ too much to be compared word by word', () => {
    const odd = Uint32Array.from({ length: 3000 }, (_, i) => 2 * i + 1);
    const even = Uint32Array.from({ length: 3000 }, (_, i) => 2 * i);
    expect(alignWords(odd, even)).toEqual({ runs: [], coarse: true });
  });

  it('stays within its bound on two hundred thousand words of a hostile text', () => {
    const a = new Uint32Array(200_000).fill(7);
    const b = a.map((word, i) => (i % 100 === 0 ? i : word));
    expect(alignWords(a, b).coarse).toBe(true);
  });
});
