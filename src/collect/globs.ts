import { resolve } from 'node:path';
import type { CollectConfig, GlobList } from '../config/config.ts';
import { shownPath } from './paths.ts';
import { patternsOf } from './patterns.ts';

/** Whether the user's `include` and `exclude` globs let a path through; it is a shown path. */
export interface Globs {
  /** A folder that `exclude` names is not entered. */
  readonly letsEnter: (folder: string) => boolean;
  readonly letsTake: (file: string) => boolean;
}

export function globsOf({ include, exclude, cwd }: CollectConfig): Globs {
  const taken = namedBy(include, cwd);
  const left = namedBy(exclude, cwd);
  return {
    letsEnter: (folder) => !left(folder, '/'),
    letsTake: (file) => !left(file, '') && (include.globs.length === 0 || taken(file, '')),
  };
}

/** Whether a list names a shown path; a folder's ends in a slash. */
function namedBy({ from, globs }: GlobList, cwd: string): (path: string, slash: '/' | '') => boolean {
  if (globs.length === 0) return () => false;
  const patterns = patternsOf(globs);
  const seen = (path: string) => (from === cwd ? path : shownPath(resolve(cwd, path), from));
  return (path, slash) => {
    const shown = seen(path);
    return !isAbove(shown) && patterns.ignores(belowAll(shown) + slash);
  };
}

/** A path outside of the list's folder is matched from where it leaves the shared way: `../a/b` as `a/b`. */
function belowAll(path: string): string {
  return path.replace(/^(?:\.\.\/)+|^[a-z]:\//i, '');
}

/** The list's folder and those above it, which no glob names. */
function isAbove(folder: string): boolean {
  return folder === '.' || /^(?:\.\.\/)*\.\.$/.test(folder);
}
