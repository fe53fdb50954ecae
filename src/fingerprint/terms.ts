import { stem, stopWords } from '../extract/natural.ts';
import { hashWord, normalizeWord } from '../extract/normalizeWord.ts';
import { ABSENT, enter, type HashTable, hashTable, lookUp } from '../hashTable.ts';
import type { Article, Terms } from '../model/article.ts';
import { reusedRoom } from '../room.ts';
import { distinctHashes } from './distinctHashes.ts';
import { mix } from './shingles.ts';

/** The id of a word that is no term. */
export const NO_TERM = 0;

/** Vocabulary entries kept for a language: a news archive of 100,000 articles has some 400,000 distinct words. */
const MAX_VOCABULARY = 1_000_000;

/** Term of each word hash, for each language: stemming costs 5 µs a word, a look-up a hundredth of that. */
const vocabularies = new Map<string, HashTable>();

/** First code unit of the scripts whose words are single characters or trigrams (Thai, Lao, Myanmar, Khmer, kana, Han). */
const FIRST_UNSPACED = 0x0e00;

/**
 * The term of each word of an article, parallel to `words`: the 32-bit hash of the word's stem, or `NO_TERM` for stop
 * words and single letters. In Chinese and Japanese a term is two characters in a row, in Thai three letters.
 */
export function termSequence({ prose: { text }, words, language }: Article): Uint32Array {
  const { hashes, starts, ends } = words;
  const vocabulary = vocabularyOf(language);
  const terms = new Uint32Array(hashes.length);
  for (let i = 0; i < hashes.length; i++) {
    const hash = hashes[i] as number;
    const start = starts[i] as number;
    const unit = text.charCodeAt(start);
    if (unit >= FIRST_UNSPACED && isUnspaced(unit)) {
      const end = ends[i] as number;
      const next = i + 1 < hashes.length && starts[i + 1] === end ? (hashes[i + 1] as number) : NO_TERM;
      terms[i] = end - start > 1 ? hash : characterPair(text, start, hash, next);
      continue;
    }
    let term = lookUp(vocabulary, hash);
    if (term === ABSENT) {
      term = termOf(text.slice(start, ends[i]), language);
      enter(vocabulary, hash, term);
    }
    terms[i] = term;
  }
  return terms;
}

/** The terms of an article, and where among them the term of each of its words is. */
export interface CountedTerms {
  readonly terms: Terms;
  /** Parallel to the sequence; -1 for a word that is no term. */
  readonly places: Int32Array;
}

const roomForTerms = reusedRoom();
const roomForCounts = reusedRoom();
const roomForSlots = reusedRoom();

/** Counts a sequence of terms. */
export function countTerms(sequence: Uint32Array): CountedTerms {
  // By the number of a term, in the order in which they are met: itself, and how often it was; at last where it is.
  const met = roomForTerms(sequence.length);
  const counts = roomForCounts(sequence.length);
  // Open addressing, half full at the most: a slot has the number of a term, from 1.
  const size = 2 ** Math.ceil(Math.log2(2 * sequence.length + 1));
  const slots = roomForSlots(size).fill(0, 0, size);
  const places = new Int32Array(sequence.length);
  let terms = 0;
  for (let i = 0; i < sequence.length; i++) {
    const term = sequence[i] as number;
    if (term === NO_TERM) {
      places[i] = -1;
      continue;
    }
    const slot = slotOf(slots, size, met, term);
    if (slots[slot] === 0) {
      met[terms] = term;
      counts[terms] = 0;
      slots[slot] = ++terms;
    }
    const number = (slots[slot] as number) - 1;
    counts[number] = (counts[number] as number) + 1;
    places[i] = number;
  }
  const ids = distinctHashes(met.subarray(0, terms));
  const sums = new Uint16Array(terms);
  for (let place = 0; place < terms; place++) {
    const number = (slots[slotOf(slots, size, met, ids[place] as number)] as number) - 1;
    sums[place] = Math.min(MOST_COUNTED, counts[number] as number);
    counts[number] = place;
  }
  for (let i = 0; i < places.length; i++) {
    if ((places[i] as number) >= 0) places[i] = counts[places[i] as number] as number;
  }
  return { terms: { ids, counts: sums }, places };
}

/** `Terms.counts` has 16 bits. */
const MOST_COUNTED = 0xffff;

/** The slot that has the number of a term, or the free one where it belongs. */
function slotOf(slots: Uint32Array, size: number, met: Uint32Array, term: number): number {
  let slot = term & (size - 1);
  while (slots[slot] !== 0 && met[(slots[slot] as number) - 1] !== term) slot = (slot + 1) & (size - 1);
  return slot;
}

/** The language's vocabulary; begun anew before an article if it has grown too large. */
function vocabularyOf(language: string): HashTable {
  let vocabulary = vocabularies.get(language);
  if (vocabulary === undefined || vocabulary.size >= MAX_VOCABULARY) {
    vocabulary = hashTable();
    vocabularies.set(language, vocabulary);
  }
  return vocabulary;
}

/** The term of one word of a language with spaces, as it is written. */
export function termOf(surface: string, language: string): number {
  const word = normalizeWord(surface);
  const isLetter = word.length === 1 && !(word >= '0' && word <= '9');
  if (isLetter || stopWords(language).has(word)) return NO_TERM;
  return hashWord(stem(word, language)) || 1;
}

/** Han, kana (with their extension blocks) and the South-East Asian scripts; Hangul is written with spaces. */
function isUnspaced(unit: number): boolean {
  return unit < 0x1100 || (unit >= 0x1780 && unit < 0x1800) || (unit >= 0x3040 && unit < 0xa000) || unit >= 0xf900;
}

/** Two hiragana are grammar, not subject. */
function characterPair(text: string, start: number, hash: number, next: number): number {
  if (next === NO_TERM || (isHiragana(text.charCodeAt(start)) && isHiragana(text.charCodeAt(start + 1))))
    return NO_TERM;
  return mix(Math.imul(hash, 0x9e3779b1) ^ next) >>> 0 || 1;
}

function isHiragana(unit: number): boolean {
  return unit >= 0x3040 && unit <= 0x309f;
}
