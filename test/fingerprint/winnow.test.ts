import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shingleSequence, shingleSet } from '../../src/fingerprint/shingles.ts';
import { WITNESS_WORDS, winnow } from '../../src/fingerprint/winnow.ts';

const anchorsOf = (words: readonly number[]) => winnow(shingleSequence(Uint32Array.from(words)));
/** Few distinct words, so that shingles repeat and windows tie. */
const text = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 120 });
const run = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: WITNESS_WORDS, maxLength: WITNESS_WORDS + 20 });

test('any 30 words that two texts share in a row leave an anchor in common', () => {
  fc.assert(
    fc.property(text, text, run, text, text, (beforeA, afterA, shared, beforeB, afterB) => {
      const a = new Set(anchorsOf([...beforeA, ...shared, ...afterA]));
      expect(anchorsOf([...beforeB, ...shared, ...afterB]).some((anchor) => a.has(anchor))).toBe(true);
    }),
  );
});

test('a text of fewer than 30 words has no anchor, a longer one has', () => {
  fc.assert(
    fc.property(text, (words) => {
      expect(anchorsOf(words).length > 0).toBe(words.length >= WITNESS_WORDS);
    }),
  );
});

test('anchors are shingles of the text, ascending, each once', () => {
  fc.assert(
    fc.property(text, (words) => {
      const anchors = anchorsOf(words);
      const shingles = new Set(shingleSequence(Uint32Array.from(words)));
      expect(anchors.every((anchor) => shingles.has(anchor))).toBe(true);
      expect(anchors).toEqual(shingleSet(anchors));
    }),
  );
});

test('about 2 shingles in 27 are anchors, the density that the paper proves for windows of 26', () => {
  const words = Array.from({ length: 100_000 }, (_, i) => i);
  expect(anchorsOf(words).length / words.length).toBeCloseTo(2 / 27, 2);
});
