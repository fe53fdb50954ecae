import { beforeEach, describe, expect, test, vi } from 'vitest';
import { idOf } from '../../scripts/bench/articles.ts';
import { HARD } from '../../scripts/bench/hard.ts';
import { fingerprint } from '../../src/fingerprint/fingerprint.ts';
import { containment, jaccard, overlap, overlapFrom } from '../../src/fingerprint/jaccard.ts';
import { copyCandidates } from '../../src/lsh/candidates.ts';
import { containmentJoin, jaccardJoin } from '../../src/lsh/exactJoin.ts';
import { MOST_PARTNERS } from '../../src/lsh/pairs.ts';
import type { Fingerprint } from '../../src/model/article.ts';
import { articleOf } from '../match/articleOf.ts';
import { bruteForce, largestFirst } from './sets.ts';

// Each comparison of two sets is counted: the clock of a busy machine proves nothing.
vi.mock(import('../../src/fingerprint/jaccard.ts'), async (original) => {
  const real = await original();
  return { ...real, overlap: vi.fn(real.overlap), overlapFrom: vi.fn(real.overlapFrom) };
});
beforeEach(() => {
  vi.mocked(overlap).mockClear();
  vi.mocked(overlapFrom).mockClear();
});
const comparisons = () => vi.mocked(overlap).mock.calls.length + vi.mocked(overlapFrom).mock.calls.length;

function fingerprints(name: string, size: number): Fingerprint[] {
  const { text } = (HARD[name] as (typeof HARD)[string])(size, 1);
  return Array.from({ length: size }, (_, index) => fingerprint(articleOf(text(index), idOf(index)), null));
}

const PATHS = [
  ['exact joins', Infinity],
  ['bands and anchors', 0],
] as const;

describe.each(PATHS)('by %s', (_, exactUpTo) => {
  const search = (articles: readonly Fingerprint[]) =>
    copyCandidates(articles, 0.4, ['near-copy', 'excerpt'], exactUpTo);

  test('articles that all share one paragraph are hardly compared', () => {
    const { pairs, guarantee } = search(fingerprints('paragraph', 1000));
    expect(guarantee.complete).toBe(true);
    // The shortest stories are little but the paragraph, and so are excerpts of the others.
    expect(comparisons()).toBeLessThan(1000 + 20 * pairs.length);
  });

  test('articles of one template cost a bounded number of comparisons each, and the guarantee says so', () => {
    const { pairs, guarantee } = search(fingerprints('template', 300));
    expect(guarantee.complete).toBe(true);
    expect(guarantee.uncompared).toBe((300 * 299) / 2 - pairs.length);
    expect(guarantee.uncompared).toBeGreaterThan(0);
    expect(comparisons()).toBeLessThan(300 * 4 * MOST_PARTNERS);
  });

  test('copies of one article are one', () => {
    expect(search(fingerprints('copies', 1000)).pairs).toEqual([]);
    expect(comparisons()).toBe(0);
  });
});

test('of articles put together from the sentences of one pool, few that share a sentence are compared, for a few steps', () => {
  const sets = largestFirst(fingerprints('mashup', 500).map(({ shingles }) => shingles));
  const sharing = bruteForce(500, (a, b) => jaccard(sets[a] as Float64Array, sets[b] as Float64Array) > 0).length;
  expect(sharing).toBeGreaterThan(10_000);
  for (const join of [jaccardJoin, containmentJoin]) {
    vi.mocked(overlapFrom).mockClear();
    expect(join(sets, 0.5)).toEqual({ pairs: [], complete: true });
    const { calls } = vi.mocked(overlapFrom).mock;
    expect(calls.length).toBeLessThan(sharing / 5);
    // A comparison ends where so many steps have given nothing in common.
    const steps = calls.map(([a, i, b, j, shared, least]) => Math.min(a.length - i, b.length - j) + shared - least + 1);
    expect(steps.reduce((sum, few) => sum + Math.max(0, few), 0)).toBeLessThan(10 * sharing);
  }
});

test.each([0.3, 0.5, 0.8])('what is found in a crowd is exact: %s', (threshold) => {
  const crowd = [...fingerprints('template', 60), ...fingerprints('mashup', 40)];
  const found = (relation: 'near-copy' | 'excerpt') => copyCandidates(crowd, threshold, [relation], Infinity).pairs;
  const at = (index: number) => (crowd[index] as Fingerprint).shingles;
  expect(found('near-copy')).toEqual(bruteForce(100, (a, b) => jaccard(at(a), at(b)) >= threshold));
  // By half of the shingles, or of the anchors, of the smaller one: at equal sizes the later.
  const isCandidate = (a: number, b: number): boolean => {
    const [x, y] = [crowd[a] as Fingerprint, crowd[b] as Fingerprint];
    const [smaller, larger] = x.shingles.length < y.shingles.length ? [x, y] : [y, x];
    const ofAnchors = containment(smaller.anchors, larger.anchors);
    return ofAnchors > 0 && Math.max(ofAnchors, containment(smaller.shingles, larger.shingles)) >= 0.5;
  };
  expect(found('excerpt')).toEqual(bruteForce(100, isCandidate));
});
