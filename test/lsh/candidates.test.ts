import { describe, expect, test } from 'vitest';
import { minhash } from '../../src/fingerprint/minhash.ts';
import { shingleSequence, shingleSet } from '../../src/fingerprint/shingles.ts';
import { winnow } from '../../src/fingerprint/winnow.ts';
import { copyCandidates } from '../../src/lsh/candidates.ts';
import type { Fingerprint } from '../../src/model/article.ts';
import type { Relation } from '../../src/model/match.ts';

const words = (from: number, size: number) => Array.from({ length: size }, (_, i) => from + i);

function fingerprintOf(text: readonly number[], index: number): Fingerprint {
  const sequence = shingleSequence(Uint32Array.from(text));
  const shingles = shingleSet(sequence);
  return {
    source: { id: `${index}.txt`, path: `${index}.txt`, format: 'text' },
    language: 'en',
    byteDigest: `${index}`,
    digest: text.join(),
    words: text.length,
    shingles,
    shingleCount: shingles.length,
    signature: minhash(shingles, 128),
    anchors: winnow(sequence),
    terms: { ids: new Uint32Array(0), counts: new Uint16Array(0) },
  };
}

const story = words(0, 300);
const articles = [
  [], // 0: no words
  story, // 1
  [...words(0, 150), 9999, ...words(151, 149)], // 2: near-copy of 1
  story, // 3: identical to 1
  words(40, 60), // 4: excerpt of 1 and 2
  words(5000, 300), // 5: another story
  [], // 6: no words either
  [...words(8000, 400), ...words(100, 20)], // 7: a quote of 20 words
].map(fingerprintOf);

const near = { a: 1, b: 2 };
const excerpts = [
  { a: 1, b: 4 },
  { a: 2, b: 4 },
];

describe.each([
  ['exact join', Infinity, 1],
  ['minhash bands', 0, 0.999],
] as const)('by %s', (method, exactUpTo, recall) => {
  const candidates = (relations: readonly Relation[]) => copyCandidates(articles, 0.8, relations, exactUpTo);

  test('near-copies and excerpts are found, identical articles once, and nothing else', () => {
    expect(candidates(['near-copy', 'excerpt']).pairs).toEqual([near, ...excerpts]);
  });

  test('only what is asked for is searched', () => {
    expect(candidates(['identical', 'near-copy']).pairs).toEqual([near]);
    expect(candidates(['excerpt']).pairs).toEqual([near, ...excerpts]);
    expect(candidates(['rewrite']).pairs).toEqual([]);
  });

  test('the guarantee says what was done', () => {
    const { guarantee } = candidates(['near-copy', 'excerpt']);
    expect(guarantee).toMatchObject({ threshold: 0.8, method, complete: true });
    expect(guarantee.recall).toBeGreaterThanOrEqual(recall);
    expect(guarantee.excerpt).toEqual({ recall: 1, containment: 0.5, words: 30 });
  });

  test('the guarantee says how many pairs of a crowd were not compared', () => {
    const group = (size: number) =>
      Array.from({ length: size }, (_, i) => fingerprintOf([...words(0, 300), 10_000 + i], i));
    const search = (size: number) => copyCandidates(group(size), 0.8, ['near-copy'], exactUpTo);
    expect(search(101).guarantee).toMatchObject({ complete: true, uncompared: 0 });
    expect(search(101).pairs).toHaveLength((101 * 100) / 2);
    // Two beyond the first hundred and one: each is paired with the first one.
    expect(search(103).guarantee).toMatchObject({ complete: true, uncompared: 2 * 100 + 1 });
    expect(search(103).pairs).toHaveLength((101 * 100) / 2 + 2);
  });

  test('no article at all is no candidate at all', () => {
    expect(copyCandidates([], 0.4, ['near-copy', 'excerpt'], exactUpTo).pairs).toEqual([]);
  });
});

test('articles of more shingles together than an index holds are not joined, and the guarantee says so', () => {
  const methodFor = (shingleCount: number) =>
    copyCandidates(
      articles.map((article) => ({ ...article, shingleCount })),
      0.8,
      ['near-copy'],
    ).guarantee.method;
  expect(methodFor(1000)).toBe('exact join');
  expect(methodFor(2 ** 25)).toBe('minhash bands');
});
