import { passage } from '../../extract/prose.ts';
import { termSequence } from '../../fingerprint/terms.ts';
import type { Article } from '../../model/article.ts';
import type { AlignedSentences, Contribution, Passage, RewriteEvidence } from '../../model/evidence.ts';
import { factDifferences } from '../facts.ts';
import { type Counterparts, type SharedTerms, sharedTerms } from './alignment.ts';
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
  const shared = sharedTerms(a.outline, b.outline);
  const links = bestLinks(a, b, ofA, ofB, shared);
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
    sharedTerms: namedTerms(a, shared),
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
function bestLinks(a: Told, b: Told, ofA: Counterparts, ofB: Counterparts, { inA, inB }: SharedTerms): Link[] {
  const linksOfA = linksOf(a.outline, b.outline, ofA, inB);
  const linksOfB = linksOf(b.outline, a.outline, ofB, inA);
  const isInOrder = a.article.prose.text <= b.article.prose.text;
  const links = isInOrder ? surestLinks(linksOfA, linksOfB) : surestLinks(linksOfB, linksOfA).map(exchanged);
  return links.sort((x, y) => first(x.a) - first(y.a));
}

/** @param ofB as seen from b, so that a link's `a` is of b */
function surestLinks(ofA: readonly Link[], ofB: readonly Link[]): Link[] {
  const surest = [...ofA, ...ofB.map(exchanged)].sort(
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

/** @param inOther place in `other.terms` of each of own's terms, -1 where it lacks it */
function linksOf(own: Outline, other: Outline, counterparts: Counterparts, inOther: Int32Array): Link[] {
  const { place, span, cosine } = counterparts;
  const links: Link[] = [];
  /** The last sentence of `own`, counted from 1, that each term of `other` was seen to answer. */
  const answers = new Uint32Array(other.terms.length);
  for (let s = 0; s < own.sentences.count; s++) {
    if ((cosine[s] as number) < ALIGNED) continue;
    const at = place[s] as number;
    const answer = span[s] === 2 ? [at, at + 1] : [at];
    for (const sentence of answer) for (const term of placesIn(other, sentence)) answers[term] = s + 1;
    let shared = 0;
    for (const term of placesIn(own, s)) if (answers[inOther[term] as number] === s + 1) shared++;
    if (shared >= SHARED_TERMS) links.push({ a: [s], b: answer, cosine: cosine[s] as number });
  }
  return links;
}

/** The places of a sentence's terms. */
function placesIn({ sentences: { termStart, termList } }: Outline, sentence: number): Uint32Array {
  return termList.subarray(termStart[sentence], termStart[sentence + 1]);
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
function namedTerms({ article, outline: a }: Told, { inB }: SharedTerms): string[] {
  const heaviest = Array.from(a.terms.keys())
    .filter((place) => (inB[place] as number) >= 0)
    .sort((x, y) => (a.weights[y] as number) - (a.weights[x] as number) || x - y)
    .slice(0, NAMED_TERMS)
    .map((place) => a.terms[place] as number);
  const sequence = termSequence(article);
  return heaviest.flatMap((term) => written(article, sequence.indexOf(term)));
}

/** The term at a word as it is written; none where the article has no such word. */
function written({ prose, words: { starts, ends } }: Article, word: number): string[] {
  if (word < 0) return [];
  // In scripts without spaces a term is a pair of characters: a word and the one after it.
  const end = starts[word + 1] === ends[word] ? ends[word + 1] : ends[word];
  return [prose.text.slice(starts[word], end)];
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
