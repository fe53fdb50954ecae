import { beforeEach, describe, expect, test, vi } from 'vitest';
import { idOf } from '../../scripts/bench/articles.ts';
import { HARD } from '../../scripts/bench/hard.ts';
import { fingerprint } from '../../src/fingerprint/fingerprint.ts';
import { containment, jaccard, overlap } from '../../src/fingerprint/jaccard.ts';
import { copyCandidates } from '../../src/lsh/candidates.ts';
import { MOST_PARTNERS } from '../../src/lsh/pairs.ts';
import type { Fingerprint } from '../../src/model/article.ts';
import { articleOf } from '../match/articleOf.ts';
import { bruteForce } from './sets.ts';

// Each comparison of two sets is counted: the clock of a busy machine proves nothing.
vi.mock(import('../../src/fingerprint/jaccard.ts'), async (original) => {
  const real = await original();
  return { ...real, overlap: vi.fn(real.overlap) };
});
beforeEach(() => {
  vi.mocked(overlap).mockClear();
});

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
    expect(vi.mocked(overlap).mock.calls.length).toBeLessThan(1000 + 20 * pairs.length);
  });

  test('articles of one template cost a bounded number of comparisons each, and the guarantee says so', () => {
    const { pairs, guarantee } = search(fingerprints('template', 300));
    expect(guarantee.complete).toBe(true);
    expect(guarantee.uncompared).toBe((300 * 299) / 2 - pairs.length);
    expect(guarantee.uncompared).toBeGreaterThan(0);
    expect(vi.mocked(overlap).mock.calls.length).toBeLessThan(300 * 4 * MOST_PARTNERS);
  });

  test('copies of one article are one', () => {
    expect(search(fingerprints('copies', 1000)).pairs).toEqual([]);
    expect(vi.mocked(overlap).mock.calls.length).toBe(0);
  });
});

test('of articles put together from the sentences of one pool, one pair in forty that share a sentence is compared', () => {
  const articles = fingerprints('mashup', 500);
  const sharing = bruteForce(500, (a, b) => {
    const [x, y] = [articles[a] as Fingerprint, articles[b] as Fingerprint];
    return jaccard(x.shingles, y.shingles) > 0;
  }).length;
  vi.mocked(overlap).mockClear();
  expect(copyCandidates(articles, 0.4, ['near-copy', 'excerpt'], Infinity).guarantee.complete).toBe(true);
  expect(sharing).toBeGreaterThan(10_000);
  expect(vi.mocked(overlap).mock.calls.length).toBeLessThan(sharing / 40);
});

test.each([0.3, 0.5, 0.8])('what is found in a crowd is exact: %s', (threshold) => {
  const crowd = [...fingerprints('template', 60), ...fingerprints('mashup', 40)];
  const found = (relation: 'near-copy' | 'excerpt') => copyCandidates(crowd, threshold, [relation], Infinity).pairs;
  const at = (index: number) => (crowd[index] as Fingerprint).shingles;
  expect(found('near-copy')).toEqual(bruteForce(100, (a, b) => jaccard(at(a), at(b)) >= threshold));
  expect(found('excerpt')).toEqual(
    bruteForce(100, (a, b) => Math.max(containment(at(a), at(b)), containment(at(b), at(a))) >= 0.5),
  );
});
