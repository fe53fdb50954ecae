import type { Relation } from '../model/match.ts';
import type { Failing } from '../model/result.ts';
import type { CommandSettings, RunSettings } from './settings.ts';

/** All relations, in the order in which they are tried: a pair has the first that holds. */
export const RELATIONS: readonly Relation[] = ['identical', 'near-copy', 'excerpt', 'rewrite'];

/** All that a check can fail on. */
export const FAILING: readonly Failing[] = [...RELATIONS, 'template'];

/**
 * Every default of a run, with its reason; the only place that has one. `cwd` has none here: only the caller knows it;
 * nor have `threads` and `maxMemory`, which the machine decides.
 */
export const DEFAULTS: Required<Omit<RunSettings, 'threads' | 'maxMemory'>> = {
  include: [],
  exclude: [],
  ignoreFiles: true,
  ignoreNamed: false,
  // Twice the longest novels as plain text (War and Peace: 3.2 MB): no article is longer, and a few may be in memory.
  maxBytes: 8 * 1024 * 1024,
  // The names that most public data sets and crawlers use.
  textField: 'text',
  idField: 'id',
  titleField: 'title',
  // The witness that an excerpt needs is 30 words; of a shorter text, 5-word shingles say little either way.
  minWords: 30,
  relations: RELATIONS,
  // One word in ten changed leaves (0.9^5) / (2 - 0.9^5) = 0.42 of the 5-word shingles: the most that is still an edit.
  threshold: 0.4,
  // Calibrated: a little more likely than not, for a false alarm costs a user's trust. docs/evaluation.md has the curve.
  rewriteThreshold: 0.6,
  ignorePairs: [],
};

/**
 * What the command does if it is not told otherwise; `failOn` then follows from the relations that are looked for, there
 * is no baseline, and the cache is in its usual place.
 */
export const COMMAND_DEFAULTS: Required<Omit<CommandSettings, 'failOn' | 'baseline' | 'stats' | 'cacheLocation'>> = {
  paths: ['.'],
  format: ['terminal'],
  full: false,
  explain: false,
  verbose: false,
  check: false,
  maxDuplicates: 0,
  // As in other linters: a run leaves nothing behind that it was not asked to.
  cache: false,
};
