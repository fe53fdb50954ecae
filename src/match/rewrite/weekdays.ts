import { termOf } from '../../fingerprint/terms.ts';
import type { Outline } from './outline.ts';
import type { Telling } from './telling.ts';

/** A Sunday, from which the names of the seven days are counted. */
const SUNDAY = Date.UTC(2023, 0, 1);
const DAY = 86_400_000;

const known = new Map<string, ReadonlySet<number>>();

/**
 * Whether two leads name the same weekday: 1 if they share one, 0 if both name some and share none, NaN if one names
 * none. "On Monday" against "on Thursday" is how news of one day differs from the follow-up.
 */
export function weekdaysAgree({ leadWeekdays: inA }: Outline, { leadWeekdays: inB }: Outline): number {
  if (inA.length === 0 || inB.length === 0) return Number.NaN;
  return inA.some((day) => inB.includes(day)) ? 1 : 0;
}

/** The terms at these places that are weekdays of the article's language. */
export function weekdaysAmong(places: Uint32Array, { language, terms }: Pick<Telling, 'language' | 'terms'>): number[] {
  const weekdays = weekdaysOf(language);
  const among: number[] = [];
  for (let i = 0; i < places.length; i++) {
    const term = terms[places[i] as number] as number;
    if (weekdays.has(term)) among.push(term);
  }
  return among;
}

/** The terms of a language's weekdays, as Intl writes them in full. */
function weekdaysOf(language: string): ReadonlySet<number> {
  let weekdays = known.get(language);
  if (weekdays === undefined) {
    const format = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
    const names = Array.from({ length: 7 }, (_, day) => format.format(SUNDAY + day * DAY));
    weekdays = new Set(names.map((name) => termOf(name, language)));
    known.set(language, weekdays);
  }
  return weekdays;
}
