import type { Source } from '../model/article.ts';
import type { Result } from '../model/result.ts';
import { isUnread } from './isUnread.ts';

/** By what accepted articles are told again: their names. */
export interface Naming {
  /** An article's name in the baseline. */
  readonly nameOf: (source: Pick<Source, 'id' | 'path'>) => string;
  /** Whether there is a file of this name, read in this run or not. */
  readonly isThere: (name: string) => boolean;
}

/**
 * Tells the names of the articles that a run looked at: those that it read, and those that are no more. Not so a file
 * that is there and was left out, or could not be read; nor the records of a container some of which could not be.
 */
export function reachOf(
  { compared, skipped }: Pick<Result, 'compared' | 'skipped'>,
  { nameOf, isThere }: Naming,
): (name: string) => boolean {
  const lookedAt = skipped.filter(({ reason }) => !isUnread(reason)).map(({ path }) => ({ id: path, path }));
  const reached = new Set([...compared, ...lookedAt].map(nameOf));
  const containers = new Set(compared.filter(({ id, path }) => id !== path).map(({ path }) => path));
  for (const { path, reason } of skipped)
    if (isUnread(reason)) for (const file of filesOf(path)) containers.delete(file);
  const readWhole = new Set([...containers].map((path) => nameOf({ id: path, path })));
  return (name) => {
    const files = filesOf(name);
    return reached.has(name) || files.some((file) => readWhole.has(file)) || ![name, ...files].some(isThere);
  };
}

/** The files that an article of this name may be a record of: `a#b#c` is in `a#b` or in `a`. */
function filesOf(name: string): string[] {
  return [...name.matchAll(/#/g)].map(({ index }) => name.slice(0, index));
}
