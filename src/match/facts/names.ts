import { isCapitalized } from './isCapitalized.ts';
import type { Reading } from './numbers.ts';
import { ordinaryOpeners } from './openers.ts';
import type { Token } from './tokens.ts';

/** Languages that write every noun with a capital: there it says nothing of names. */
const CAPITALIZED_NOUNS: ReadonlySet<string> = new Set(['de', 'lb']);

/** Small words inside names: Bank of England, Leonardo da Vinci, Merck and Co. */
export const INSIDE_NAMES: ReadonlySet<string> = new Set(
  'of de del della da do dos das di du la le van von der den ter bin al el and'.split(' '),
);
const AFTER_AND: ReadonlySet<string> = new Set(['co', 'sons', 'company', 'partners']);
const HONORIFICS: ReadonlySet<string> = new Set(['mr', 'mrs', 'ms', 'miss', 'dr', 'sir', 'lord', 'lady', 'prof']);

const POSSESSIVE = /['’]s?$/u;

/** A headline writes at least this share of its words with a capital; sentences of ordinary prose stay far below. */
const HEADLINE = 0.8;
const SHORTEST_HEADLINE = 4;

/** Reads names; made for one article, since how it writes a word elsewhere tells what a capital means. */
export type NameReader = (sentence: readonly Token[], i: number) => Reading | undefined;

/**
 * Names are runs of capitalized words inside a sentence. At its start a word is part of a name if the article writes it
 * with a capital inside a sentence too, or if a capitalized word follows and it is nowhere written small. Acronyms are
 * names anywhere but in headlines, of which none are read.
 */
export function nameReader(sentences: readonly (readonly Token[])[], language: string): NameReader {
  if (CAPITALIZED_NOUNS.has(language)) return () => undefined;
  const common = ordinaryOpeners(language);
  const headlines = new Set(sentences.filter(isHeadline));
  const inside = new Set<string>();
  for (const sentence of sentences) {
    if (headlines.has(sentence)) continue;
    for (const token of sentence) if (!token.opens && isCapitalizedWord(token)) inside.add(nameWord(token.text));
  }
  let small: ReadonlySet<string> | undefined;

  function starts(sentence: readonly Token[], i: number): boolean {
    const token = sentence[i] as Token;
    if (token.text.startsWith('I') && /^i(?:['’]|$)/u.test(nameWord(token.text))) return false;
    if (!token.opens || isAcronym(token.text)) return true;
    const word = nameWord(token.text);
    if (common.has(word)) return false;
    if (inside.has(word)) return true;
    if (!continues(sentence, i + 1)) return false;
    // Few sentences get here: most articles never ask.
    small ??= smallWords(sentences);
    return !small.has(word);
  }

  return (sentence, i) => {
    const token = sentence[i];
    if (!token || !isCapitalizedWord(token) || headlines.has(sentence) || !starts(sentence, i)) return undefined;
    let next = i + 1;
    for (;;) {
      if (continues(sentence, next)) next++;
      else if (INSIDE_NAMES.has(sentence[next]?.text ?? '') && joins(sentence, next, next - i)) next += 2;
      else break;
    }
    const words = sentence.slice(i, next).map(({ text }) => nameWord(text));
    while (words.length > 1 && HONORIFICS.has(words[0] as string)) words.shift();
    return { value: words.join(' '), next };
  };
}

/** A capitalized word right behind another one. */
function continues(sentence: readonly Token[], i: number): boolean {
  const token = sentence[i];
  const before = sentence[i - 1];
  if (token?.kind !== 'word' || !before || token.opens || !isCapitalized(token.text)) return false;
  if (POSSESSIVE.test(before.text)) return false;
  return token.gap === ' ' || /^(?:\s|\s?&\s?)$/u.test(token.gap) || (token.gap === '. ' && before.text.length <= 3);
}

/** A small word between two parts of one name, of which the first has `words` words: "Mike Powell of Shell" is two names. */
function joins(sentence: readonly Token[], i: number, words: number): boolean {
  const token = sentence[i] as Token;
  const after = sentence[i + 1];
  if (!after || !continues(sentence, i + 1) || token.gap.trim() !== '') return false;
  if (POSSESSIVE.test(sentence[i - 1]?.text ?? '')) return false;
  if (token.text === 'of') return words === 1;
  return token.text !== 'and' || AFTER_AND.has(after.text.toLowerCase());
}

function isCapitalizedWord({ kind, text }: Token): boolean {
  return kind === 'word' && isCapitalized(text);
}

/** The words that are written small somewhere. */
function smallWords(sentences: readonly (readonly Token[])[]): Set<string> {
  const small = new Set<string>();
  for (const sentence of sentences)
    for (const { kind, text } of sentence) if (kind === 'word' && !isCapitalized(text)) small.add(text);
  return small;
}

function isHeadline(sentence: readonly Token[]): boolean {
  let words = 0;
  let capitalized = 0;
  for (const token of sentence) {
    if (token.gap !== ' ' && token.gap.includes(',')) return false;
    if (token.kind !== 'word') continue;
    words++;
    if (isCapitalized(token.text)) capitalized++;
  }
  return words >= SHORTEST_HEADLINE && capitalized >= HEADLINE * words;
}

function isAcronym(text: string): boolean {
  return /^\p{Lu}[\p{Lu}.&\d-]+$/u.test(text);
}

/** A word of a name as it is compared: small, without possessive and dots. */
function nameWord(text: string): string {
  // Few words have any: to look is a third of the time of replacing nothing.
  if (!/['’.]/.test(text)) return text.toLowerCase();
  return text.replace(POSSESSIVE, '').replaceAll('.', '').toLowerCase();
}
