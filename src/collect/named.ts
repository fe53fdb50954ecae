import { lstatSync, readdirSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import type { CollectConfig } from '../config/config.ts';
import { didYouMean } from '../didYouMean.ts';
import { UsageError } from '../errors.ts';
import { shownPath } from './paths.ts';
import { whyUnreadable } from './whyUnreadable.ts';

/** Folders of other people's files: neither walked nor searched by a glob, unless the user names one. */
export const NEVER_ENTERED: readonly string[] = ['node_modules', '.git'];

/** Something that the user's paths name and that exists: a file, a folder or a link. */
export interface Named {
  readonly absolute: string;
  /** It was matched by a glob, not named itself: ignore rules hold for it. */
  readonly byGlob: boolean;
}

/**
 * What the user's paths name. A path that exists is taken as it is, whatever characters it has; else a glob stands for
 * the files and folders that it matches, as in a shell.
 *
 * @param onUnreadable is told of each folder that a glob could not search.
 * @throws UsageError that names every path that does not exist and every glob that matches nothing.
 */
export async function resolveNamed(
  paths: readonly string[],
  config: CollectConfig,
  onUnreadable: (absolute: string, error: unknown) => void,
): Promise<Named[]> {
  const named = new Map<string, Named>();
  const problems: string[] = [];
  for (const path of paths) {
    if (path === '') {
      problems.push('A path is empty.');
      continue;
    }
    const absolute = resolve(config.cwd, path);
    const error = whyAbsent(absolute);
    if (error === null) {
      named.set(absolute, { absolute, byGlob: false });
      continue;
    }
    // Most paths exist: what matches globs is not loaded for them.
    const { matchGlob } = await import('./matchGlob.ts');
    const matched = await matchGlob(path, config.cwd, NEVER_ENTERED, onUnreadable);
    if (matched?.length) {
      for (const match of matched) if (!named.has(match)) named.set(match, { absolute: match, byGlob: true });
    } else problems.push(matched ? `Nothing matches '${path}'.` : problemWith(path, absolute, config.cwd, error));
  }
  if (problems.length > 0) throw new UsageError(problems);
  return [...named.values()].sort((x, y) => (x.absolute < y.absolute ? -1 : 1));
}

/** Whether a path exists, or, as a glob, matches anything. */
export async function namesAny(path: string, config: CollectConfig): Promise<boolean> {
  try {
    return (await resolveNamed([path], config, () => {})).length > 0;
  } catch (error) {
    if (error instanceof UsageError) return false;
    throw error;
  }
}

function whyAbsent(absolute: string): unknown {
  try {
    lstatSync(absolute);
    return null;
  } catch (error) {
    return error;
  }
}

function problemWith(path: string, absolute: string, cwd: string, error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  if (code !== 'ENOENT' && code !== 'ENOTDIR') return `Can't read '${path}': ${whyUnreadable(error)}.`;
  let missing = absolute;
  while (whyAbsent(dirname(missing)) !== null) missing = dirname(missing);
  const folder = shownPath(dirname(missing), cwd);
  const within = folder === '.' ? '' : `${folder.replace(/\/$/, '')}/`;
  return `There is no file or folder '${path}'.${didYouMean(basename(missing), namesIn(dirname(missing)), within)}`;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return []; // A file, or not readable: no suggestion then.
  }
}
