import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { traces } from '../../src/fingerprint/traces.ts';
import { tracesPlain } from '../../src/fingerprint/tracesPlain.ts';

/** Words of a text: as many as they come, or few of them over and over, so that shingles repeat and windows tie. */
const anyWords = fc
  .oneof(
    fc.array(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), { maxLength: 300 }),
    fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 300 }),
    fc.tuple(fc.nat(), fc.integer({ min: 0, max: 200 })).map(([word, length]) => new Array<number>(length).fill(word)),
  )
  .map((words) => Uint32Array.from(words));

describe('the kernel and its plain twin', () => {
  it('leave the same traces of any words', () => {
    fc.assert(
      fc.property(anyWords, fc.constantFrom(1, 16, 128, 1024), (words, places) => {
        expect(traces(words, places)).toEqual(tracesPlain(words, places));
      }),
      { numRuns: 1000 },
    );
  });

  it('leave the same traces at the limit of what the kernel takes at a time, and of short texts after long ones', () => {
    const long = Uint32Array.from({ length: 40_000 }, (_, i) => Math.imul(i, 0x9e3779b1));
    for (const length of [32_767, 32_768, 32_769, 0, 1, 4, 5, 6, 29, 30, 31]) {
      expect(traces(long.subarray(0, length), 128), String(length)).toEqual(tracesPlain(long.subarray(0, length), 128));
    }
  });
});
