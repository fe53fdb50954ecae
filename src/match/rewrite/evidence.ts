import { passage } from '../../extract/prose.ts';
import { NO_TERM, termSequence } from '../../fingerprint/terms.ts';
import type { AlignedSentences, Article, Contribution, Passage, RewriteEvidence } from '../../model.ts';
import { factDifferences } from '../facts.ts';
import { type Counterparts, sharedTerms } from './alignment.ts';
import type { Outline } from './outline.ts';
import { toldSentences } from './telling.ts';

/**
 * Sentences with this cosine or more tell the same: of the pact pair (the example that must be readable) 83 and 95 %
 * of the weight has such a counterpart, of unrelated articles next to nothing.
 */
const ALIGNED = 0.3;

/** A name alone does not make two sentences tell the same, however short they are. */
const SHARED_TERMS = 2;

/** Shared terms that are named: what an editor takes in at a glance. */
const NAMED_TERMS = 12;

/**
 * One article extends the other if it answers this share of the other's sentences (by weight), leaves as much of its
 * own unanswered, and has a quarter more words: less is a matter of wording, not of news.
 */
const TOLD_SHARE = 0.75;
const LONGER = 1.25;

/** An article with its outline. */
export interface Told {
  readonly article: Article;
  readonly outline: Outline;
}

/** Why two articles are one report: which sentence answers which, what they share, what each has alone. */
export function rewriteEvidence(
  a: Told,
  b: Told,
  ofA: Counterparts,
  ofB: Counterparts,
  contributions: readonly Contribution[],
): RewriteEvidence {
  const links = bestLinks(a, b, ofA, ofB);
  const sentencesOfA = passages(a.article);
  const sentencesOfB = passages(b.article);
  const inA = new Set(links.flatMap((link) => link.a));
  const inB = new Set(links.flatMap((link) => link.b));
  const aligned = links.map(
    (link): AlignedSentences => ({
      a: link.a.map((s) => sentencesOfA[s] as Passage),
      b: link.b.map((s) => sentencesOfB[s] as Passage),
      similarity: link.cosine,
    }),
  );
  return {
    kind: 'rewrite',
    aligned,
    sharedTerms: namedTerms(a, b),
    onlyA: unanswered(a.outline, sentencesOfA, inA),
    onlyB: unanswered(b.outline, sentencesOfB, inB),
    facts: factDifferences(a.article, b.article, aligned),
    extends: extending(a.outline, inA, b.outline, inB),
    contributions,
  };
}

interface Link {
  readonly a: readonly number[];
  readonly b: readonly number[];
  readonly cosine: number;
}

/**
 * The surest links, each sentence in one, in a's order. They are looked for from the article whose text sorts first: so
 * ties fall the same way when a and b change places.
 */
function bestLinks(a: Told, b: Told, ofA: Counterparts, ofB: Counterparts): Link[] {
  const isInOrder = a.article.prose.text <= b.article.prose.text;
  const links = isInOrder
    ? surestLinks(a.outline, b.outline, ofA, ofB)
    : surestLinks(b.outline, a.outline, ofB, ofA).map(exchanged);
  return links.sort((x, y) => first(x.a) - first(y.a));
}

function surestLinks(a: Outline, b: Outline, ofA: Counterparts, ofB: Counterparts): Link[] {
  const fromA = linksOf(a, b, ofA);
  const fromB = linksOf(b, a, ofB).map(exchanged);
  const surest = [...fromA, ...fromB].sort(
    (x, y) => y.cosine - x.cosine || first(x.a) - first(y.a) || first(x.b) - first(y.b),
  );
  const takenA = new Set<number>();
  const takenB = new Set<number>();
  const kept: Link[] = [];
  for (const link of surest) {
    if (link.a.some((s) => takenA.has(s)) || link.b.some((s) => takenB.has(s))) continue;
    for (const s of link.a) takenA.add(s);
    for (const s of link.b) takenB.add(s);
    kept.push(link);
  }
  return kept;
}

function exchanged({ a, b, cosine }: Link): Link {
  return { a: b, b: a, cosine };
}

function linksOf(own: Outline, other: Outline, { place, span, cosine }: Counterparts): Link[] {
  const links: Link[] = [];
  for (let s = 0; s < own.sentences.count; s++) {
    const at = place[s] as number;
    if ((cosine[s] as number) < ALIGNED) continue;
    const answer = span[s] === 2 ? [at, at + 1] : [at];
    const answering = new Set(answer.flatMap((sentence) => termsOf(other, sentence)));
    const shared = termsOf(own, s).filter((term) => answering.has(term)).length;
    if (shared >= SHARED_TERMS) links.push({ a: [s], b: answer, cosine: cosine[s] as number });
  }
  return links;
}

function termsOf({ terms, sentences: { termStart, termList } }: Outline, sentence: number): number[] {
  const places = termList.subarray(termStart[sentence], termStart[sentence + 1]);
  return Array.from(places, (place) => terms[place] as number);
}

function first(sentences: readonly number[]): number {
  return sentences[0] as number;
}

/** The article's sentences, as the outline counts them. */
function passages(article: Article): Passage[] {
  return toldSentences(article).map(({ span }) => passage(article.prose, span));
}

/** The sentences without a link, most informative (heaviest) first; ties in reading order. */
function unanswered({ sentences }: Outline, passages: readonly Passage[], linked: ReadonlySet<number>): Passage[] {
  const { count, weights } = sentences;
  return Array.from({ length: count }, (_, s) => s)
    .filter((s) => !linked.has(s))
    .sort((x, y) => (weights[y] as number) - (weights[x] as number) || x - y)
    .map((s) => passages[s] as Passage);
}

/** The heaviest shared terms, each as a first writes it. */
function namedTerms({ article, outline: a }: Told, { outline: b }: Told): string[] {
  const { inB } = sharedTerms(a, b);
  const heaviest = Array.from(a.terms.keys())
    .filter((place) => (inB[place] as number) >= 0)
    .sort((x, y) => (a.weights[y] as number) - (a.weights[x] as number) || x - y)
    .slice(0, NAMED_TERMS);
  const written = firstWritten(article);
  return heaviest.map((place) => written.get(a.terms[place] as number) ?? '').filter((word) => word !== '');
}

function firstWritten(article: Article): Map<number, string> {
  const { prose, words } = article;
  const written = new Map<number, string>();
  termSequence(article).forEach((term, i) => {
    if (term === NO_TERM || written.has(term)) return;
    // In scripts without spaces a term is a pair of characters: a word and the one after it.
    const end = words.starts[i + 1] === words.ends[i] ? (words.ends[i + 1] as number) : (words.ends[i] as number);
    written.set(term, prose.text.slice(words.starts[i], end));
  });
  return written;
}

function extending(a: Outline, inA: ReadonlySet<number>, b: Outline, inB: ReadonlySet<number>): 'a' | 'b' | null {
  const told = (outline: Outline, linked: ReadonlySet<number>): number => {
    const { weights } = outline.sentences;
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    return all === 0
      ? 0
      : Array.from(linked, (s) => weights[s] as number).reduce((sum, weight) => sum + weight, 0) / all;
  };
  const toldA = told(a, inA);
  const toldB = told(b, inB);
  if (b.words >= LONGER * a.words && toldA >= TOLD_SHARE && toldB < toldA) return 'b';
  if (a.words >= LONGER * b.words && toldB >= TOLD_SHARE && toldA < toldB) return 'a';
  return null;
}
