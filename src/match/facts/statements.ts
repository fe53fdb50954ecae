import type { Fact } from './facts.ts';

/** What an article states, in all the ways in which another may refer to it. */
export interface Statements {
  readonly numbers: ReadonlySet<string>;
  readonly dates: ReadonlySet<string>;
  /** The same dates with less said: 3 May 2024 is May 2024, 3 May, May and 2024 too. */
  readonly vaguerDates: ReadonlySet<string>;
  /** Each word of the names, and their initials. */
  readonly names: ReadonlySet<string>;
}

export function statements(facts: readonly Fact[]): Statements {
  const of = (kind: Fact['kind']): string[] => facts.filter((fact) => fact.kind === kind).map(({ value }) => value);
  return {
    numbers: new Set(of('number').map(withoutUnit)),
    dates: new Set(of('date')),
    vaguerDates: new Set(of('date').flatMap(vaguer)),
    names: new Set(of('name').flatMap((name) => [...name.split(' '), initials(name)])),
  };
}

/**
 * Whether a fact is among the statements, be it less exactly: the number in another unit or none, the date with its day
 * or without, the name by its last word or initials.
 */
export function isStated({ kind, value }: Fact, stated: Statements): boolean {
  if (kind === 'number') return stated.numbers.has(withoutUnit(value));
  if (kind === 'date') return stated.vaguerDates.has(value) || vaguer(value).some((date) => stated.dates.has(date));
  return stated.names.has(value.slice(value.lastIndexOf(' ') + 1)) || stated.names.has(initials(value));
}

function withoutUnit(value: string): string {
  return value.replace(/[^\d]+$/u, '');
}

/** The value and, for a date of year, month and day, what is left when some of them are not said. */
function vaguer(value: string): string[] {
  const [year, month, day] = value.split('-');
  if (day === undefined) return [value];
  const forms = [0, 1, 2, 3, 4, 5, 6].map((omit) =>
    [omit & 1 ? '' : year, omit & 2 ? '' : month, omit & 4 ? '' : day].join('-'),
  );
  // A day without its month says nothing.
  return forms.filter((form) => !/^\d*--\d+$/u.test(form));
}

function initials(name: string): string {
  return name
    .split(' ')
    .map((word) => word.charAt(0))
    .join('');
}
