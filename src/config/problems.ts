import { didYouMean } from '../didYouMean.ts';
import type { Schema } from './schema.ts';

/** Where in a value a problem is: the keys and indexes that lead to it. */
export type Path = readonly (string | number)[];

/** How the user knows the place: "--min-words", "ignorePairs[0].reason in dedupe.config.yaml". */
export type NameOf = (path: Path) => string;

/** A text of the user's is quoted so far, in code units: enough to find it again. */
const MAX_QUOTED = 60;

/** Every way in which a value is not as its schema says, a sentence each; none if it is. */
export function problemsOf(schema: Schema, value: unknown, nameOf: NameOf, path: Path = []): string[] {
  const refused = (guess = '') => [`${nameOf(path)} must be ${wanted(schema)}, not ${inWords(value)}.${guess}`];
  switch (schema.type) {
    case 'array': {
      if (!Array.isArray(value)) return refused();
      if (value.length < (schema.minItems ?? 0) || value.length > (schema.maxItems ?? Infinity)) return refused();
      const { items } = schema;
      // Array.from: a hole in a list that a program made is a value that is missing
      return items === undefined ? [] : Array.from(value).flatMap((v, i) => problemsOf(items, v, nameOf, [...path, i]));
    }
    case 'object':
      return isObject(value) ? problemsOfObject(schema, value, nameOf, path) : refused();
    case 'string': {
      if (typeof value === 'string' && isTextOf(schema, value)) return [];
      const known = (schema.enum ?? schema.examples ?? []) as readonly string[];
      return refused(typeof value === 'string' ? didYouMean(value, known) : '');
    }
    case 'boolean':
      return typeof value === 'boolean' ? [] : refused();
    default:
      return isNumberOf(schema, value) ? [] : refused();
  }
}

/** The name of a place as a program writes it: `ignorePairs[0].reason`. */
export function pathName(path: Path): string {
  return path.map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i > 0 ? '.' : ''}${shortened(key)}`)).join('');
}

function shortened(text: string): string {
  return text.length > MAX_QUOTED ? `${text.slice(0, MAX_QUOTED)}...` : text;
}

function problemsOfObject(schema: Schema, value: object, nameOf: NameOf, path: Path): string[] {
  const { properties = {}, required = [], additionalProperties } = schema;
  const missing = required
    .filter((key) => !Object.hasOwn(value, key) || (value as Record<string, unknown>)[key] === undefined)
    .map((key) => `${nameOf([...path, key])} is missing: ${wanted(properties[key] as Schema)}.`);
  const others = Object.entries(value).flatMap(([key, inner]) =>
    Object.hasOwn(properties, key) && inner !== undefined
      ? problemsOf(properties[key] as Schema, inner, nameOf, [...path, key])
      : [],
  );
  if (additionalProperties !== false) return [...missing, ...others];
  return [
    ...missing,
    ...others,
    ...unknownKeys(Object.keys(value), Object.keys(properties), (key) => nameOf([...path, key])),
  ];
}

/** Those keys that there are not, each with the likely one; where none is likely, all that there are, once. */
export function unknownKeys(
  keys: readonly string[],
  known: readonly string[],
  nameOf: (key: string) => string,
): string[] {
  let isListed = false;
  return keys
    .filter((key) => !known.includes(key))
    .map((key) => {
      const guess = didYouMean(key, known);
      const list = guess === '' && !isListed ? ` There are ${known.join(', ')}.` : '';
      isListed ||= list !== '';
      return `There is no setting ${nameOf(key)}.${guess}${list}`;
    });
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTextOf(schema: Schema, value: string): boolean {
  if (schema.enum !== undefined && !schema.enum.includes(value)) return false;
  if (schema.pattern !== undefined && !new RegExp(schema.pattern, 'u').test(value)) return false;
  if (schema.format === 'date' && !isDate(value)) return false;
  return value.length >= (schema.minLength ?? 0);
}

/** A day of the calendar as 2026-02-28; there is no 2026-02-30. */
function isDate(value: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

function isNumberOf({ type, minimum, exclusiveMinimum, maximum }: Schema, value: unknown): boolean {
  if (typeof value !== 'number' || !Number.isFinite(value)) return false;
  if (type === 'integer' && !Number.isInteger(value)) return false;
  return value >= (minimum ?? -Infinity) && value > (exclusiveMinimum ?? -Infinity) && value <= (maximum ?? Infinity);
}

function wanted(schema: Schema): string {
  if (schema.title !== undefined) return schema.title;
  if (schema.enum !== undefined) return `${schema.enum.slice(0, -1).join(', ')} or ${schema.enum.at(-1)}`;
  if (schema.type === 'boolean') return 'true or false';
  if (schema.type === 'integer') return `a whole number from ${schema.minimum ?? 0}`;
  if (schema.exclusiveMinimum !== undefined) {
    return `a number above ${schema.exclusiveMinimum} and at most ${schema.maximum}`;
  }
  return `${schema.type === 'array' || schema.type === 'object' ? 'an' : 'a'} ${schema.type}`;
}

function inWords(value: unknown): string {
  if (typeof value === 'string') {
    if (value === '') return 'empty';
    return `'${shortened(value)}'`;
  }
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  if (typeof value === 'function') return 'a function';
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
}
