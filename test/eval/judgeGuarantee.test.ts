import { expect, test } from 'vitest';
import { idOf, newsArticles } from '../../scripts/bench/articles.ts';
import { allPairs, longestRun } from '../../scripts/eval/allPairs.ts';
import { judgeGuarantee, mayMiss, verdict } from '../../scripts/eval/judgeGuarantee.ts';
import { fingerprint } from '../../src/fingerprint/fingerprint.ts';
import { articleOf } from '../match/articleOf.ts';

test('every path of the search, forced, keeps its promise on made-up articles: at low thresholds and at high ones', () => {
  const { text } = newsArticles(200, 5);
  const samples = Array.from({ length: 200 }, (_, index) => articleOf(text(index), idOf(index))).map((article) => ({
    fingerprint: fingerprint(article, null),
    words: article.words.hashes,
  }));
  const distinct = [...new Map(samples.map((sample) => [sample.fingerprint.digest, sample])).values()];
  const verdicts = judgeGuarantee(distinct, [0.3, 0.5, 0.7, 0.9]);
  expect(verdicts.filter(({ holds }) => !holds)).toEqual([]);
  expect(verdicts.every(({ pairs }) => pairs > 3)).toBe(true);
});

test('a pair that is missed or invented breaks a guarantee', () => {
  const [one, other] = [
    { a: 0, b: 1, jaccard: 0.9, containment: 0.95 },
    { a: 2, b: 3, jaccard: 0.9, containment: 0.95 },
  ];
  const found = (...pairs: { a: number; b: number }[]) => ({ pairs, guarantee: { complete: true } });
  expect(verdict('all', [one, other], found(one, other), 0, true)).toMatchObject({ missed: 0, holds: true });
  expect(verdict('one', [one, other], found(one), 0, true)).toMatchObject({ missed: 1, holds: false });
  expect(verdict('one, as may be', [one, other], found(one), 1)).toMatchObject({ missed: 1, holds: true });
  expect(verdict('more', [one], found(one, other), 0, true)).toMatchObject({ invented: 1, holds: false });
  expect(verdict('candidates', [one], found(one, other), 0)).toMatchObject({ missed: 0, holds: true });
});

test('brute force counts what two sets have in common, and the longest run of words in both', () => {
  const sets = [[1, 2, 3, 4], [2, 3, 4, 5, 6, 7], [9]].map((values) => Float64Array.from(values));
  expect([...allPairs(sets, 0.1)]).toEqual([{ a: 0, b: 1, jaccard: 3 / 7, containment: 3 / 4 }]);
  expect(longestRun(Uint32Array.of(1, 2, 3, 9, 1, 2), Uint32Array.of(7, 1, 2, 3, 1, 2))).toBe(3);
  expect(longestRun(Uint32Array.of(1), Uint32Array.of(2))).toBe(0);
});

test('what bands may miss is nothing where they hardly miss, and little more than the mean where they miss some', () => {
  const alike = (pairs: number) => Array.from({ length: pairs }, () => ({ a: 0, b: 1, jaccard: 0.5, containment: 1 }));
  expect(mayMiss([], { bands: 1, rows: 1 })).toBe(0);
  expect(mayMiss(alike(1), { bands: 25, rows: 2 })).toBe(0);
  // 4 bands of 2 rows miss 0.75^4 = 0.316 of them.
  expect(mayMiss(alike(100), { bands: 4, rows: 2 })).toBeGreaterThan(32);
  expect(mayMiss(alike(100), { bands: 4, rows: 2 })).toBeLessThan(60);
});
