import { expect, test } from 'vitest';
import { fingerprint } from '../../src/fingerprint/fingerprint.ts';
import type { Article } from '../../src/model/article.ts';

const terms = { ids: Uint32Array.of(3, 9), counts: Uint16Array.of(1, 2) };

function article(words: readonly number[], id = 'a.txt', title?: string): Article {
  const hashes = Uint32Array.from(words);
  return {
    source: { id, path: id, format: 'text' },
    metadata: title === undefined ? {} : { title },
    language: 'en',
    prose: {
      text: '',
      paragraphs: [],
      sentences: [],
      origin: { prose: new Uint32Array(0), source: new Uint32Array(0) },
      lineStarts: new Uint32Array(1),
      firstLine: 0,
    },
    words: { hashes, starts: new Uint32Array(hashes.length), ends: new Uint32Array(hashes.length) },
    setAside: [],
    lineHashes: new Float64Array(0),
    contentDigest: 'ff',
  };
}

const words = Array.from({ length: 80 }, (_, i) => i);

test('a fingerprint counts the words and carries what the article says of itself', () => {
  expect(fingerprint(article(words, 'b.txt', 'Title'), terms)).toMatchObject({
    source: { id: 'b.txt' },
    title: 'Title',
    language: 'en',
    words: 80,
    terms,
  });
  expect(fingerprint(article(words), terms)).not.toHaveProperty('title');
});

test('the same words have the same fingerprint, wherever they come from', () => {
  const { source: _a, ...a } = fingerprint(article(words, 'a.txt'), terms);
  const { source: _b, ...b } = fingerprint(article(words, 'b.txt'), terms);
  expect(a).toEqual(b);
});

test('an article without words has nothing that could pair it', () => {
  const { shingles, signature, anchors } = fingerprint(article([]), terms);
  expect([shingles.length, signature.length, anchors.length]).toEqual([0, 0, 0]);
});

test('an article of 500 words takes about 6 KB', () => {
  const { shingles, signature, anchors } = fingerprint(article(Array.from({ length: 500 }, (_, i) => i)), terms);
  expect(shingles.byteLength + signature.byteLength + anchors.byteLength).toBeLessThan(6000);
});
