import { isCapitalized } from './isCapitalized.ts';
import type { Reading } from './numbers.ts';
import type { Token } from './tokens.ts';

const MONTHS: ReadonlyMap<string, number> = new Map(
  'january february march april may june july august september october november december'
    .split(' ')
    .flatMap((month, i) =>
      [month, month.slice(0, 3), ...(month === 'september' ? ['sept'] : [])].map((form) => [form, i + 1]),
    ),
);
const WEEKDAYS: ReadonlySet<string> = new Set('monday tuesday wednesday thursday friday saturday sunday'.split(' '));
const ORDINALS: ReadonlySet<string> = new Set(['st', 'nd', 'rd', 'th']);
/** Telegraphic English writes "April six". */
const SPELLED_DAYS = 'one two three four five six seven eight nine'.split(' ');

/** Words that may be part of a date without a capital or a digit of their own. */
export const WORDS_IN_DATES: readonly string[] = [...ORDINALS, ...SPELLED_DAYS, 'of', 's'];

/** Words that are months only where something says so: a day, a year, or one of these before them. */
const AMBIGUOUS: ReadonlySet<string> = new Set(['march', 'mar', 'may', 'dec', 'jan', 'sept']);
const BEFORE_MONTHS: ReadonlySet<string> = new Set(
  'in of by last next this since until till from to early late mid through during before after'.split(' '),
);

/**
 * The date at token `i`: written dates and months in English, weekdays, years and ISO dates everywhere. The value is
 * `year-month-day` with what is not said left empty, or the weekday, or the decade.
 */
export function readDate(sentence: readonly Token[], i: number): Reading | undefined {
  const token = sentence[i] as Token;
  if (token.kind === 'number') return readNumericDate(sentence, i) ?? readDayFirst(sentence, i);
  if (token.kind !== 'word' || !isCapitalized(token.text)) return undefined;
  const lower = token.text.toLowerCase();
  const day = lower.replace(/['’]s$/u, '');
  if (WEEKDAYS.has(day)) return { value: day, next: i + 1 };
  const month = MONTHS.get(lower);
  if (month === undefined) return undefined;
  const dayOfMonth = readDay(sentence, i + 1);
  const year = readYear(sentence, dayOfMonth?.next ?? i + 1);
  if (!dayOfMonth && !year && AMBIGUOUS.has(lower)) {
    if (!BEFORE_MONTHS.has(sentence[i - 1]?.text.toLowerCase() ?? '')) return undefined;
  }
  return {
    value: dateValue(year?.value, month, dayOfMonth?.value),
    next: year?.next ?? dayOfMonth?.next ?? i + 1,
  };
}

/** 3 May 2024, 3rd of May. */
function readDayFirst(sentence: readonly Token[], i: number): Reading | undefined {
  const day = readDay(sentence, i);
  if (!day) return undefined;
  const at = sentence[day.next]?.text.toLowerCase() === 'of' ? day.next + 1 : day.next;
  const word = sentence[at];
  const month = MONTHS.get(word?.text.toLowerCase() ?? '');
  if (!word || month === undefined || word.text === word.text.toLowerCase() || word.gap.trim() !== '') return undefined;
  const year = readYear(sentence, at + 1);
  return { value: dateValue(year?.value, month, day.value), next: year?.next ?? at + 1 };
}

/** 2024-05-03, 3/5/2024, 1986-87, 2024, 1980s. */
function readNumericDate(sentence: readonly Token[], i: number): Reading | undefined {
  const { text } = sentence[i] as Token;
  if (text.length < YEAR) return undefined;
  if (text.length > YEAR) return readPunctuatedDate(text, i + 1);
  const decade = sentence[i + 1];
  if (/^(?:1[89]|20)\d0$/u.test(text) && decade?.gap === '' && decade.text === 's')
    return { value: `${text}s`, next: i + 2 };
  const year = readYear(sentence, i);
  return year && { ...year, value: dateValue(year.value) };
}

/** The digits of a year; a date of several parts has more. */
const YEAR = 4;

function readPunctuatedDate(text: string, next: number): Reading | undefined {
  if (/^\d{4}-\d{1,2}-\d{1,2}$/u.test(text)) {
    const [year, month, day] = text.split('-').map(Number);
    return { value: dateValue(`${year}`, month as number, `${day}`), next };
  }
  if (/^(?:\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|(?:1[89]|20)\d\d[/–-]\d{2,4})$/u.test(text)) return { value: text, next };
  return undefined;
}

/** A day of the month, not a longer number. */
function readDay(sentence: readonly Token[], i: number): Reading | undefined {
  const token = sentence[i];
  if (!token) return undefined;
  if (token.kind !== 'number') {
    const spelled = SPELLED_DAYS.indexOf(token.text.toLowerCase()) + 1;
    return spelled > 0 && token.gap.trim() === '' ? { value: `${spelled}`, next: i + 1 } : undefined;
  }
  if (!/^(?:[12]?\d|3[01])$/u.test(token.text)) return undefined;
  const suffix = sentence[i + 1];
  const ordinal = suffix?.gap === '' && ORDINALS.has(suffix.text.toLowerCase());
  return { value: `${Number(token.text)}`, next: ordinal ? i + 2 : i + 1 };
}

/** A year that no currency, scale or unit makes a number. */
function readYear(sentence: readonly Token[], i: number): Reading | undefined {
  const token = sentence[i];
  if (token?.kind !== 'number' || !/^(?:1[89]|20)\d\d$/u.test(token.text)) return undefined;
  if (sentence[i - 1]?.kind === 'sign' && token.gap === '') return undefined;
  const after = sentence[i + 1];
  if (after && (after.gap === '' || after.kind === 'sign')) return undefined;
  return { value: token.text, next: i + 1 };
}

function dateValue(year: string | undefined, month?: number, day?: string): string {
  return [year ?? '', month ?? '', day ?? ''].join('-');
}
