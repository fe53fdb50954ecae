import { NO_TERM } from '../../fingerprint/terms.ts';
import type { Article, Span } from '../../model/article.ts';
import { quotes } from './quotes.ts';
import { trigramSequence } from './trigrams.ts';

/** What kind of thing a term is in an article: facts are what a follow-up changes and a rewrite keeps. */
export const PLAIN = 0;
export const NAME = 1;
export const NUMBER = 2;

/**
 * What an article says in each of its sentences: kept of every article from its first reading, so that candidates are
 * compared without reading any again. Flat, and some 3.5 KB for 500 words. Depends on the article alone.
 */
export interface Telling {
  readonly language: string;
  /** Number of words compared. */
  readonly words: number;
  /** Distinct terms, ascending: those of the fingerprint. `kinds` (PLAIN, NAME, NUMBER) is parallel to it. */
  readonly terms: Uint32Array;
  readonly kinds: Uint8Array;
  /**
   * Sentence s (of those that `toldSentences` gives) has the terms at the places `termList[termStart[s] ..
   * termStart[s + 1])` in `terms`, ascending, each once.
   */
  readonly termStart: Uint32Array;
  readonly termList: Uint32Array;
  /** Number of sentences, from the first, that make up the lead. */
  readonly lead: number;
  /** Distinct triples of words in a row, hashed, ascending. */
  readonly trigrams: Uint32Array;
  /** Those that lie inside quotation marks, each as often as it is quoted. */
  readonly quoted: Uint32Array;
}

/** A sentence as words: `words[first .. end)`. */
export interface ToldSentence {
  readonly span: Span;
  readonly first: number;
  readonly end: number;
}

/** Shorter ones are headings and labels ("Usage", "Exit status"), which whole families of articles share. */
const LEAST_WORDS = 4;

/**
 * Sentences beyond so many (a book of 100,000 words) are not aligned: the cost is that of each pair of sentences, 0.3 s
 * here and a minute for the longest file that is read.
 */
const MOST_SENTENCES = 5_000;

/** A lead is the first sentences up to so many words: two or three sentences, with the title where it is in the text. */
const LEAD_WORDS = 45;

/** Languages that write names, and nothing but names, with a capital inside a sentence. */
const CAPITALIZED_NAMES: ReadonlySet<string> = new Set(['en', 'fr', 'es', 'it', 'pt', 'nl', 'ru', 'uk', 'sv', 'no']);

/**
 * @param sequence the article's `termSequence`
 * @param terms the distinct terms of it, ascending
 */
export function telling(article: Article, sequence: Uint32Array, terms: Uint32Array): Telling {
  const { hashes } = article.words;
  const places = placesOf(sequence, terms);
  const sentences = toldSentences(article);
  const trigrams = trigramSequence(hashes);
  const quoted = quotes(article).flatMap(({ first, end }) =>
    Array.from(trigrams.subarray(first, Math.max(first, end - 2))),
  );
  return {
    language: article.language,
    words: hashes.length,
    terms,
    kinds: termKinds(article, places, terms.length, sentences),
    ...termsOfSentences(sentences, places),
    lead: leadLength(sentences),
    quoted: Uint32Array.from(quoted),
    trigrams: distinct(trigrams.sort()),
  };
}

/** The sentences of four words or more, in reading order: the first 5,000 of them. */
export function toldSentences({ prose, words: { starts } }: Article): ToldSentence[] {
  const sentences: ToldSentence[] = [];
  let word = 0;
  for (const span of prose.sentences) {
    while (word < starts.length && (starts[word] as number) < span.start) word++;
    const first = word;
    while (word < starts.length && (starts[word] as number) < span.end) word++;
    if (word - first >= LEAST_WORDS) sentences.push({ span, first, end: word });
    if (sentences.length === MOST_SENTENCES) break;
  }
  return sentences;
}

/** Place of each word's term among the terms, -1 for a word that is no term. */
function placesOf(sequence: Uint32Array, terms: Uint32Array): Int32Array {
  const places = new Int32Array(sequence.length).fill(-1);
  for (let i = 0; i < sequence.length; i++) {
    if (sequence[i] !== NO_TERM) places[i] = placeOf(terms, sequence[i] as number);
  }
  return places;
}

/** Where a term is among the terms, which ascend and have it. */
function placeOf(terms: Uint32Array, term: number): number {
  let low = 0;
  let high = terms.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((terms[middle] as number) < term) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Values that ascend, each once. */
function distinct(ascending: Uint32Array): Uint32Array {
  let size = 0;
  for (let i = 0; i < ascending.length; i++) {
    if (i === 0 || ascending[i] !== ascending[i - 1]) ascending[size++] = ascending[i] as number;
  }
  return ascending.slice(0, size);
}

function termsOfSentences(
  sentences: readonly ToldSentence[],
  places: Int32Array,
): Pick<Telling, 'termStart' | 'termList'> {
  const termStart = new Uint32Array(sentences.length + 1);
  const termList = new Uint32Array(places.length);
  let size = 0;
  sentences.forEach(({ first, end }, s) => {
    const start = size;
    for (let word = first; word < end; word++) {
      const place = places[word] as number;
      if (place < 0) continue;
      // Into its place among the sentence's terms: a sentence is short.
      let at = size;
      while (at > start && (termList[at - 1] as number) > place) at--;
      if (at > start && termList[at - 1] === place) continue;
      for (let i = size++; i > at; i--) termList[i] = termList[i - 1] as number;
      termList[at] = place;
    }
    termStart[s + 1] = size;
  });
  return { termStart, termList: termList.slice(0, size) };
}

/** Where so many of a sentence's words have a capital, it is a headline in title case, and capitals say nothing. */
const TITLE_CASE = 0.6;

/** A name has a capital inside a sentence, and is nowhere written small. */
function termKinds(
  { prose: { text }, words: { starts }, language }: Article,
  places: Int32Array,
  terms: number,
  sentences: readonly ToldSentence[],
): Uint8Array {
  const kinds = new Uint8Array(terms);
  const hasNames = CAPITALIZED_NAMES.has(language);
  for (let word = 0; word < places.length; word++) {
    const unit = text.charCodeAt(starts[word] as number);
    if ((places[word] as number) >= 0 && unit >= 0x30 && unit <= 0x39) kinds[places[word] as number] = NUMBER;
  }
  if (!hasNames) return kinds;
  const small = new Uint8Array(terms);
  for (const { first, end } of sentences) {
    const capitals = starts.subarray(first, end).filter((start) => isCapital(text, start)).length;
    const isHeadline = capitals >= TITLE_CASE * (end - first);
    for (let word = first; word < end; word++) {
      const place = places[word] as number;
      if (place < 0 || kinds[place] === NUMBER) continue;
      if (!isCapital(text, starts[word] as number)) small[place] = 1;
      else if (word > first && !isHeadline) kinds[place] = NAME;
    }
  }
  for (let place = 0; place < terms; place++) if (small[place] === 1) kinds[place] = PLAIN;
  return kinds;
}

function isCapital(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset);
  if (unit < 0x80) return unit >= 0x41 && unit <= 0x5a;
  const letter = text.charAt(offset);
  return letter !== letter.toLowerCase();
}

function leadLength(sentences: readonly ToldSentence[]): number {
  let words = 0;
  let lead = 0;
  for (const { first, end } of sentences) {
    if (words >= LEAD_WORDS) break;
    words += end - first;
    lead++;
  }
  return lead;
}
