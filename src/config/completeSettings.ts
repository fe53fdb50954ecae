import { resolve } from 'node:path';
import { didYouMean } from '../didYouMean.ts';
import { UsageError } from '../errors.ts';
import type { Relation } from '../model.ts';
import type { Config } from './config.ts';
import { DEFAULTS, RELATIONS } from './defaults.ts';
import type { Settings } from './settings.ts';

type Defaults = typeof DEFAULTS;
type Rule = readonly [holds: (value: unknown) => boolean, wanted: string];

const isWholeFrom1 = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 1;
const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);
const isShare = (value: unknown): boolean => typeof value === 'number' && value > 0 && value <= 1;
const isFunction = (value: unknown): boolean => typeof value === 'function';

const RULES: Readonly<Record<keyof Settings, Rule>> = {
  cwd: [isText, 'a folder'],
  include: [isTexts, 'a list of globs'],
  exclude: [isTexts, 'a list of globs'],
  ignoreFiles: [(value) => typeof value === 'boolean', 'true or false'],
  maxBytes: [isWholeFrom1, 'a whole number from 1'],
  textField: [isText, 'the name of a field'],
  idField: [isText, 'the name of a field'],
  titleField: [isText, 'the name of a field'],
  minWords: [isWholeFrom1, 'a whole number from 1'],
  relations: [(value) => isTexts(value) && (value as []).length > 0, `a list of relations (${RELATIONS.join(', ')})`],
  // 0 would call every two articles near-copies.
  threshold: [isShare, 'a number above 0 and at most 1'],
  rewriteThreshold: [isShare, 'a number above 0 and at most 1'],
  explore: [(value) => typeof value === 'boolean', 'true or false'],
  onProgress: [isFunction, 'a function'],
  stdin: [(value) => value instanceof Uint8Array, 'bytes'],
};

/**
 * The settings in force: what the user says, defaults for the rest. `cwd` is the folder that a relative `settings.cwd`
 * is resolved from.
 *
 * @throws UsageError that names every problem at once, one a line.
 */
export function completeSettings(settings: Settings, cwd: string): Config {
  const said = Object.entries(settings).filter(([, value]) => value !== undefined);
  const problems = said.flatMap(([name, value]) => problemsOf(name, value));
  if (problems.length > 0) throw new UsageError(problems.join('\n'));

  const all: Defaults & Settings = { ...DEFAULTS, ...Object.fromEntries(said) };
  const {
    include,
    exclude,
    ignoreFiles,
    maxBytes,
    textField,
    idField,
    titleField,
    minWords,
    threshold,
    rewriteThreshold,
  } = all;
  return {
    collect: { cwd: resolve(cwd, all.cwd ?? '.'), include, exclude, ignoreFiles, maxBytes, idField },
    extract: { textField, idField, titleField, minWords },
    match: { relations: RELATIONS.filter((relation) => all.relations.includes(relation)), threshold, rewriteThreshold },
    explore: all.explore ?? false,
  };
}

function problemsOf(name: string, value: unknown): string[] {
  if (!Object.hasOwn(RULES, name)) return [`There is no setting '${name}'.${didYouMean(name, Object.keys(RULES))}`];
  const [holds, wanted] = RULES[name as keyof Settings];
  if (!holds(value)) return [`${name} must be ${wanted}, not ${inWords(value)}.`];
  if (name !== 'relations') return [];
  return (value as string[])
    .filter((relation) => !RELATIONS.includes(relation as Relation))
    .map((relation) => `There is no relation '${relation}'.${didYouMean(relation, RELATIONS)}`);
}

function inWords(value: unknown): string {
  if (typeof value === 'string') return value === '' ? 'empty' : `'${value}'`;
  if (Array.isArray(value) && value.length === 0) return 'an empty list';
  return typeof value === 'object' && value !== null ? 'that' : String(value);
}
