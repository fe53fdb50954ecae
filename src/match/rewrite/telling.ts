import { distinctHashes } from '../../fingerprint/distinctHashes.ts';
import type { Article, Span } from '../../model/article.ts';
import { reusedRoom } from '../../room.ts';
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
 * @param terms the article's distinct terms, ascending
 * @param places the place among them of the term of each word, -1 for a word that is no term
 */
export function telling(article: Article, terms: Uint32Array, places: Int32Array): Telling {
  const { hashes } = article.words;
  const sentences = toldSentences(article);
  const trigrams = trigramSequence(hashes);
  return {
    language: article.language,
    words: hashes.length,
    terms,
    kinds: termKinds(article, places, terms.length, sentences),
    ...termsOfSentences(sentences, places, terms.length),
    lead: leadLength(sentences),
    quoted: quotedTrigrams(article, trigrams),
    trigrams: distinctHashes(trigrams),
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

/** Those of the trigrams that lie inside quotation marks, in the order of the text. */
function quotedTrigrams(article: Article, trigrams: Uint32Array): Uint32Array {
  const found = quotes(article);
  const quoted = new Uint32Array(found.reduce((sum, { first, end }) => sum + end - first - 2, 0));
  let size = 0;
  for (const { first, end } of found) {
    quoted.set(trigrams.subarray(first, end - 2), size);
    size += end - first - 2;
  }
  return quoted;
}

const roomForLast = reusedRoom();
const roomForMet = reusedRoom();
const roomForEnds = reusedRoom();
const roomForHolders = reusedRoom();

/**
 * The terms of each sentence. By counting alone: the sentences of each term are listed, and the terms, in their order,
 * dealt out to their sentences.
 *
 * @param terms how many there are
 */
function termsOfSentences(
  sentences: readonly ToldSentence[],
  places: Int32Array,
  terms: number,
): Pick<Telling, 'termStart' | 'termList'> {
  const termStart = new Uint32Array(sentences.length + 1);
  // The last sentence of each term so far, from 1.
  const last = roomForLast(terms).fill(0, 0, terms);
  const met = roomForMet(places.length);
  // How many sentences each term has, then where the list of them begins, at last where it ends.
  const ends = roomForEnds(terms + 1).fill(0, 0, terms + 1);
  let size = 0;
  for (let s = 0; s < sentences.length; s++) {
    const { first, end } = sentences[s] as ToldSentence;
    for (let word = first; word < end; word++) {
      const place = places[word] as number;
      if (place < 0 || last[place] === s + 1) continue;
      last[place] = s + 1;
      met[size++] = place;
      ends[place + 1] = (ends[place + 1] as number) + 1;
    }
    termStart[s + 1] = size;
  }
  for (let place = 0; place < terms; place++) ends[place + 1] = (ends[place + 1] as number) + (ends[place] as number);
  const holders = roomForHolders(size);
  for (let s = 0; s < sentences.length; s++) {
    for (let i = termStart[s] as number; i < (termStart[s + 1] as number); i++) {
      const place = met[i] as number;
      const at = ends[place] as number;
      holders[at] = s;
      ends[place] = at + 1;
    }
  }
  const next = termStart.slice();
  const termList = new Uint32Array(size);
  for (let place = 0, i = 0; place < terms; place++) {
    for (; i < (ends[place] as number); i++) {
      const s = holders[i] as number;
      const at = next[s] as number;
      termList[at] = place;
      next[s] = at + 1;
    }
  }
  return { termStart, termList };
}

/** Where so many of a sentence's words have a capital, it is a headline in title case, and capitals say nothing. */
const TITLE_CASE = 0.6;

/** How a word begins. */
const SMALL = 0;
const CAPITAL = 1;
const DIGIT = 2;

const roomForBeginnings = reusedRoom();

/** A name has a capital inside a sentence, and is nowhere written small. */
function termKinds(
  { prose: { text }, words: { starts }, language }: Article,
  places: Int32Array,
  terms: number,
  sentences: readonly ToldSentence[],
): Uint8Array {
  const kinds = new Uint8Array(terms);
  const beginnings = roomForBeginnings(places.length);
  for (let word = 0; word < places.length; word++) {
    const beginning = beginningAt(text, starts[word] as number);
    beginnings[word] = beginning;
    if (beginning === DIGIT && (places[word] as number) >= 0) kinds[places[word] as number] = NUMBER;
  }
  if (!CAPITALIZED_NAMES.has(language)) return kinds;
  const small = new Uint8Array(terms);
  for (let s = 0; s < sentences.length; s++) {
    const { first, end } = sentences[s] as ToldSentence;
    let capitals = 0;
    for (let word = first; word < end; word++) if (beginnings[word] === CAPITAL) capitals++;
    const isHeadline = capitals >= TITLE_CASE * (end - first);
    for (let word = first; word < end; word++) {
      const place = places[word] as number;
      if (place < 0 || kinds[place] === NUMBER) continue;
      if (beginnings[word] !== CAPITAL) small[place] = 1;
      else if (word > first && !isHeadline) kinds[place] = NAME;
    }
  }
  for (let place = 0; place < terms; place++) if (small[place] === 1) kinds[place] = PLAIN;
  return kinds;
}

function beginningAt(text: string, offset: number): number {
  const unit = text.charCodeAt(offset);
  if (unit < 0x80) {
    if (unit >= 0x61 || unit < 0x30) return SMALL;
    return unit >= 0x41 && unit <= 0x5a ? CAPITAL : unit <= 0x39 ? DIGIT : SMALL;
  }
  const letter = text.charAt(offset);
  return letter === letter.toLowerCase() ? SMALL : CAPITAL;
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
