import { stem, stopWords } from '../extract/natural.ts';
import { hashWord, normalizeWord } from '../extract/normalizeWord.ts';
import { ABSENT, type HashTable, hashTable } from '../hashTable.ts';
import type { Article, Terms } from '../model/article.ts';
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
export function termSequence({ prose, words, language }: Article): Uint32Array {
  const { hashes, starts, ends } = words;
  const vocabulary = vocabularyOf(language);
  const terms = new Uint32Array(hashes.length);
  for (let i = 0; i < hashes.length; i++) {
    const start = starts[i] as number;
    const end = ends[i] as number;
    if (prose.text.charCodeAt(start) >= FIRST_UNSPACED && isUnspaced(prose.text.charCodeAt(start))) {
      const next = i + 1 < hashes.length && starts[i + 1] === end ? (hashes[i + 1] as number) : NO_TERM;
      terms[i] = end - start > 1 ? (hashes[i] as number) : characterPair(prose.text, start, hashes[i] as number, next);
      continue;
    }
    const hash = hashes[i] as number;
    let term = vocabulary.get(hash);
    if (term === ABSENT) {
      term = termOf(prose.text.slice(start, end), language);
      vocabulary.set(hash, term);
    }
    terms[i] = term;
  }
  return terms;
}

/** A sequence of terms as a sparse vector. */
export function countTerms(sequence: Uint32Array): Terms {
  const sorted = sequence.slice().sort();
  const ids = new Uint32Array(sorted.length);
  const counts = new Uint16Array(sorted.length);
  let size = 0;
  for (const id of sorted) {
    if (id === NO_TERM) continue;
    if (size === 0 || ids[size - 1] !== id) ids[size++] = id;
    counts[size - 1] = Math.min(0xffff, (counts[size - 1] as number) + 1);
  }
  return { ids: ids.slice(0, size), counts: counts.slice(0, size) };
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
