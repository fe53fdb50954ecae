import { hashWord } from '../extract/normalizeWord.ts';
import type { Article } from '../model/article.ts';
import { WORDS_IN_DATES } from './facts/dates.ts';
import { INSIDE_NAMES } from './facts/names.ts';
import { WORDS_IN_NUMBERS } from './facts/numbers.ts';

/** Small words that may be part of a fact. */
const IN_FACTS: ReadonlySet<string> = new Set([...WORDS_IN_NUMBERS, ...WORDS_IN_DATES, ...INSIDE_NAMES]);

/** Bits for each word of a text: of 64 words that it lacks one is taken to be there, at 8 bytes a word. */
const BITS_A_WORD = 64;

/**
 * Whether one of two articles has a word that can be part of no number, date or name, and of which the other has no form:
 * written small, between spaces, in ASCII. Such a word is no template's; most edits leave one, and to look is a
 * hundredth of the cost of reading the facts. A word or two may be overlooked: true is certain, false is not.
 */
export function haveOrdinaryWordsApart(a: Article, b: Article): boolean {
  const inA = bitsOf(a.words.hashes);
  const inB = bitsOf(b.words.hashes);
  return hasOrdinaryWordBeyond(a, inB) || hasOrdinaryWordBeyond(b, inA);
}

function hasOrdinaryWordBeyond({ prose: { text }, words }: Article, others: Uint32Array): boolean {
  const { hashes, starts, ends } = words;
  for (let i = 0; i < hashes.length; i++) {
    if (isIn(others, hashes[i] as number)) continue;
    const start = starts[i] as number;
    const end = ends[i] as number;
    if (!isBreak(text, start - 1) || !isBreak(text, end) || !isSmall(text, start, end)) continue;
    const word = text.slice(start, end);
    if (!IN_FACTS.has(word) && !formsOf(word).some((form) => isIn(others, hashWord(form)))) return true;
  }
  return false;
}

/** A bit for each word, by its hash: these are evenly spread. */
function bitsOf(hashes: Uint32Array): Uint32Array {
  const bits = new Uint32Array(2 ** Math.ceil(Math.log2((BITS_A_WORD / 32) * (hashes.length + 1))));
  const last = bits.length - 1;
  for (let i = 0; i < hashes.length; i++) {
    const hash = hashes[i] as number;
    bits[(hash >>> 5) & last] = (bits[(hash >>> 5) & last] as number) | (1 << (hash & 31));
  }
  return bits;
}

function isIn(bits: Uint32Array, hash: number): boolean {
  return ((bits[(hash >>> 5) & (bits.length - 1)] as number) & (1 << (hash & 31))) !== 0;
}

/** What counts as the same word in a template (`isTemplateSibling`). */
function formsOf(word: string): string[] {
  if (word === 'a') return ['an', 'as'];
  if (word === 'an') return ['a', 'ans'];
  return word.endsWith('s') ? [`${word}s`, word.slice(0, -1)] : [`${word}s`];
}

/** Where the text begins or ends, or a space or line break is: no sign that could join the word to the next. */
function isBreak(text: string, index: number): boolean {
  if (index < 0 || index >= text.length) return true;
  const unit = text.charCodeAt(index);
  return unit === SPACE || unit === LINE_FEED;
}

const SPACE = 0x20;
const LINE_FEED = 0x0a;

function isSmall(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit < SMALL_A || unit > SMALL_Z) return false;
  }
  return true;
}

const SMALL_A = 0x61;
const SMALL_Z = 0x7a;
