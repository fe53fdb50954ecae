import { hashWord } from '../extract/normalizeWord.ts';
import { ABSENT, enter, hashTable, lookUp, tally } from '../hashTable.ts';
import type { Words, Written } from '../model/article.ts';
import { WORDS_IN_DATES } from './facts/dates.ts';
import { INSIDE_NAMES } from './facts/names.ts';
import { WORDS_IN_NUMBERS } from './facts/numbers.ts';

/** Small words that may be part of a fact. */
const IN_FACTS: ReadonlySet<string> = new Set([...WORDS_IN_NUMBERS, ...WORDS_IN_DATES, ...INSIDE_NAMES]);

/**
 * Whether one of two articles has a word more often than the other has it, that can be part of no number, date or name and
 * of which the other has no form: written small, between spaces or before a point or comma, in ASCII. Such a word is no
 * template's; most edits leave one, and to look is a hundredth of the cost of reading the facts.
 */
export function haveOrdinaryWordsApart(a: Written, b: Written): boolean {
  return hasOrdinaryWordBeyond(a, b.words) || hasOrdinaryWordBeyond(b, a.words);
}

function hasOrdinaryWordBeyond({ prose: { text }, words }: Written, others: Words): boolean {
  const left = hashTable();
  for (let i = 0; i < others.hashes.length; i++) tally(left, others.hashes[i] as number);
  for (let i = 0; i < words.hashes.length; i++) {
    const start = words.starts[i] as number;
    const end = words.ends[i] as number;
    if (!isPlain(text, start, end)) continue;
    const hash = words.hashes[i] as number;
    const count = lookUp(left, hash);
    if (count !== ABSENT && count > 0) {
      enter(left, hash, count - 1);
      continue;
    }
    const word = text.slice(start, end);
    if (!IN_FACTS.has(word) && formsOf(word).every((form) => lookUp(left, hashWord(form)) === ABSENT)) return true;
  }
  return false;
}

/** How many distinct words that can be part of no fact only one of two articles has; `enough` at the most. */
export function ordinaryWordsApart(a: Written, b: Written, enough: number): number {
  const beyond = countBeyond(a, b.words, enough);
  return beyond + countBeyond(b, a.words, enough - beyond);
}

function countBeyond({ prose: { text }, words }: Written, others: Words, enough: number): number {
  const met = hashTable();
  for (let i = 0; i < others.hashes.length; i++) enter(met, others.hashes[i] as number, 1);
  let count = 0;
  for (let i = 0; i < words.hashes.length && count < enough; i++) {
    const hash = words.hashes[i] as number;
    if (lookUp(met, hash) !== ABSENT) continue;
    const start = words.starts[i] as number;
    const end = words.ends[i] as number;
    if (!isPlain(text, start, end) || IN_FACTS.has(text.slice(start, end))) continue;
    enter(met, hash, 1);
    count++;
  }
  return count;
}

/** What counts as the same word in a template (`isTemplateSibling`). */
function formsOf(word: string): string[] {
  if (word === 'a') return ['an', 'as'];
  if (word === 'an') return ['a', 'ans'];
  return word.endsWith('s') ? [`${word}s`, word.slice(0, -1)] : [`${word}s`];
}

/** Whether a word is written small, in ASCII, and no sign joins it to another. */
function isPlain(text: string, start: number, end: number): boolean {
  return isBreak(text, start - 1) && isEnd(text, end) && isSmall(text, start, end);
}

/** Where the text begins or ends, or a space or line break is: no sign that could join the word to the next. */
function isBreak(text: string, index: number): boolean {
  if (index < 0 || index >= text.length) return true;
  const unit = text.charCodeAt(index);
  return unit === SPACE || unit === LINE_FEED;
}

/** The same behind a word, or a point or comma before that. */
function isEnd(text: string, index: number): boolean {
  if (isBreak(text, index)) return true;
  const unit = text.charCodeAt(index);
  return (unit === POINT || unit === COMMA) && isBreak(text, index + 1);
}

const POINT = 0x2e;
const COMMA = 0x2c;
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
