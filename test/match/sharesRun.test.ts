import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestRun } from '../../src/match/excerpt.ts';
import { sharesRun } from '../../src/match/sharesRun.ts';
import { commonRuns } from '../../src/match/suffixAutomaton.ts';

const text = fc.array(fc.nat(2), { maxLength: 40 }).map((words) => Uint32Array.from(words));

describe('a run of so many words in common', () => {
  it('is there exactly if the longest run has as many, whichever text is first', () => {
    fc.assert(
      fc.property(text, text, fc.integer({ min: 1, max: 12 }), (a, b, length) => {
        const isThere = longestRun(commonRuns(a, b)) >= length;
        expect(sharesRun(a, b, length)).toBe(isThere);
        expect(sharesRun(b, a, length)).toBe(isThere);
      }),
      { numRuns: 1000 },
    );
  });

  it('is told by the last word of it', () => {
    const a = Uint32Array.from({ length: 600 }, (_, i) => i);
    const b = Uint32Array.from({ length: 400 }, (_, i) => (i < 100 || i >= 130 ? 1000 + i : i + 400));
    expect(sharesRun(a, b, 30)).toBe(true);
    expect(sharesRun(a, b, 31)).toBe(false);
  });

  it('is looked for in linear time in a word repeated a hundred thousand times', () => {
    const many = new Uint32Array(100_000).fill(7);
    const other = new Uint32Array(100_000).fill(7).map((word, i) => (i % 29 === 0 ? 8 : word));
    expect(sharesRun(many, other, 30)).toBe(false);
    expect(sharesRun(many, many.slice(1), 30)).toBe(true);
  });
});
