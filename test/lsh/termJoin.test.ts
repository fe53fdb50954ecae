import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mix } from '../../src/fingerprint/shingles.ts';
import { rewriteCandidates } from '../../src/lsh/termJoin.ts';
import { bruteForce } from './sets.ts';

const termsOf = (numbers: Iterable<number>) => Float64Array.from(new Set(numbers), (n) => mix(n + 1) >>> 0).sort();
const sets = fc.array(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 12 }).map(termsOf), { maxLength: 30 });
const common = (a: Float64Array | undefined, b: Float64Array | undefined) =>
  a?.filter((term) => b?.includes(term)).length ?? 0;

test('candidates are exactly the pairs with that many terms in common', () => {
  fc.assert(
    fc.property(sets, fc.integer({ min: 1, max: 5 }), (given, least) => {
      expect(rewriteCandidates(given, least)).toEqual(
        bruteForce(given.length, (a, b) => common(given[a], given[b]) >= least),
      );
    }),
  );
});

test('the bands find no pair with fewer terms in common', () => {
  fc.assert(
    fc.property(sets, (given) => {
      const exact = rewriteCandidates(given, 3).map(({ a, b }) => `${a} ${b}`);
      expect(exact).toEqual(expect.arrayContaining(rewriteCandidates(given, 3, 0).map(({ a, b }) => `${a} ${b}`)));
    }),
  );
});

test('the bands find nearly all pairs that share half of their terms', () => {
  // 16 of 24: Jaccard 0.5, found with a probability of 1 - (1 - 0.5^3)^85 = 0.99999.
  const pair = (i: number) => [0, 8].map((from) => termsOf(Array.from({ length: 24 }, (_, k) => 100 * i + from + k)));
  const given = Array.from({ length: 300 }, (_, i) => pair(i)).flat();
  const expected = Array.from({ length: 300 }, (_, i) => ({ a: 2 * i, b: 2 * i + 1 }));
  expect(rewriteCandidates(given, 4, 0)).toEqual(expected);
});

test('terms that more than 200 articles and one in a hundred have make no pair', () => {
  const form = [1, 2, 3, 4, 5, 6];
  const notices = Array.from({ length: 1000 }, (_, i) => termsOf([...form, 1000 + i]));
  expect(rewriteCandidates(notices, 4)).toEqual([]);
  expect(rewriteCandidates(notices.slice(0, 200), 4)).toHaveLength((200 * 199) / 2);
});

test('an article without terms is no candidate', () => {
  expect(rewriteCandidates([new Float64Array(0), new Float64Array(0)], 1)).toEqual([]);
});
