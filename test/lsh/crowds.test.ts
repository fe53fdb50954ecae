import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jaccard } from '../../src/fingerprint/jaccard.ts';
import { minhash } from '../../src/fingerprint/minhash.ts';
import { shingleSequence, shingleSet } from '../../src/fingerprint/shingles.ts';
import { winnow } from '../../src/fingerprint/winnow.ts';
import { copyCandidates } from '../../src/lsh/candidates.ts';
import { findCrowds, isNear } from '../../src/lsh/crowds.ts';
import { clusterMatches } from '../../src/match/cluster.ts';
import type { Fingerprint } from '../../src/model/article.ts';
import type { Match, Pair } from '../../src/model/match.ts';

const THRESHOLD = 0.4;

function fingerprintOf(text: readonly number[], index: number): Fingerprint {
  const sequence = shingleSequence(Uint32Array.from(text));
  const shingles = shingleSet(sequence);
  const id = String(index).padStart(6, '0');
  return {
    source: { id, path: id, format: 'text' },
    language: 'en',
    byteDigest: id,
    digest: text.join(),
    words: text.length,
    shingles,
    shingleCount: shingles.length,
    signature: minhash(shingles, 128),
    anchors: winnow(sequence),
    terms: { ids: new Uint32Array(0), counts: new Uint16Array(0) },
  };
}

/** A text of a family: the family's words, some of which it has changed, and some of its own at the end. */
function memberOf(family: number, index: number, changed: number, own: number): number[] {
  const words = Array.from({ length: 120 }, (_, i) => family * 1000 + i);
  for (let i = 0; i < changed; i++) words[(index * 7 + i * 29) % 120] = 1e6 + index * 100 + i;
  return [...words, ...Array.from({ length: own }, (_, i) => 2e6 + index * 100 + i)];
}

function clustersBy(articles: readonly Fingerprint[], pairs: readonly Pair[]): string[][] {
  const matches = pairs.flatMap(({ a, b }): Match[] => {
    const [x, y] = [articles[a] as Fingerprint, articles[b] as Fingerprint];
    const score = jaccard(x.shingles, y.shingles);
    const similarity = { jaccard: score, containmentOfA: 0, containmentOfB: 0, rewrite: null };
    const pair = { a: x.source.id, b: y.source.id };
    return score < THRESHOLD ? [] : [{ ...pair, relation: 'near-copy', score, similarity }];
  });
  const { clusters } = clusterMatches(articles, matches, () => 'id');
  return clusters.map(({ representative, members }) => [representative, ...members.map(({ path }) => path)]);
}

const allPairs = (size: number): Pair[] =>
  Array.from({ length: size }, (_, b) => Array.from({ length: b }, (_, a) => ({ a, b }))).flat();

describe('large groups of near-copies', () => {
  it.each([Infinity, 0])(
    'have the clusters that comparing every pair gives (exact up to %d)',
    (exactUpTo) => {
      fc.assert(
        fc.property(
          fc.array(fc.record({ family: fc.nat(1), changed: fc.nat(4), own: fc.integer({ min: 1, max: 12 }) }), {
            minLength: 230,
            maxLength: 260,
          }),
          (members) => {
            const articles = members.map(({ family, changed, own }, i) =>
              fingerprintOf(memberOf(family, i, changed, own), i),
            );
            const { pairs } = copyCandidates(articles, THRESHOLD, ['near-copy', 'excerpt'], exactUpTo);
            expect(clustersBy(articles, pairs)).toEqual(clustersBy(articles, allPairs(articles.length)));
          },
        ),
        { numRuns: 2, endOnFailure: true },
      );
    },
    60_000,
  );

  it('are listed in proportion to their size, and what was not compared is counted', () => {
    const articles = Array.from({ length: 2000 }, (_, i) => fingerprintOf(memberOf(0, i, 2, 1 + (i % 3)), i));
    for (const exactUpTo of [Infinity, 0]) {
      const { pairs, guarantee } = copyCandidates(articles, THRESHOLD, ['near-copy', 'excerpt'], exactUpTo);
      expect(pairs.length).toBeLessThan((101 * 100) / 2 + 2000);
      const clusters = clustersBy(articles, pairs);
      expect(clusters.map((members) => members.length)).toEqual([2000]);
      expect(guarantee.complete).toBe(true);
      expect(pairs.length + guarantee.uncompared).toBe((2000 * 1999) / 2);
    }
  });

  it('stay together where the longest resembles a longer article that the others do not', () => {
    const family = (i: number): number[] => memberOf(0, i, 3, 0);
    const hub = [...memberOf(0, 0, 0, 0), ...Array.from({ length: 80 }, (_, i) => 7e6 + i)];
    const longer = [...hub.slice(60), ...Array.from({ length: 70 }, (_, i) => 8e6 + i)];
    const articles = [longer, hub, ...Array.from({ length: 300 }, (_, i) => family(i + 1))].map(fingerprintOf);
    const { pairs } = copyCandidates(articles, THRESHOLD, ['near-copy'], Infinity);
    expect(clustersBy(articles, pairs)).toEqual(clustersBy(articles, allPairs(articles.length)));
    expect(clustersBy(articles, pairs).map((members) => members.length)).toEqual([2, 300]);
  });

  it('are told from articles that merely share a paragraph', () => {
    const shared = Array.from({ length: 40 }, (_, i) => i);
    const own = (i: number): number[] => Array.from({ length: 100 }, (_, k) => 1000 + 200 * i + k);
    const articles = Array.from({ length: 400 }, (_, i) => fingerprintOf([...shared, ...own(i)], i));
    expect(findCrowds(articles, THRESHOLD)).toEqual([]);
    const { pairs, guarantee } = copyCandidates(articles, THRESHOLD, ['near-copy', 'excerpt']);
    expect(pairs).toEqual([]);
    expect(guarantee).toMatchObject({ complete: true, uncompared: 0 });
  });

  it('hold near-copies of their hub and nothing else', () => {
    const articles = Array.from({ length: 600 }, (_, i) => fingerprintOf(memberOf(i % 3, i, i % 30, 0), i));
    for (const { hub, near, outlying } of findCrowds(articles, THRESHOLD)) {
      expect(near).toHaveLength(100);
      for (const one of [...near, ...outlying]) expect(isNear(articles, hub, one, THRESHOLD)).toBe(true);
    }
  });
});
