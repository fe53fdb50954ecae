import { hashWord } from '../extract/normalizeWord.ts';
import { ABSENT, hashTable } from '../hashTable.ts';
import type { Article } from '../model/article.ts';
import { WORDS_IN_DATES } from './facts/dates.ts';
import { INSIDE_NAMES } from './facts/names.ts';
import { WORDS_IN_NUMBERS } from './facts/numbers.ts';

/** Small words that may be part of a fact. */
const IN_FACTS: ReadonlySet<string> = new Set([...WORDS_IN_NUMBERS, ...WORDS_IN_DATES, ...INSIDE_NAMES]);

/**
 * Whether an article has a word that can be part of no number, date or name, and of which the other has no form: written
 * small, between spaces, in ASCII. Such a word is no template's; most edits leave one, and to look is a hundredth of the
 * cost of reading the facts.
 */
export function hasOrdinaryWordOfItsOwn({ prose: { text }, words }: Article, { words: others }: Article): boolean {
  const there = hashTable();
  for (let i = 0; i < others.hashes.length; i++) there.set(others.hashes[i] as number, 1);
  for (let i = 0; i < words.hashes.length; i++) {
    if (there.get(words.hashes[i] as number) !== ABSENT) continue;
    const start = words.starts[i] as number;
    const end = words.ends[i] as number;
    if (!isBreak(text, start - 1) || !isBreak(text, end)) continue;
    const word = text.slice(start, end);
    if (!/^[a-z]+$/.test(word) || IN_FACTS.has(word)) continue;
    if (!formsOf(word).some((form) => there.get(hashWord(form)) !== ABSENT)) return true;
  }
  return false;
}

/** What counts as the same word in a template (`isTemplateSibling`). */
function formsOf(word: string): string[] {
  if (word === 'a') return ['an', 'as'];
  if (word === 'an') return ['a', 'ans'];
  return word.endsWith('s') ? [`${word}s`, word.slice(0, -1)] : [`${word}s`];
}

/** Where the text begins or ends, or a space or line break is: no sign that could join the word to the next. */
function isBreak(text: string, index: number): boolean {
  return index < 0 || index >= text.length || text.charAt(index) === ' ' || text.charAt(index) === '\n';
}
