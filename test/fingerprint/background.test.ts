import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeBackground } from '../../scripts/fit/encodeBackground.ts';
import { stem } from '../../src/extract/natural.ts';
import { hashWord } from '../../src/extract/normalizeWord.ts';
import { background, loadBackground } from '../../src/fingerprint/background.ts';

const uint32 = fc.integer({ min: 0, max: 0xffffffff });

test('document frequencies survive their compact form', () => {
  fc.assert(
    fc.property(uint32, fc.array(fc.tuple(uint32, fc.integer({ min: 1, max: 0xffffffff }))), (documents, entries) => {
      const documentFrequency = new Map(entries);
      const loaded = loadBackground(encodeBackground({ documents, documentFrequency }));
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
  const bytes = encodeBackground({ documents: 1000, documentFrequency: new Map(entries) });
  expect(encodeBackground({ documents: 1000, documentFrequency: new Map(entries.reverse()) })).toEqual(bytes);
});

test('bytes that end within a number are refused', () => {
  const bytes = encodeBackground({ documents: 1000, documentFrequency: new Map([[70_000, 3]]) });
  expect(() => loadBackground(bytes.slice(0, -2))).toThrow(RangeError);
});

test('the shipped English counts are of the terms that articles have', () => {
  const english = background('en');
  const share = (word: string): number =>
    (english?.documentFrequency.get(hashWord(stem(word, 'en'))) ?? 0) / (english?.documents ?? 1);
  expect(share('government')).toBeGreaterThan(0.05);
  expect(share('government')).toBeLessThan(0.5);
  expect(share('goalkeeper')).toBeGreaterThan(0);
  expect(share('goalkeeper')).toBeLessThan(share('government') / 5);
  for (const frequency of english?.documentFrequency.values() ?? []) {
    expect(frequency).toBeGreaterThan(0);
    expect(frequency).toBeLessThanOrEqual(english?.documents ?? 0);
  }
});

test('a language without counts has no background', () => {
  expect(background('und')).toBeNull();
  expect(background('de')).toBeNull();
});
