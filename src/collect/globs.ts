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
  const taken = globTest(include, cwd);
  const left = globTest(exclude, cwd);
  return {
    letsEnter: (folder) => !left(`${folder}/`),
    letsTake: (file) => !left(file) && (include.globs.length === 0 || taken(file)),
  };
}

/** Whether a list names a path that is shown from `cwd`; a folder's ends in a slash. */
export function globTest({ from, globs }: GlobList, cwd: string): (path: string) => boolean {
  if (globs.length === 0) return () => false;
  const patterns = patternsOf(globs);
  return (path) => {
    const seen = pathSeenFrom(from, cwd, path);
    return seen !== '' && patterns.ignores(seen);
  };
}

/**
 * A path as the globs of a folder see it; it is shown from `cwd`. One outside of the folder is seen from where it leaves
 * the shared way: `../a/b` as `a/b`; the folder itself and those above it are seen by none: ''.
 */
export function pathSeenFrom(from: string, cwd: string, path: string): string {
  const slash = path.endsWith('/') ? '/' : '';
  const seen = from === cwd ? path : shownPath(resolve(cwd, path), from) + slash;
  return /^(?:\.|(?:\.\.\/)*\.\.)\/?$/.test(seen) ? '' : seen.replace(/^(?:\.\.\/)+|^[a-z]:\//i, '');
}
