import type { Article, Span } from '../../model/article.ts';

/** A number, word or currency sign as it is written. */
export interface Token extends Span {
  readonly kind: 'number' | 'word' | 'sign';
  readonly text: string;
  /** What stands between it and the token before. */
  readonly gap: string;
  /** It opens a sentence, a line or a quotation, where a capital says nothing. */
  readonly opens: boolean;
}

/**
 * Numbers with their inner signs (1,000.5, 3-1/2, 10:30, 2024-05-03), words with theirs (O'Brien, AT&T, U.S), signs.
 * Each alternative repeats a sign followed by a letter or digit, so that the scan is linear. `endInAscii` reads the same.
 */
export const TOKEN: RegExp =
  /\d+(?:[.,:/–-]\d+)*|\p{L}[\p{L}\p{M}\p{N}]*(?:['’.&-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*|[$£€¥₹%]/gu;

/** After these a capital says nothing: an opening quote, a colon, a bullet. */
const OPENING = /(?:["“'‘«‹„•]|:\s*)$/u;

/** The tokens of each sentence that has any; what is set aside has none. */
export function tokens({ prose: { text, sentences }, setAside }: Article): Token[][] {
  const all: Token[][] = [];
  let aside = 0;
  for (const { start: first, end: limit } of sentences) {
    const found: Token[] = [];
    let last = first;
    for (;;) {
      let start = last;
      while (start < limit && kindOfUnit(text.charCodeAt(start)) === NO_TOKEN) start++;
      if (start === limit) break;
      let end = endInAscii(text, start, limit);
      if (end === NOT_ASCII) {
        TOKEN.lastIndex = start - first;
        const match = TOKEN.exec(text.slice(first, limit));
        if (match === null) break;
        start = first + match.index;
        end = start + match[0].length;
      }
      const gap = text.slice(last, start);
      last = end;
      while (aside < setAside.length && (setAside[aside] as Span).end <= start) aside++;
      if (aside < setAside.length && (setAside[aside] as Span).start <= start) continue;
      const written = text.slice(start, end);
      found.push({
        kind: kindOf(written),
        text: written,
        gap,
        opens: found.length === 0 || (gap !== ' ' && OPENING.test(gap)),
        start,
        end,
      });
    }
    if (found.length > 0) all.push(found);
  }
  return all;
}

function kindOf(text: string): Token['kind'] {
  const kind = kindOfUnit(text.charCodeAt(0));
  if (kind === LETTER) return 'word';
  if (kind === DIGIT) return 'number';
  return kind === SIGN || SIGNS.includes(text) ? 'sign' : 'word';
}

const SIGNS = '$£€¥₹%';

const NO_TOKEN = 0;
const LETTER = 1;
const DIGIT = 2;
const SIGN = 3;
/** Only `TOKEN` knows. */
const UNKNOWN = 4;

/** What a token that begins with a code unit of ASCII is. */
const KINDS: Uint8Array = Uint8Array.from({ length: 0x80 }, (_, unit) => {
  const sign = String.fromCharCode(unit);
  if (/[a-z]/i.test(sign)) return LETTER;
  if (/\d/.test(sign)) return DIGIT;
  return SIGNS.includes(sign) ? SIGN : NO_TOKEN;
});

function kindOfUnit(unit: number): number {
  return unit < 0x80 ? (KINDS[unit] as number) : UNKNOWN;
}

const NOT_ASCII = -1;

/**
 * The end of the token that begins at `start`, where a letter, digit or sign is, as `TOKEN` says; NOT_ASCII if that
 * depends on a sign beyond ASCII. Ordinary words and numbers then cost no match as an object.
 */
function endInAscii(text: string, start: number, limit: number): number {
  const kind = kindOfUnit(text.charCodeAt(start));
  if (kind === UNKNOWN) return NOT_ASCII;
  if (kind === SIGN) return start + 1;
  const joining = kind === DIGIT ? '.,:/-' : "'.&-";
  for (let i = start + 1; ; i++) {
    while (i < limit && isPart(text.charCodeAt(i), kind)) i++;
    if (i === limit) return i;
    const unit = text.charCodeAt(i);
    if (unit >= 0x80) return NOT_ASCII;
    if (i + 1 === limit || !joining.includes(text.charAt(i))) return i;
    const next = text.charCodeAt(i + 1);
    if (next >= 0x80) return NOT_ASCII;
    if (!isPart(next, kind)) return i;
  }
}

/** Whether a number, or a word, goes on with a unit of ASCII: words have digits too. */
function isPart(unit: number, kind: number): boolean {
  const part = kindOfUnit(unit);
  return part === DIGIT || (part === LETTER && kind === LETTER);
}
