import type { CollectConfig } from '../config/config.ts';
import { patternsOf } from './patterns.ts';

/** Whether the user's `include` and `exclude` globs let a path through; it is a shown path. */
export interface Globs {
  /** A folder that `exclude` names is not entered. */
  readonly letsEnter: (folder: string) => boolean;
  readonly letsTake: (file: string) => boolean;
}

export function globsOf({ include, exclude }: CollectConfig): Globs {
  const taken = patternsOf(include);
  const left = patternsOf(exclude);
  return {
    letsEnter: (folder) => isAbove(folder) || !left.ignores(`${belowAll(folder)}/`),
    letsTake: (file) => !left.ignores(belowAll(file)) && (include.length === 0 || taken.ignores(belowAll(file))),
  };
}

/** A path outside of the working directory is matched from where it leaves the shared way: `../a/b` as `a/b`. */
function belowAll(path: string): string {
  return path.replace(/^(?:\.\.\/)+|^[a-z]:\//i, '');
}

/** The working directory and those above it, which no glob names. */
function isAbove(folder: string): boolean {
  return folder === '.' || /^(?:\.\.\/)*\.\.$/.test(folder);
}
