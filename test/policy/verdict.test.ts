import { describe, expect, it } from 'vitest';
import type { SkipReason } from '../../src/model/article.ts';
import type { Policy } from '../../src/model/result.ts';
import { verdictOf } from '../../src/policy/verdict.ts';
import { skipWords } from '../../src/report/skips.ts';
import { verdictWords } from '../../src/report/verdict.ts';
import { cluster, match, result, skip } from './results.ts';

const ALL: Policy = { failOn: ['identical', 'near-copy', 'excerpt', 'rewrite'], maxDuplicates: 0 };
const words = (...[of, policy]: Parameters<typeof verdictOf>) =>
  verdictWords(verdictOf(of, policy), policy.maxDuplicates, '');

describe('a verdict', () => {
  it('passes what has no match', () => {
    expect(verdictOf(result([], []), ALL).passes).toBe(true);
  });

  it('counts the articles of a cluster that could go, not the pairs', () => {
    const three = result([cluster('a', 'b', 'c')], [match('a', 'b'), match('a', 'c'), match('b', 'c')]);
    expect(verdictOf(three, ALL)).toMatchObject({ passes: false, duplicates: 2, clusters: 1 });
    expect(words(three, ALL)).toBe('2 duplicates in 1 cluster');
  });

  it('counts each excerpt, and each match between two clusters', () => {
    const matches = [match('a', 'b'), match('a', 'x', 'excerpt'), match('b', 'c', 'rewrite', { bridge: true })];
    expect(words(result([cluster('a', 'b')], matches), ALL)).toBe(
      '1 duplicate in 1 cluster, 1 excerpt, 1 link between clusters',
    );
  });

  it('is on the relations that are named; template siblings are no near-copies here', () => {
    const siblings = match('a', 'b', 'near-copy', { template: true });
    const found = result([cluster('a', 'b'), cluster('c', 'd')], [siblings, match('c', 'd', 'rewrite')]);
    const wordsFor = (...failOn: Policy['failOn']) => words(found, { failOn, maxDuplicates: 0 });
    expect(wordsFor('near-copy')).toBe('');
    expect(wordsFor('template')).toBe('1 template sibling');
    expect(wordsFor('rewrite')).toBe('1 duplicate in 1 cluster');
    expect(wordsFor('identical', 'near-copy', 'excerpt', 'rewrite')).toBe('1 duplicate in 1 cluster');
    expect(wordsFor('identical', 'near-copy', 'excerpt', 'rewrite', 'template')).toBe(
      '1 duplicate in 1 cluster, 1 template sibling',
    );
  });

  it('passes so many findings as are allowed, and says how many are too many', () => {
    const two = result([cluster('a', 'b')], [match('a', 'b'), match('a', 'x', 'excerpt')]);
    expect(verdictOf(two, { ...ALL, maxDuplicates: 2 }).passes).toBe(true);
    expect(words(two, { ...ALL, maxDuplicates: 1 })).toBe(
      '1 duplicate in 1 cluster, 1 excerpt, more than the 1 finding that may be',
    );
  });

  it('fails on what could not be read, however many findings are allowed, and on no other skip', () => {
    const reasons = Object.keys(skipWords) as SkipReason[];
    const failing = reasons.filter((reason) => {
      const skipped = [skip('x.md', reason)];
      return !verdictOf(result([], [], { skipped }), { ...ALL, maxDuplicates: 99 }).passes;
    });
    expect(failing).toEqual(['unreadable', 'binary', 'bad-record', 'too-large', 'bad-markup']);
  });

  it('names three of what could not be read, without what would steer a terminal', () => {
    const skipped = ['a\u001b[2J.md', 'b.md', 'c.md', 'd.md'].map((path) => skip(path, 'binary'));
    expect(words(result([], [], { skipped }), ALL)).toBe(
      "4 sources can't be read: a[2J.md (binary), b.md (binary), c.md (binary) and 1 more",
    );
  });
});
