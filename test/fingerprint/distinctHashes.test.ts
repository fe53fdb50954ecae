import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distinctHashes } from '../../src/fingerprint/distinctHashes.ts';

const even = fc.array(fc.nat(0xffffffff), { maxLength: 300 });
const crowded = fc.array(fc.nat(100), { maxLength: 300 });
const repeated = fc.tuple(even, crowded).map(([a, b]) => [...a, ...b, ...a]);

test('whatever the values, each is there once, in order, and the original stays', () => {
  fc.assert(
    fc.property(fc.oneof(even, crowded, repeated), (values) => {
      const given = Uint32Array.from(values);
      expect(distinctHashes(given)).toEqual(Uint32Array.from(new Set(values)).sort());
      expect(given).toEqual(Uint32Array.from(values));
    }),
  );
});

test('the largest and the smallest hash have their place', () => {
  expect([...distinctHashes(Uint32Array.of(2 ** 32 - 1, 0, 2 ** 31, 1, 2 ** 32 - 1))]).toEqual([
    0,
    1,
    2 ** 31,
    2 ** 32 - 1,
  ]);
});

test('a text of one phrase, repeated a hundred thousand times, is sorted as any other', () => {
  const given = Uint32Array.from({ length: 700_000 }, (_, i) => Math.imul(i % 7, 0x9e3779b1) >>> 0);
  expect(distinctHashes(given)).toEqual(Uint32Array.from(new Set(given)).sort());
});
