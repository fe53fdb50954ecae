import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SHINGLE_WORDS, shingleSequence, shingleSet } from '../../src/fingerprint/shingles.ts';

const words = fc.uint32Array({ maxLength: 60 });

test('there is one shingle for each place where five words begin', () => {
  fc.assert(
    fc.property(fc.uint32Array({ minLength: SHINGLE_WORDS, maxLength: 60 }), (hashes) => {
      expect(shingleSequence(hashes)).toHaveLength(hashes.length - SHINGLE_WORDS + 1);
    }),
  );
});

test('a text of one to four words has one shingle, of all its words; a text of none has none', () => {
  expect(shingleSequence(new Uint32Array(0))).toHaveLength(0);
  fc.assert(
    fc.property(fc.uint32Array({ minLength: 1, maxLength: 4 }), (hashes) => {
      expect(shingleSequence(hashes)).toHaveLength(1);
    }),
  );
  const lengths = [1, 2, 3, 4].map((length) => shingleSequence(new Uint32Array(length))[0]);
  expect(new Set(lengths).size).toBe(4);
});

test('a shingle depends on its five words alone, wherever they stand', () => {
  fc.assert(
    fc.property(words, words, fc.uint32Array({ minLength: 5, maxLength: 5 }), (before, after, five) => {
      const text = Uint32Array.of(...before, ...five, ...after);
      expect(shingleSequence(text)[before.length]).toBe(shingleSequence(five)[0]);
    }),
  );
});

test('a shingle is a whole number below 2^53, so that no bit is lost', () => {
  fc.assert(
    fc.property(words, (hashes) => {
      for (const shingle of shingleSequence(hashes)) {
        expect(Number.isSafeInteger(shingle) && shingle >= 0).toBe(true);
      }
    }),
  );
});

test('the set holds each shingle once, ascending', () => {
  fc.assert(
    fc.property(words, words, (a, b) => {
      const sequence = shingleSequence(Uint32Array.of(...a, ...b, ...a));
      expect([...shingleSet(sequence)]).toEqual([...new Set(sequence)].sort((x, y) => x - y));
    }),
  );
});

test('shingles of counting words collide no more often than random numbers would', () => {
  // Neighbouring small integers are the worst that a weak mixer can be given.
  const n = 1_000_000;
  const sequence = shingleSequence(Uint32Array.from({ length: n + SHINGLE_WORDS - 1 }, (_, i) => i));
  expect(shingleSet(sequence)).toHaveLength(n);
  // Of n numbers of 32 bits, n^2 / 2^33 = 116.4 pairs collide, with a standard deviation of 10.8; allow five of them.
  for (const part of [(s: number) => s % 2 ** 32, (s: number) => Math.floor(s / 2 ** 21)]) {
    const collisions = n - shingleSet(sequence.map(part)).length;
    expect(Math.abs(collisions - 116.4)).toBeLessThan(54);
  }
});

test('the words of a shingle have an order', () => {
  const orders = [
    [1, 2, 3, 4, 5],
    [5, 4, 3, 2, 1],
    [2, 1, 3, 4, 5],
    [1, 2, 3, 5, 4],
  ].map((order) => shingleSequence(Uint32Array.from(order))[0]);
  expect(new Set(orders).size).toBe(4);
});
