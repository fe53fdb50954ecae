import { expect, test } from 'vitest';
import { rewrites, rightOf } from '../../scripts/eval/blind.ts';
import type { Output } from '../../scripts/eval/command.ts';
import { curve } from '../../scripts/eval/curve.ts';
import { judge, matchedShare } from '../../scripts/eval/judge.ts';
import type { Labelled } from '../../scripts/eval/labelled.ts';
import type { Expect } from '../../scripts/eval/read.ts';
import { reposts } from '../../scripts/eval/reposts.ts';
import type { Part } from '../../scripts/eval/split.ts';
import type { Relation } from '../../src/model/match.ts';

function match(a: string, b: string, relation: Relation, score = 1): Output['matches'][number] {
  return { a, b, relation, score, similarity: { jaccard: 0, containmentOfA: 0, containmentOfB: 0, rewrite: null } };
}

function output(matches: Output['matches'], rest: Partial<Output> = {}): Output {
  return {
    settings: { relations: [], threshold: 0.4, rewriteThreshold: 0.5, minWords: 30 },
    clusters: [],
    skipped: [],
    matches,
    ...rest,
  };
}

function known(
  articles: Record<string, Part>,
  pairs: [string, string, Expect][],
  groups: Record<string, string> = {},
): Labelled {
  return {
    articles: new Map(
      Object.entries(articles).map(([path, part]) => [path, { part, ...(groups[path] && { group: groups[path] }) }]),
    ),
    pairs: pairs.map(([a, b, expect]) => ({ a, b, label: expect, expect, part: articles[a] as Part })),
  };
}

const FOUR = known({ a: 'tune', b: 'tune', c: 'report', d: 'report' }, [
  ['a', 'b', 'duplicate'],
  ['c', 'd', 'not'],
]);

test('a labelled pair counts under its relation, in its part and in both', () => {
  const { tune, report, both } = judge(FOUR, output([match('b', 'a', 'rewrite', 0.9)]));
  expect(tune.byExpect.duplicate).toMatchObject({ pairs: 1, matched: { rewrite: 1, identical: 0 }, abstained: 0 });
  expect(report.byExpect.duplicate.pairs).toBe(0);
  expect(matchedShare(report.byExpect.duplicate)).toBeUndefined();
  expect(matchedShare(report.byExpect.not)).toBe(0);
  expect(matchedShare(both.byExpect.duplicate)).toBe(1);
});

test('identical articles, reported as a star, are matched with one another and with what matches any of them', () => {
  const labelled = known({ a: 'tune', b: 'tune', c: 'tune', d: 'tune' }, [
    ['b', 'c', 'duplicate'],
    ['c', 'd', 'duplicate'],
  ]);
  const { tune } = judge(
    labelled,
    output([match('a', 'b', 'identical'), match('a', 'c', 'identical'), match('b', 'd', 'near-copy')]),
  );
  expect(tune.byExpect.duplicate.matched).toMatchObject({ identical: 1, 'near-copy': 1 });
});

test('a pair with a skipped article is an abstention', () => {
  const { both } = judge(FOUR, output([], { skipped: [{ path: 'd', reason: 'too-short', detail: '' }] }));
  expect(both.byExpect.not.abstained).toBe(1);
  expect(both.skipped).toBe(1);
});

test('matches that no label speaks of are counted by whether one group holds them; across parts in both only', () => {
  const labelled = known({ a: 'tune', b: 'tune', c: 'tune', d: 'report' }, [], { a: 'g', b: 'g', c: 'h' });
  const { tune, report, both } = judge(
    labelled,
    output([match('a', 'b', 'rewrite'), match('a', 'c', 'rewrite'), match('c', 'd', 'rewrite')]),
  );
  expect([tune.within, tune.outside]).toEqual([1, 1]);
  expect([report.within, report.outside]).toEqual([0, 0]);
  expect([both.within, both.outside]).toEqual([1, 2]);
});

test('along the curve rewrites fall away below the threshold and copies stay', () => {
  const labelled = known({ a: 'tune', b: 'tune', c: 'tune' }, [
    ['a', 'b', 'duplicate'],
    ['a', 'c', 'duplicate'],
  ]);
  const points = curve(labelled, output([match('a', 'b', 'rewrite', 0.6), match('a', 'c', 'near-copy', 0.5)]));
  const shareAt = (threshold: number): number | undefined => {
    const point = points.find((candidate) => candidate.threshold === threshold);
    return point && matchedShare(point.judgement.both.byExpect.duplicate);
  };
  expect(shareAt(0.6)).toBe(1);
  expect(shareAt(0.65)).toBe(0.5);
});

test('a re-post is right when its articles lie in one cluster without those of another', () => {
  const labelled = known({ a: 'tune', b: 'tune', c: 'tune', d: 'tune', e: 'tune', x: 'tune' }, [
    ['a', 'b', 'duplicate'],
    ['b', 'c', 'duplicate'],
    ['d', 'e', 'duplicate'],
  ]);
  const cluster = (representative: string, ...paths: string[]): Output['clusters'][number] => ({
    representative,
    members: paths.map((path) => ({ path, relation: 'identical', score: 1, words: 100 })),
  });
  expect(reposts(labelled, output([], { clusters: [cluster('a', 'b', 'c', 'x'), cluster('e', 'd')] }))).toEqual({
    groups: 2,
    right: 2,
    besides: 1,
  });
  expect(reposts(labelled, output([], { clusters: [cluster('a', 'b')] })).right).toBe(0);
  expect(reposts(labelled, output([], { clusters: [cluster('a', 'b', 'c', 'd', 'e')] })).right).toBe(0);
});

test('of the rewrite matches that were read, R and U are right', () => {
  const read = rewrites(
    [match('a', 'b', 'rewrite'), match('c', 'd', 'rewrite'), match('e', 'f', 'rewrite')],
    [
      { a: 'b', b: 'a', label: 'U' },
      { a: 'c', b: 'd', label: 'F' },
    ],
  );
  expect(read).toEqual({ matches: 3, read: { U: 1, F: 1 } });
  expect(rightOf(read)).toEqual({ right: 1, read: 2 });
});
