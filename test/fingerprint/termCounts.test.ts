import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeTermCounts, encodeTermCounts } from '../../src/fingerprint/termCounts.ts';

const uint32 = fc.integer({ min: 0, max: 0xffffffff });

test('document frequencies survive their compact form', () => {
  fc.assert(
    fc.property(uint32, fc.array(fc.tuple(uint32, fc.integer({ min: 1, max: 0xffffffff }))), (documents, entries) => {
      const documentFrequency = new Map(entries);
      const loaded = decodeTermCounts(encodeTermCounts({ documents, documentFrequency }));
      expect(loaded.documents).toBe(documents);
      expect(new Map(loaded.documentFrequency)).toEqual(documentFrequency);
    }),
  );
});

test('the compact form does not depend on the order in which terms were met', () => {
  const entries: [number, number][] = [
    [7, 3],
    [0xfffffff0, 900],
    [300, 4],
  ];
  const bytes = encodeTermCounts({ documents: 1000, documentFrequency: new Map(entries) });
  expect(encodeTermCounts({ documents: 1000, documentFrequency: new Map(entries.reverse()) })).toEqual(bytes);
});

test('bytes that end within a number are refused', () => {
  const bytes = encodeTermCounts({ documents: 1000, documentFrequency: new Map([[70_000, 3]]) });
  expect(() => decodeTermCounts(bytes.slice(0, -2))).toThrow(RangeError);
});
