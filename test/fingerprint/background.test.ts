import { expect, test } from 'vitest';
import { stem } from '../../src/extract/natural.ts';
import { hashWord } from '../../src/extract/normalizeWord.ts';
import { background } from '../../src/fingerprint/background.ts';

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
