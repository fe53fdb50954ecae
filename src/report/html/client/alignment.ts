import { wordsOutside } from '../../../extract/wordsOutside.ts';
import { wordsPlain } from '../../../extract/wordsPlain.ts';
import { alignWords } from '../../../match/align.ts';
import type { Words } from '../../../model/article.ts';
import type { PageEvidence, PageSpan, PageText } from '../pageData.ts';
import { linkSentences, type SentenceLink } from './links.ts';

/** One text of two that are compared. */
export interface Side {
  /** The words that were compared: those set aside are none. */
  readonly words: Words;
  /** For each word the word of the other text that it answers, or -1. */
  readonly partner: Int32Array;
  /** For each word its sentence, or -1. */
  readonly sentenceOf: Int32Array;
  /** For each sentence how many words it has. */
  readonly sizes: Uint32Array;
}

/** Two texts, word by word and sentence by sentence. */
export interface Alignment {
  readonly a: Side;
  readonly b: Side;
  readonly links: readonly SentenceLink[];
}

/**
 * Finds what of one text answers what of the other, where the evidence says that they do: in the passages of an
 * excerpt, in the aligned sentences of a rewrite, in a near-copy's moved paragraphs; in all of the rest, or all of it
 * where there is no evidence, by the alignment that near-copies are explained with.
 */
export function align(a: PageText, b: PageText, evidence: PageEvidence | null): Alignment {
  const sides = { a: sideOf(a), b: sideOf(b) };
  if (evidence?.kind === 'rewrite') {
    for (const [spansA, spansB] of evidence.aligned)
      joinAnyOrder(sides, within(sides.a, spansA), within(sides.b, spansB));
    const links = evidence.aligned.map(([spansA, spansB, similarity]) => {
      const [wordsA, wordsB] = [within(sides.a, spansA), within(sides.b, spansB)];
      const answered = wordsA.filter((word) => (sides.a.partner[word] as number) >= 0).length;
      const share = (2 * answered) / (wordsA.length + wordsB.length);
      return { a: sentencesAt(a, spansA), b: sentencesAt(b, spansB), similarity, share, moved: false };
    });
    return { ...sides, links: links.filter((link) => link.a.length > 0 && link.b.length > 0) };
  }
  if (evidence?.kind === 'excerpt') {
    for (const [spanA, spanB] of evidence.passages)
      joinInOrder(sides, within(sides.a, [spanA]), within(sides.b, [spanB]));
    return { ...sides, links: linkSentences(sides.a, sides.b, () => false) };
  }
  const moved = evidence?.kind === 'near-copy' ? evidence.moved : [];
  const movedA = within(
    sides.a,
    moved.map(([span]) => span),
  );
  const movedB = within(
    sides.b,
    moved.map(([, span]) => span),
  );
  joinInOrder(sides, others(sides.a, movedA), others(sides.b, movedB));
  for (const [spanA, spanB] of moved) joinInOrder(sides, within(sides.a, [spanA]), within(sides.b, [spanB]));
  const isMoved = new Set(movedA);
  return { ...sides, links: linkSentences(sides.a, sides.b, (word) => isMoved.has(word)) };
}

function sideOf({ text, aside, sentences }: PageText): Side {
  const compared = wordsOutside(
    wordsPlain(text),
    aside.map(([start, end]) => ({ start, end })),
  );
  const sentenceOf = new Int32Array(compared.starts.length).fill(-1);
  const sizes = new Uint32Array(sentences.length);
  let s = 0;
  compared.starts.forEach((start, i) => {
    while (s < sentences.length && (sentences[s] as PageSpan)[1] <= start) s++;
    if (s === sentences.length || (sentences[s] as PageSpan)[0] > start) return;
    sentenceOf[i] = s;
    sizes[s] = (sizes[s] as number) + 1;
  });
  return { words: compared, partner: new Int32Array(compared.starts.length).fill(-1), sentenceOf, sizes };
}

/** The words, by index, that begin in one of the spans. */
function within({ words: { starts } }: Side, spans: readonly PageSpan[]): number[] {
  return spans.flatMap(([start, end]) => {
    const first = firstFrom(starts, Number, start);
    const after = firstFrom(starts, Number, end);
    return Array.from({ length: after - first }, (_, i) => first + i);
  });
}

function others({ words: { starts } }: Side, taken: readonly number[]): number[] {
  const isTaken = new Set(taken);
  return Array.from(starts.keys()).filter((i) => !isTaken.has(i));
}

function joinInOrder({ a, b }: { a: Side; b: Side }, ofA: readonly number[], ofB: readonly number[]): void {
  const hashes = (side: Side, indexes: readonly number[]) =>
    Uint32Array.from(indexes, (i) => side.words.hashes[i] as number);
  for (const run of alignWords(hashes(a, ofA), hashes(b, ofB)).runs)
    for (let k = 0; k < run.length; k++) join(a, b, ofA[run.a + k] as number, ofB[run.b + k] as number);
}

/** Whoever tells it again tells it in another order: each word answers the first one like it that is still free. */
function joinAnyOrder({ a, b }: { a: Side; b: Side }, ofA: readonly number[], ofB: readonly number[]): void {
  const free = new Map<number, number[]>();
  for (const j of ofB) {
    const hash = b.words.hashes[j] as number;
    const same = free.get(hash);
    if (same) same.push(j);
    else free.set(hash, [j]);
  }
  for (const i of ofA) {
    const j = free.get(a.words.hashes[i] as number)?.shift();
    if (j !== undefined) join(a, b, i, j);
  }
}

function join(a: Side, b: Side, i: number, j: number): void {
  a.partner[i] = j;
  b.partner[j] = i;
}

/** The sentences that begin in the spans. */
function sentencesAt({ sentences }: PageText, spans: readonly PageSpan[]): number[] {
  return spans.flatMap(([start, end]) => {
    const first = firstFrom(sentences, ([from]) => from, start);
    const after = firstFrom(sentences, ([from]) => from, end);
    return Array.from({ length: after - first }, (_, i) => first + i);
  });
}

/** The index of the first item whose value is at least `least`; the values ascend. */
export function firstFrom<T>(items: ArrayLike<T>, value: (item: T) => number, least: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value(items[middle] as T) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
