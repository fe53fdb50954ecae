import { existsSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { CollectConfig } from '../config/config.ts';
import { UsageError } from '../errors.ts';
import { isWithin, withSlashes } from './paths.ts';
import { type Patterns, patternsOf } from './patterns.ts';
import { repositoryOf } from './repository.ts';
import { whyUnreadable } from './whyUnreadable.ts';

/** In one folder the rules of the second come after those of the first, and so overrule them. */
export const IGNORE_FILES: readonly string[] = ['.gitignore', '.dedupeignore'];

/**
 * The rules in force in a folder, from a base folder down to it. All of them are in one list, each rewritten to be
 * relative to the base, since git decides by the last rule that fits and by all folders on the way.
 */
export interface IgnoreRules {
  readonly base: string;
  readonly list: Patterns;
}

/**
 * Whether the rules in force in its folder leave out this file, link or (with `isFolder`) folder; absolute path. Null
 * rules, here and below, are those of a run that honours no ignore files.
 */
export function isIgnored(rules: IgnoreRules | null, path: string, isFolder: boolean): boolean {
  return rules?.list.ignores(fromBase(rules.base, path) + (isFolder ? '/' : '')) ?? false;
}

/**
 * The rules in force in a folder: those of the repository around it, from its top, or, outside of any, those from the
 * working directory down. If the user `named` the folder, a rule against it or a folder above it doesn't count.
 */
export function rulesAt(folder: string, config: CollectConfig, named: boolean): IgnoreRules | null {
  if (!config.ignoreFiles) return null;
  const base = repositoryOf(folder) ?? (isWithin(folder, config.cwd) ? config.cwd : folder);
  const way = foldersBetween(base, folder);
  let rules: IgnoreRules = { base, list: patternsOf() };
  for (const above of way.slice(0, -1)) rules = withRulesOf(above, rules);
  const pardons = named ? way.slice(1).map((on) => `!/${escapeGlob(fromBase(base, on))}/`) : [];
  return withRulesOf(folder, { base, list: patternsOf(rules.list, pardons) });
}

/** The rules in force in a folder, given those in force in the folder above it. */
export function rulesIn(folder: string, above: IgnoreRules | null): IgnoreRules | null {
  return above && withRulesOf(folder, above);
}

function withRulesOf(folder: string, above: IgnoreRules): IgnoreRules {
  const prefix = escapeGlob(fromBase(above.base, folder));
  const lines = IGNORE_FILES.flatMap((name) => linesOf(join(folder, name)));
  const list = lines.flatMap((line) => relativeToBase(line, prefix));
  return list.length === 0 ? above : { base: above.base, list: patternsOf(above.list, list) };
}

/** `name` in folder `a` becomes `/a/**\/name`, and `x/name` becomes `/a/x/name`. */
function relativeToBase(line: string, prefix: string): string[] {
  if (line.startsWith('#')) return [];
  const not = line.startsWith('!') ? '!' : '';
  const pattern = line.slice(not.length);
  if (pattern.trim() === '' || pattern === '/') return [];
  if (prefix === '') return [line];
  const anchored = pattern.slice(0, -1).includes('/');
  return [`${not}/${prefix}/${anchored ? pattern.replace(/^\//, '') : `**/${pattern}`}`];
}

function linesOf(file: string): string[] {
  // One folder in a thousand has such a file: to ask first is many times cheaper than to fail. In a folder that may not
  // be searched there is none to see; the walk says so of the folder.
  if (!existsSync(file)) return [];
  try {
    const text = readFileSync(file, 'utf8');
    return text.replace(/^\uFEFF/, '').split(/\r?\n/);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EISDIR') return [];
    throw new UsageError(`Can't read ${file}: ${whyUnreadable(error)}. --no-ignore goes on without it.`);
  }
}

/** From `base` down to `folder`, both included. */
function foldersBetween(base: string, folder: string): string[] {
  const names = relative(base, folder).split(sep).filter(Boolean);
  return [base, ...names.map((_, i) => join(base, ...names.slice(0, i + 1)))];
}

function fromBase(base: string, path: string): string {
  return withSlashes(relative(base, path));
}

function escapeGlob(path: string): string {
  return path.replace(/[\\*?[\]]/g, '\\$&');
}
