import { availableParallelism, totalmem } from 'node:os';
import { resolve } from 'node:path';
import { constrainedMemory } from 'node:process';
import { UsageError } from '../errors.ts';
import { bytesOf } from './bytes.ts';
import type { Config, GlobList } from './config.ts';
import { DEFAULTS, RELATIONS } from './defaults.ts';
import { type Field, problemsOfField, RUN_FIELDS } from './fields.ts';
import { pathName, unknownKeys } from './problems.ts';
import type { DetailedSettings, Globs, RunSettings } from './settings.ts';

/** What only a program can say, each with what it must be. */
const PROGRAM_ONLY: Readonly<
  Record<
    Exclude<keyof DetailedSettings, keyof RunSettings>,
    readonly [holds: (value: unknown) => boolean, wanted: string]
  >
> = {
  cwd: [(value) => typeof value === 'string' && value !== '', 'a folder'],
  today: [(value) => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value), 'a day as 2026-12-31'],
  onProgress: [(value) => typeof value === 'function', 'a function'],
  leaveOut: [isTexts, 'a list of files'],
  against: [isTexts, 'a list of paths'],
  changed: [isChanged, 'since when (a text), and which (a function)'],
  cacheFolder: [(value) => typeof value === 'string' && value !== '', 'a folder'],
  stats: [(value) => typeof value === 'object' && value !== null && 'documentFrequency' in value, 'counts'],
  onStats: [(value) => typeof value === 'function', 'a function'],
  detail: [(value) => ['evidence', 'lines', 'nothing'].includes(value as string), "'evidence', 'lines' or 'nothing'"],
  explore: [(value) => typeof value === 'boolean', 'true or false'],
  stdin: [(value) => value instanceof Uint8Array, 'bytes'],
};

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((text) => typeof text === 'string' && text !== '');
}

function isChanged(value: unknown): boolean {
  const { since, from, holds } = (value ?? {}) as Readonly<Record<string, unknown>>;
  return [since, from].filter((name) => typeof name === 'string').length === 1 && typeof holds === 'function';
}

/**
 * The settings in force: what the user says, defaults for the rest. `cwd` is the folder that a relative `settings.cwd`
 * is resolved from.
 *
 * @throws UsageError that names every problem at once, one a line.
 */
export function completeSettings(settings: DetailedSettings, cwd: string): Config {
  const said = Object.entries(settings).filter(([, value]) => value !== undefined);
  const known = [...Object.keys(RUN_FIELDS), ...Object.keys(PROGRAM_ONLY)];
  const problems = [
    ...said.filter(([name]) => known.includes(name)).flatMap(([name, value]) => problemsOfSetting(name, value)),
    ...unknownKeys(
      said.map(([name]) => name),
      known,
      (name) => `'${name}'`,
    ),
  ];
  if (problems.length > 0) throw new UsageError(problems);

  const all: typeof DEFAULTS & DetailedSettings = { ...DEFAULTS, ...Object.fromEntries(said) };
  const { ignoreFiles, ignoreNamed, maxBytes, textField, idField, titleField, minWords, threshold, rewriteThreshold } =
    all;
  const home = resolve(cwd, all.cwd ?? '.');
  const include = rooted(all.include, home);
  const exclude = rooted(all.exclude, home);
  const leaveOut = (all.leaveOut ?? []).map((file) => resolve(home, file));
  return {
    collect: {
      cwd: home,
      include,
      exclude,
      ignoreFiles,
      ignoreNamed,
      leaveOut,
      maxBytes,
      idField,
      textField,
      titleField,
    },
    extract: { textField, titleField, minWords },
    match: { relations: RELATIONS.filter((relation) => all.relations.includes(relation)), threshold, rewriteThreshold },
    suppress: {
      cwd: home,
      today: all.today ?? '',
      ignorePairs: all.ignorePairs.map(({ samePath = false, from = '.', ...pair }) => ({
        ...pair,
        samePath,
        from: resolve(home, from),
      })),
    },
    against: all.against ?? [],
    ...(all.changed &&
      ('since' in all.changed ? { changedSince: all.changed.since } : { changedFrom: all.changed.from })),
    threads: all.threads ?? availableParallelism(),
    maxMemory: all.maxMemory === undefined ? machineMemory() / 2 : bytesOf(all.maxMemory),
    detail: all.detail ?? 'evidence',
    explore: all.explore ?? false,
    cacheFolder: all.cacheFolder === undefined ? null : resolve(home, all.cacheFolder),
  };
}

/** In bytes; a container may have less than its machine. */
function machineMemory(): number {
  return Math.min(totalmem(), constrainedMemory() || Number.POSITIVE_INFINITY);
}

function problemsOfSetting(name: string, value: unknown): string[] {
  if (Object.hasOwn(PROGRAM_ONLY, name)) {
    const [holds, wanted] = PROGRAM_ONLY[name as keyof typeof PROGRAM_ONLY];
    return holds(value) ? [] : [`${name} must be ${wanted}.`];
  }
  const inner = isRooted(value) ? value.globs : value;
  return problemsOfField(RUN_FIELDS[name as keyof RunSettings] as Field<unknown>, inner, (path) =>
    pathName([name, ...path]),
  );
}

/** What `FIELDS` makes of a config file's globs. */
function isRooted(value: unknown): value is GlobList {
  return typeof value === 'object' && value !== null && 'from' in value && 'globs' in value;
}

function rooted(globs: Globs, cwd: string): GlobList {
  return 'from' in globs ? globs : { from: cwd, globs };
}
