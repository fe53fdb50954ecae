import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mix } from '../../src/fingerprint/shingles.ts';
import { sortHashes } from '../../src/fingerprint/sortHashes.ts';

const even = fc.array(fc.maxSafeInteger().map(Math.abs), { maxLength: 300 });
const crowded = fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 300 });
const repeated = fc.tuple(even, crowded).map(([a, b]) => [...a, ...b, ...a]);

test('whatever the values, the copy is sorted and holds the same, and the original stays', () => {
  fc.assert(
    fc.property(fc.oneof(even, crowded, repeated), (values) => {
      const given = Float64Array.from(values);
      expect(sortHashes(given)).toEqual(Float64Array.from(values).sort());
      expect(given).toEqual(Float64Array.from(values));
    }),
  );
});

test('the largest and the smallest hash have their place', () => {
  const extremes = Float64Array.of(2 ** 53 - 1, 0, 2 ** 52, 1, 2 ** 53 - 1);
  expect([...sortHashes(extremes)]).toEqual([0, 1, 2 ** 52, 2 ** 53 - 1, 2 ** 53 - 1]);
});

test('a text of one phrase, repeated a hundred thousand times, is sorted as any other', () => {
  const phrase = Array.from({ length: 7 }, (_, i) => (mix(i + 1) >>> 11) * 2 ** 32);
  const given = Float64Array.from({ length: 700_000 }, (_, i) => phrase[i % 7] as number);
  expect(sortHashes(given)).toEqual(given.slice().sort());
});
