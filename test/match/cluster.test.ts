import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusterMatches as clusterAny } from '../../src/match/cluster.ts';
import { clusterId } from '../../src/match/clusterId.ts';
import type { Fingerprint } from '../../src/model/article.ts';
import type { Cluster, Match, Relation } from '../../src/model/match.ts';

function fingerprint(id: string, words: number, digest: string = id): Fingerprint {
  return {
    source: { id, path: id, format: 'text' },
    language: 'en',
    byteDigest: '',
    digest,
    words,
    shingles: new Float64Array(),
    shingleCount: 0,
    signature: new Uint32Array(),
    anchors: new Float64Array(),
    terms: { ids: new Uint32Array(), counts: new Uint16Array() },
  };
}

const clusterMatches = (articles: readonly Fingerprint[], matches: readonly Match[]) =>
  clusterAny(articles, matches, clusterId);

function match(a: string, b: string, relation: Relation, score = 1, template = false): Match {
  const similarity = { jaccard: score, containmentOfA: score, containmentOfB: score, rewrite: null };
  return { a, b, relation, score, similarity, ...(template ? { template } : {}) };
}

describe('clusters', () => {
  it('have the longest article as representative, ties by path, and members with their relation to it', () => {
    const articles = [fingerprint('a', 90), fingerprint('b', 100), fingerprint('c', 100)];
    const matches = [match('a', 'b', 'near-copy', 0.8), match('b', 'c', 'rewrite', 0.9)];
    expect(clusterMatches(articles, matches)).toMatchObject({
      clusters: [
        {
          representative: 'b',
          words: 100,
          members: [
            { path: 'a', relation: 'near-copy', score: 0.8, words: 90 },
            { path: 'c', relation: 'rewrite', score: 0.9, words: 100 },
          ],
        },
      ],
      matches,
    });
  });

  it('do not chain: the neighbour of a member stays outside, its match is a bridge', () => {
    const articles = [fingerprint('a', 100), fingerprint('b', 90), fingerprint('c', 80)];
    const { clusters, matches } = clusterMatches(articles, [match('a', 'b', 'rewrite'), match('b', 'c', 'rewrite')]);
    expect(clusters.map(({ members }) => members.map(({ path }) => path))).toEqual([['b']]);
    expect(matches.map(({ bridge }) => bridge)).toEqual([undefined, true]);
  });

  it('count a match between two members as their own', () => {
    const articles = [fingerprint('a', 100), fingerprint('b', 90), fingerprint('c', 80)];
    const matches = [match('a', 'b', 'rewrite'), match('a', 'c', 'rewrite'), match('b', 'c', 'near-copy', 0.5)];
    expect(clusterMatches(articles, matches).matches).toEqual(matches);
  });

  it('are not joined by excerpts, which are no bridges either', () => {
    const articles = [fingerprint('a', 100), fingerprint('b', 90)];
    const matches = [match('a', 'b', 'excerpt', 0.9)];
    expect(clusterMatches(articles, matches)).toEqual({ clusters: [], matches });
  });

  it('take the copies of a member along, with its relation and score', () => {
    const articles = [
      fingerprint('a', 80, 'x'),
      fingerprint('b', 100),
      fingerprint('c', 80, 'x'),
      fingerprint('d', 100, 'b'),
    ];
    const matches = [match('a', 'b', 'rewrite', 0.9), match('a', 'c', 'identical'), match('b', 'd', 'identical')];
    const { clusters } = clusterMatches(articles, matches);
    expect(clusters).toMatchObject([
      {
        representative: 'b',
        members: [
          { path: 'a', relation: 'rewrite', score: 0.9 },
          { path: 'c', relation: 'rewrite', score: 0.9 },
          { path: 'd', relation: 'identical', score: 1 },
        ],
      },
    ]);
  });

  it('of template siblings stand apart and take only what is in no other cluster', () => {
    const articles = ['a', 'b', 'c', 'd'].map((id) => fingerprint(id, 50));
    const matches = [
      match('a', 'b', 'near-copy', 0.9, true),
      match('b', 'c', 'near-copy', 0.9, true),
      match('c', 'd', 'near-copy', 0.6),
    ];
    const { clusters, matches: out } = clusterMatches(articles, matches);
    expect(clusters).toMatchObject([
      { representative: 'c', members: [{ path: 'd' }] },
      { representative: 'a', members: [{ path: 'b' }], template: true },
    ]);
    expect(out.map(({ bridge }) => bridge)).toEqual([undefined, true, undefined]);
  });

  it('of copies are not bridged to a template sibling that is in no cluster', () => {
    const articles = [fingerprint('a', 50, 'x'), fingerprint('a2', 50, 'x'), fingerprint('b', 50)];
    const matches = [match('a', 'a2', 'identical'), match('a', 'b', 'near-copy', 0.9, true)];
    const result = clusterMatches(articles, matches);
    expect(result.clusters).toMatchObject([{ representative: 'a', members: [{ path: 'a2' }] }]);
    expect(result.matches).toEqual(matches);
  });

  it('have an id that depends on what the articles say, not on what they are called', () => {
    const one = [fingerprint('a', 100, 'x'), fingerprint('b', 90, 'y')];
    const other = [fingerprint('p', 90, 'y'), fingerprint('q', 100, 'x')];
    const third = [fingerprint('a', 100, 'x'), fingerprint('b', 90, 'z')];
    const ids = [
      clusterMatches(one, [match('a', 'b', 'rewrite')]),
      clusterMatches(other, [match('p', 'q', 'rewrite')]),
      clusterMatches(third, [match('a', 'b', 'rewrite')]),
    ].map(({ clusters }) => clusters[0]?.id);
    expect(ids[0]).toMatch(/^[0-9a-f]{16}$/);
    expect(ids[1]).toBe(ids[0]);
    expect(ids[2]).not.toBe(ids[0]);
  });

  it('hold fifty thousand copies of one article without comparing them pair by pair', () => {
    const ids = Array.from({ length: 50_000 }, (_, i) => `${i}`.padStart(5, '0'));
    const matches = ids.slice(1).map((id) => match('00000', id, 'identical'));
    const { clusters, matches: out } = clusterMatches(
      ids.map((id) => fingerprint(id, 100, 'x')),
      matches,
    );
    expect(clusters).toMatchObject([{ representative: '00000' }]);
    expect(clusters[0]?.members).toHaveLength(49_999);
    expect(out).toEqual(matches);
  });
});

/** Up to 12 articles, some of them copies of others, and verified pairs between the first copies. */
const run = fc
  .record({
    texts: fc.array(fc.nat(7), { minLength: 2, maxLength: 12 }),
    lengths: fc.array(fc.integer({ min: 50, max: 53 }), { minLength: 8, maxLength: 8 }),
    pairs: fc.uniqueArray(
      fc.record({
        x: fc.nat(7),
        y: fc.nat(7),
        relation: fc.constantFrom<Relation>('near-copy', 'rewrite', 'excerpt'),
        template: fc.boolean(),
      }),
      { selector: ({ x, y }) => `${Math.min(x, y)} ${Math.max(x, y)}` },
    ),
  })
  .map(({ texts, lengths, pairs }) => {
    const ids = texts.map((_, i) => `${i}`.padStart(2, '0'));
    const articles = texts.map((text, i) => fingerprint(ids[i] as string, lengths[text] as number, `${text}`));
    const firstOf = (text: number): string | undefined => ids[texts.indexOf(text)];
    const matches = ids.flatMap((id, i) => {
      const first = firstOf(texts[i] as number) as string;
      return first === id ? [] : [match(first, id, 'identical')];
    });
    for (const { x, y, relation, template } of pairs) {
      const [a, b] = [firstOf(x), firstOf(y)].sort();
      if (a && b && a !== b) matches.push(match(a, b, relation, 0.5, template && relation === 'near-copy'));
    }
    return { articles, matches };
  });

describe('laws of clustering', () => {
  it('every member is a verified match of its representative, if need be by way of a copy', () => {
    fc.assert(
      fc.property(run, ({ articles, matches }) => {
        const digest = new Map(articles.map((article) => [article.source.id, article.digest]));
        for (const { representative, members, template } of clusterMatches(articles, matches).clusters) {
          for (const { path, relation, score } of members) {
            const ends = [digest.get(representative), digest.get(path)].sort().join();
            const proof = matches.some(
              (m) =>
                m.relation === relation &&
                m.score === score &&
                (m.template ?? false) === (template ?? false) &&
                [digest.get(m.a), digest.get(m.b)].sort().join() === ends,
            );
            expect(proof && relation !== 'excerpt').toBe(true);
          }
        }
      }),
    );
  });

  it('every article is in one cluster at most, and no verified pair of free articles is left over', () => {
    fc.assert(
      fc.property(run, ({ articles, matches }) => {
        const { clusters } = clusterMatches(articles, matches);
        const placed = clusters.flatMap(({ representative, members }) => [
          representative,
          ...members.map(({ path }) => path),
        ]);
        expect(new Set(placed).size).toBe(placed.length);
        for (const { a, b, relation } of matches)
          expect(relation === 'excerpt' || placed.includes(a) || placed.includes(b)).toBe(true);
      }),
    );
  });

  it('the representative has the most words, and of those with as many the first path', () => {
    fc.assert(
      fc.property(run, ({ articles, matches }) => {
        const rank = new Map(
          [...articles]
            .sort((x, y) => y.words - x.words || (x.source.id < y.source.id ? -1 : 1))
            .map(({ source }, i) => [source.id, i]),
        );
        for (const { representative, members } of clusterMatches(articles, matches).clusters)
          for (const { path } of members) expect(rank.get(representative)).toBeLessThan(rank.get(path) as number);
      }),
    );
  });

  it('a pair is a bridge if and only if no cluster holds both; an excerpt never, template siblings only between two clusters', () => {
    fc.assert(
      fc.property(run, ({ articles, matches }) => {
        const result = clusterMatches(articles, matches);
        const holder = (id: string): Cluster | undefined =>
          result.clusters.find(
            ({ representative, members }) => representative === id || members.some(({ path }) => path === id),
          );
        for (const { a, b, relation, template, bridge } of result.matches) {
          const [ofA, ofB] = [holder(a), holder(b)];
          const apart = ofA === undefined || ofA !== ofB;
          const tellable = template ? ofA !== undefined && ofB !== undefined : relation !== 'excerpt';
          expect(bridge ?? false).toBe(tellable && apart);
        }
      }),
    );
  });

  it('the order of the matches does not matter', () => {
    fc.assert(
      fc.property(run, ({ articles, matches }) => {
        expect(clusterMatches(articles, matches.toReversed())).toEqual(clusterMatches(articles, matches));
      }),
    );
  });
});
