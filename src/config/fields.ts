import { relative, resolve } from 'node:path';
import { BYTES } from './bytes.ts';
import { FAILING, RELATIONS } from './defaults.ts';
import { FORMATS } from './formats.ts';
import { type NameOf, problemsOf } from './problems.ts';
import { problemsOfSamePath } from './samePath.ts';
import type { Schema } from './schema.ts';
import type { CommandSettings, FileSettings, Globs, RunSettings } from './settings.ts';

/** One setting of a config file. */
export interface Field<T> {
  readonly schema: Schema;
  /** For what is relative to the config file: the same as seen from the working directory. Both folders absolute. */
  readonly rebase?: (value: T, folder: string, cwd: string) => T;
  /** What else is wrong with a value that is as the schema says, where that can't say all. */
  readonly problems?: (value: T, nameOf: NameOf) => string[];
}

const TEXT: Schema = { type: 'string', minLength: 1, title: "a text that isn't empty" };
const GLOBS: Schema = { type: 'array', title: 'a list of globs', items: { ...TEXT, title: 'a glob' } };
const SHARE: Schema = { type: 'number', exclusiveMinimum: 0, maximum: 1 };
const NAME: Schema = { ...TEXT, title: 'the name of a field' };
/** Beyond it numbers are no longer counts. */
const WHOLE: Schema = { type: 'integer', maximum: Number.MAX_SAFE_INTEGER };
const SWITCH: Schema = { type: 'boolean' };

const IGNORED_PAIR: Schema = {
  type: 'object',
  title: 'an object with paths and a reason',
  properties: {
    paths: {
      ...GLOBS,
      title: 'a list of one glob or two',
      minItems: 1,
      maxItems: 2,
      description: 'One glob: any two articles that it names. Two: an article of the first with one of the second.',
    },
    samePath: { ...SWITCH, description: 'Only articles with the same path below the ** that each glob must have.' },
    reason: { ...TEXT, description: 'Why they may repeat each other.' },
    expires: {
      type: 'string',
      format: 'date',
      title: 'a day as 2026-12-31',
      description: 'The last day on which it holds.',
    },
    from: { ...TEXT, title: 'a folder', description: "The folder that the globs are relative to, if not this file's." },
  },
  required: ['paths', 'reason'],
  additionalProperties: false,
};

const FORMAT_NAMES = Object.keys(FORMATS);

const REPORT: Schema = {
  type: 'string',
  title: `${FORMAT_NAMES.slice(0, -1).join(', ')} or ${FORMAT_NAMES.at(-1)}, alone or with :file`,
  examples: FORMAT_NAMES,
  pattern: `^(${FORMAT_NAMES.join('|')})(:.+)?$`,
};

/** Each of some settings. */
type Fields<Settings> = { readonly [Name in keyof Settings]-?: Field<Required<Settings>[Name]> };

/** What decides a run, in the command and in the library. */
export const RUN_FIELDS: Fields<RunSettings> = {
  include: {
    schema: { ...GLOBS, description: 'Take only the files that one of these globs names, as in .gitignore.' },
    rebase: globsFrom,
  },
  exclude: {
    schema: { ...GLOBS, description: 'Leave out what one of these globs names, as in .gitignore.' },
    rebase: globsFrom,
  },
  ignoreFiles: { schema: { ...SWITCH, description: 'Honour .gitignore and .dedupeignore.' } },
  ignoreNamed: { schema: { ...SWITCH, description: 'Honour them for files that are named themselves too.' } },
  maxBytes: { schema: { ...WHOLE, minimum: 1, description: 'The most bytes that one article may have.' } },
  textField: { schema: { ...NAME, description: 'JSONL: the field that holds the text.' } },
  idField: { schema: { ...NAME, description: 'JSONL: the field that names the article.' } },
  titleField: { schema: { ...NAME, description: 'JSONL: the field that holds the title.' } },
  minWords: {
    schema: { ...WHOLE, minimum: 1, description: 'Shorter articles are compared for identity alone.' },
  },
  relations: {
    schema: { ...listOf(RELATIONS), description: 'What is looked for.' },
  },
  threshold: {
    // 0 would call every two articles near-copies.
    schema: { ...SHARE, description: 'The share of 5-word shingles in common (Jaccard) that makes a near-copy.' },
  },
  rewriteThreshold: { schema: { ...SHARE, description: 'The probability that makes a rewrite.' } },
  threads: { schema: { ...WHOLE, minimum: 1, description: 'Threads that work at a time.', examples: [2] } },
  maxMemory: {
    schema: {
      type: 'string',
      title: 'a size as 400M or 2G',
      pattern: BYTES,
      examples: ['2G'],
      description:
        'The memory to get by with; what is kept of the articles goes to a temporary file beyond half of it.',
    },
  },
  ignorePairs: {
    schema: {
      type: 'array',
      title: 'a list of pairs',
      items: IGNORED_PAIR,
      examples: [[{ paths: ['en/**', 'de/**'], samePath: true, reason: 'translations' }]],
      description: 'Articles that may repeat each other.',
    },
    rebase: (pairs, folder) => pairs.map((pair) => ({ ...pair, from: resolve(folder, pair.from ?? '.') })),
    problems: problemsOfSamePath,
  },
};

/** What only the command can be told. */
export const COMMAND_FIELDS: Fields<CommandSettings> = {
  paths: {
    schema: {
      ...GLOBS,
      title: 'a list of paths',
      minItems: 1,
      description: 'What is scanned if the command names no path: folders, files and globs.',
    },
    rebase: (paths, folder, cwd) => paths.map((path) => pathFrom(path, folder, cwd)),
  },
  format: {
    schema: {
      ...GLOBS,
      title: 'a list of formats',
      minItems: 1,
      items: REPORT,
      description: 'Reports to write, each as format (to stdout) or format:file.',
    },
    rebase: (formats, folder, cwd) => formats.map((format) => outputFrom(format, folder, cwd)),
  },
  full: { schema: { ...SWITCH, description: 'Show every comparison, and all of it.' } },
  explain: { schema: { ...SWITCH, description: 'Show what spoke for and against each rewrite.' } },
  verbose: { schema: { ...SWITCH, description: 'List what was skipped and what was set aside.' } },
  check: { schema: { ...SWITCH, description: 'Exit with 1 if anything is found, or an article is unreadable.' } },
  failOn: {
    schema: {
      ...listOf(FAILING),
      examples: [FAILING.slice(0, 2)],
      description: 'What a check fails on; else on all that is looked for, save templates. Asks for a check.',
    },
  },
  maxDuplicates: {
    schema: { ...WHOLE, minimum: 0, description: 'So many findings pass a check. Asks for a check.' },
  },
  baseline: {
    schema: {
      ...TEXT,
      title: 'a file',
      description: 'The file of the findings that are accepted.',
      examples: ['dedupe-baseline.json'],
    },
    rebase: pathFrom,
  },
  stats: {
    schema: {
      ...TEXT,
      title: 'a file',
      description: 'The file of the counts that terms are weighed by.',
      examples: ['dedupe-stats.json'],
    },
    rebase: pathFrom,
  },
  cache: { schema: { ...SWITCH, description: 'Keep what is computed of the articles for the next run.' } },
  cacheLocation: {
    schema: {
      ...TEXT,
      title: 'a folder',
      description: 'Where the cache is.',
      examples: ['node_modules/.cache/dedupe'],
    },
    rebase: pathFrom,
  },
};

/**
 * All that a config file may say, in the order in which it is shown: the one source of the validator, the JSON Schema,
 * `dedupe init` and `--print-config`. A new option takes a line above (and one in settings.ts), or says in
 * cli/options.ts why it has no place in a file.
 */
export const FIELDS: Fields<FileSettings> = { ...RUN_FIELDS, ...COMMAND_FIELDS };

/** Every way in which a value is not as a field asks. */
export function problemsOfField(field: Field<unknown>, value: unknown, nameOf: NameOf): string[] {
  const problems = problemsOf(field.schema, value, nameOf);
  return problems.length > 0 ? problems : (field.problems?.(value, nameOf) ?? []);
}

function listOf(names: readonly string[]): Schema {
  const title = `a list of ${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
  return { type: 'array', title, items: { type: 'string', enum: names }, minItems: 1 };
}

/** A path of the config file's as one from the working directory. */
function pathFrom(path: string, folder: string, cwd: string): string {
  return relative(cwd, resolve(folder, path)) || '.';
}

function globsFrom(globs: Globs, folder: string): Globs {
  return 'from' in globs ? globs : { from: folder, globs };
}

/** `format:file`, of which the file is a path, unless it is `-`, for stdout. */
function outputFrom(format: string, folder: string, cwd: string): string {
  const colon = format.indexOf(':');
  if (colon < 0 || ['', '-'].includes(format.slice(colon + 1))) return format;
  return `${format.slice(0, colon + 1)}${pathFrom(format.slice(colon + 1), folder, cwd)}`;
}
