import type { Token } from './tokens.ts';

/** A value read from tokens `i` up to `next`. */
export interface Reading {
  readonly value: string;
  readonly next: number;
}

const SCALES: ReadonlyMap<string, number> = new Map([
  ...['hundred'].map((word) => [word, 1e2] as const),
  ...['thousand', 'k'].map((word) => [word, 1e3] as const),
  ...['million', 'millions', 'mln', 'mn', 'm'].map((word) => [word, 1e6] as const),
  ...['billion', 'billions', 'bln', 'bn', 'b'].map((word) => [word, 1e9] as const),
  ...['trillion', 'trillions', 'trn', 'tn'].map((word) => [word, 1e12] as const),
]);

const UNITS: ReadonlyMap<string, string> = new Map([
  ...['%', 'percent', 'pct', 'pc'].map((word) => [word, '%'] as const),
  ...['$', 'dollar', 'dollars', 'dlr', 'dlrs', 'usd'].map((word) => [word, '$'] as const),
  ...['£', 'pound', 'pounds', 'gbp'].map((word) => [word, '£'] as const),
  ...['€', 'euro', 'euros', 'eur'].map((word) => [word, '€'] as const),
  ...['¥', 'yen'].map((word) => [word, '¥'] as const),
  ...['penny', 'pence', 'p'].map((word) => [word, 'p'] as const),
  ...['cent', 'cents', 'ct', 'cts'].map((word) => [word, 'ct'] as const),
]);

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen'.split(' ');
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([
  ...[...ONES, 'seventeen', 'eighteen', 'nineteen'].map((word, i) => [word, i] as const),
  ...TENS.map((word, i) => [word, 20 + 10 * i] as const),
  ...TENS.flatMap((ten, i) => ONES.slice(1, 10).map((one, j) => [`${ten}-${one}`, 21 + 10 * i + j] as const)),
]);

/**
 * 1 where a number word has such letters at its `ends`. Most words are told apart by these, at a
 * fraction of the time that looking them up takes.
 */
const ENDS: Uint8Array = new Uint8Array(32 * 32);
for (const word of NUMBER_WORDS.keys()) ENDS[ends(word)] = 1;

/** The first and the last letter, whatever their case, as one number; of other signs any. */
function ends(word: string): number {
  return (word.charCodeAt(0) & 31) * 32 + (word.charCodeAt(word.length - 1) & 31);
}

/** False of most words that are no number's. */
export function maySpellNumber(word: string): boolean {
  return ENDS[ends(word)] === 1;
}

/** The value of a number word, however it is capitalized. */
function spelledValue(word: string): number | undefined {
  return maySpellNumber(word) ? NUMBER_WORDS.get(word.toLowerCase()) : undefined;
}

/** Words that may be part of a number without a capital or a digit of their own. */
export const WORDS_IN_NUMBERS: readonly string[] = [
  ...SCALES.keys(),
  ...UNITS.keys(),
  ...NUMBER_WORDS.keys(),
  'per',
  'cent',
];

/** Languages that write 1,000.5; the others write 1.000,5. */
const POINT_DECIMAL: ReadonlySet<string> = new Set(['en', 'und', 'zh', 'ja', 'ko', 'th', 'he']);

/** More digits than a double holds exactly: such a number is compared as written. */
const MAX_DIGITS = 15;

/**
 * The number at token `i` with its currency, scale and unit: `$900m`, `900 million dollars`, `nine hundred` ... The value
 * is the plain number and a sign for the unit, so that two ways of writing it are equal.
 */
export function readNumber(sentence: readonly Token[], i: number, language: string): Reading | undefined {
  const sign = sentence[i]?.kind === 'sign' ? UNITS.get((sentence[i] as Token).text) : undefined;
  let next = sign === undefined ? i : i + 1;
  const token = sentence[next];
  if (!token || (sign !== undefined && token.gap.trim() !== '')) return undefined;
  const spelled = token.kind === 'word' && language === 'en' ? spelledValue(token.text) : undefined;
  const written = token.kind === 'number' ? numericValue(token.text, language) : spelled;
  if (written === undefined) return undefined;
  next++;

  let value = written;
  let unit = sign ?? '';
  let follows = wordAfter(sentence, next);
  const attached = sentence[next]?.gap === '';
  const scale = follows.length > 1 || attached ? SCALES.get(follows) : undefined;
  if (scale !== undefined && typeof value === 'number') {
    value = Number((value * scale).toPrecision(MAX_DIGITS));
    follows = wordAfter(sentence, ++next);
  }
  if (follows === 'per' && sentence[next + 1]?.text.toLowerCase() === 'cent') {
    unit ||= '%';
    next += 2;
  } else if (UNITS.has(follows)) {
    unit ||= UNITS.get(follows) as string;
    next++;
  }
  // "One" alone is a pronoun more often than a number.
  if (spelled === 1 && next === i + 1) return undefined;
  return { value: `${value}${unit}`, next };
}

/** The word that follows a number as part of it, if one does: only white space or a hyphen lies between. */
function wordAfter(sentence: readonly Token[], i: number): string {
  const token = sentence[i];
  return token && token.kind !== 'number' && /^[\s-]*$/u.test(token.gap) ? token.text.toLowerCase() : '';
}

/** 1,000 and 1.000,5 as numbers; 3-1/2, 2-1 and 10:30 as they are written. */
function numericValue(text: string, language: string): number | string {
  if (text.length > MAX_DIGITS) return text.replaceAll('–', '-');
  if (/^\d+$/.test(text)) return Number(text);
  if (!/^[\d.,]+$/u.test(text)) return text.replaceAll('–', '-');
  const [thousands, decimal] = POINT_DECIMAL.has(language) ? [',', '.'] : ['.', ','];
  const last = Math.max(text.lastIndexOf(','), text.lastIndexOf('.'));
  const sign = text.charAt(last);
  const digits = text.replace(/[.,]/gu, '');
  const repeated = text.indexOf(sign) !== last;
  const groups = repeated || (sign === thousands && text.length - last === 4 && !text.includes(decimal));
  return groups ? Number(digits) : Number(`${text.slice(0, last).replace(/[.,]/gu, '')}.${text.slice(last + 1)}`);
}
