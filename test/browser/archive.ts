import type { ArticleText, ExploredArticle, Span } from '../../src/model/article.ts';
import type { Evidence } from '../../src/model/evidence.ts';
import type { ExplainedMatch, Relation } from '../../src/model/match.ts';
import type { PairScores, Result } from '../../src/model/result.ts';
import { resultOf } from '../report/sample.ts';

const THRESHOLDS = { 'near-copy': 0.4, excerpt: 0.5, rewrite: 0.6 };
const WORDS =
  'harbour council winter bridge water teacher market valley tower river engine letter garden station doctor meadow island office window summer'.split(
    ' ',
  );

/**
 * The explored result of an archive with so many clusters, most of two or three articles, a few large; every tenth has a
 * member that also matches a member of another, every twentieth an excerpt.
 *
 * @param words of each article, about
 */
export function archive(clusters: number, words: number): Result {
  const articles: ExploredArticle[] = [];
  const matches: ExplainedMatch[] = [];
  const pathOf = (cluster: number, member: number): string =>
    `archive/${String(cluster).padStart(5, '0')}/${String(member).padStart(3, '0')}.txt`;
  const pair = (a: string, b: string, relation: Exclude<Relation, 'identical'>, score: number): void => {
    matches.push({ a, b, relation, score, similarity: similarityOf(relation, score), evidence: EVIDENCE[relation] });
  };
  for (let i = 0; i < clusters; i++) {
    const members = i % 100 === 7 ? 41 : 1 + (i % 3);
    for (let m = 0; m <= members; m++) {
      const title = `Story ${i + 1}: ${WORDS[i % WORDS.length]} and ${WORDS[(i * 7 + m) % WORDS.length]}`;
      const length = m === 0 ? words + 20 : words;
      articles.push({ path: pathOf(i, m), title, words: length, text: textOf(title, length, i + m) });
      if (m > 0)
        pair(
          pathOf(i, 0),
          pathOf(i, m),
          i % 2 === 0 ? 'near-copy' : 'rewrite',
          spread(i * 31 + m, i % 2 === 0 ? 0.4 : 0.6),
        );
    }
    if (i % 10 === 3 && i >= 13) pair(pathOf(i - 7, 1), pathOf(i, 1), 'near-copy', 0.5);
    if (i % 20 === 5 && i >= 25) pair(pathOf(i - 11, 0), pathOf(i, 0), 'excerpt', 0.7);
  }
  matches.sort((x, y) => (x.a === y.a ? (x.b < y.b ? -1 : 1) : x.a < y.a ? -1 : 1));
  articles.sort((x, y) => (x.path < y.path ? -1 : 1));
  const scores = matches.map(
    ({ a, b, relation, score }): PairScores => ({
      a,
      b,
      'near-copy': relation === 'near-copy' ? score : 0.1,
      excerpt: relation === 'excerpt' ? score : null,
      rewrite: relation === 'rewrite' ? score : null,
    }),
  );
  const floors = { 'near-copy': 0.2, excerpt: 0.5, rewrite: 0.3 };
  return { ...resultOf([], matches), exploration: { articles, scores, floors, thresholds: THRESHOLDS } };
}

const EVIDENCE: Readonly<Record<Exclude<Relation, 'identical'>, Evidence>> = {
  'near-copy': { kind: 'near-copy', coarse: false, diff: [], facts: [] },
  excerpt: { kind: 'excerpt', holder: 'a', passages: [] },
  rewrite: {
    kind: 'rewrite',
    aligned: [],
    sharedTerms: [],
    onlyA: [],
    onlyB: [],
    facts: [],
    extends: null,
    contributions: [],
  },
};

/** Between the threshold and 1, the same each time. */
function spread(seed: number, from: number): number {
  return from + (1 - from) * (((seed * 2654435761) % 1000) / 1000);
}

function similarityOf(relation: Relation, score: number): ExplainedMatch['similarity'] {
  return { jaccard: relation === 'near-copy' ? score : 0.1, containmentOfA: 0.2, containmentOfB: 0.2, rewrite: null };
}

function textOf(title: string, words: number, seed: number): ArticleText {
  const parts: string[] = [title];
  const paragraphs: Span[] = [{ start: 0, end: title.length }];
  const sentences: Span[] = [{ start: 0, end: title.length }];
  let length = title.length;
  for (let w = 0; w < words; ) {
    const start = length + 2;
    let at = start;
    const own: string[] = [];
    for (let s = 0; s < 4 && w < words; s++) {
      const sentence = `${Array.from({ length: 12 }, (_, k) => WORDS[(seed * 3 + w + k * (s + 2)) % WORDS.length]).join(' ')}.`;
      own.push(sentence);
      sentences.push({ start: at, end: at + sentence.length });
      at += sentence.length + 1;
      w += 12;
    }
    const paragraph = own.join(' ');
    parts.push(paragraph);
    paragraphs.push({ start, end: start + paragraph.length });
    length = start + paragraph.length;
  }
  return { text: parts.join('\n\n'), paragraphs, sentences, lines: paragraphs.map((_, i) => 2 * i + 1), setAside: [] };
}
