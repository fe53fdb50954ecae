import fc from 'fast-check';
import { expect, test } from 'vitest';
import { digest } from '../../src/fingerprint/digest.ts';

const words = fc.uint32Array();

test('a digest has 128 bits and depends on the words alone', () => {
  fc.assert(
    fc.property(words, (hashes) => {
      expect(digest(hashes)).toMatch(/^[0-9a-f]{32}$/);
      const within = Uint32Array.of(7, ...hashes, 7).subarray(1, hashes.length + 1);
      expect(digest(within)).toBe(digest(hashes));
    }),
  );
});

test('two sequences have one digest only if they are the same', () => {
  fc.assert(
    fc.property(words, words, (a, b) => {
      expect(digest(a) === digest(b)).toBe(a.join() === b.join());
    }),
  );
});

test('the order of the words counts', () => {
  expect(digest(Uint32Array.of(1, 2))).not.toBe(digest(Uint32Array.of(2, 1)));
});

test('the digest is the same in every release: archives keep it', () => {
  // sha256 of the bytes 01 00 00 00 02 00 00 00
  expect(digest(Uint32Array.of(1, 2))).toBe('34fb5c825de7ca4aea6e712f19d439c1');
});
