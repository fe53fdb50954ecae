import { STARTERS } from '../../extract/abbreviations.ts';
import { functionWords } from '../../extract/functionWords.ts';

const known = new Map<string, ReadonlySet<string>>();

/** Words that open sentences without being names, small: what a capital says nothing about. One set a language. */
export function ordinaryOpeners(language: string): ReadonlySet<string> {
  const openers = known.get(language) ?? new Set([...STARTERS, ...functionWords(language)]);
  known.set(language, openers);
  return openers;
}
