import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Counted, countCorpus } from '../../src/fingerprint/corpusStats.ts';
import { countTerms } from '../../src/fingerprint/terms.ts';

function counted(digest: string, ids: readonly number[], lines: readonly number[] = []): Counted {
  return {
    fingerprint: { digest, terms: countTerms(Uint32Array.from(ids)).terms },
    lineHashes: Float64Array.from(lines),
  };
}

test('a term counts once for each distinct text that has it, however often it occurs there', () => {
  const stats = countCorpus([counted('x', [1, 1, 2]), counted('y', [2, 3])]);
  expect(stats.documents).toBe(2);
  expect(Object.fromEntries(stats.documentFrequency)).toEqual({ 1: 1, 2: 2, 3: 1 });
});

test('fifty copies of a text count as one', () => {
  const copies = Array.from({ length: 50 }, () => counted('x', [1, 2], [77]));
  const stats = countCorpus([...copies, counted('y', [2])]);
  expect(stats.documents).toBe(2);
  expect(stats.documentFrequency.get(2)).toBe(2);
  expect(stats.recurringLines.size).toBe(0);
});

test('the counts do not depend on the order of the articles', () => {
  const articles = fc.array(fc.tuple(fc.constantFrom('x', 'y', 'z'), fc.array(fc.integer({ min: 1, max: 5 }))), {
    maxLength: 6,
  });
  fc.assert(
    fc.property(articles, (given) => {
      // One text, one digest.
      const texts = new Map(given);
      const all = given.map(([digest]) => counted(digest, texts.get(digest) as number[]));
      const [one, two] = [countCorpus(all), countCorpus(all.toReversed())];
      expect(two.documents).toBe(one.documents);
      expect(new Map(two.documentFrequency)).toEqual(new Map(one.documentFrequency));
    }),
  );
});

test('no articles, no counts', () => {
  expect(countCorpus([])).toEqual({ documents: 0, documentFrequency: new Map(), recurringLines: new Set() });
});
