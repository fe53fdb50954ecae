import { lstatSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Changed } from '../config/settings.ts';
import { UsageError } from '../errors.ts';
import { head } from '../report/elide.ts';
import { changedSince } from './changedSince.ts';
import type { Options } from './options.ts';
import { listedIn } from './paths.ts';
import { wayFinder } from './wayTo.ts';
import type { World } from './world.ts';

/** Code units of a line that an error quotes: it may be no path at all. */
const QUOTE = 80;

/** Which articles changed, as `--changed-since` or `--changed-from` says; undefined if neither is given. */
export async function changedFor(options: Options, world: World): Promise<Changed | undefined> {
  const { changedSince: ref, changedFrom: file, filesFrom } = options;
  if (ref !== undefined && file !== undefined)
    throw new UsageError('--changed-since and --changed-from both say what changed; take one of them.');
  if (ref !== undefined) return changedSince(ref, world);
  if (file === undefined) return undefined;
  if (file === '-' && filesFrom === '-')
    throw new UsageError('--files-from and --changed-from can not both read standard input.');
  return changedAs(await listedIn(file, world), file, world.cwd);
}

/**
 * What changed as a list has it: files, and folders with all that is in them; by where they are, whatever links lead
 * there, and the links themselves. Of what is listed some may be gone.
 *
 * @throws UsageError if all of it is: then it is no list of these files, or is seen from another folder
 */
function changedAs(list: readonly string[], file: string, cwd: string): Changed {
  const paths = list.map((path) => resolve(cwd, path));
  if (paths.length > 0 && !paths.some(isThere)) throw nothingThere(list, file);
  const wayTo = wayFinder();
  const listed = new Set(paths.flatMap((path) => [wayTo(path).real, join(wayTo(dirname(path)).real, basename(path))]));
  const isListed = (path: string): boolean => listed.has(path) || (dirname(path) !== path && isListed(dirname(path)));
  return {
    from: file,
    holds: (path) => {
      const { real, links } = wayTo(resolve(cwd, path));
      return [real, ...links].some(isListed);
    },
  };
}

/** What is no path at all, such as a line of text that is too long for one, is not there. */
function isThere(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
}

function nothingThere(list: readonly string[], file: string): UsageError {
  const paths = list.length === 1 ? 'the path' : `any of the ${list.length} paths`;
  const example = list.length === 1 ? '' : ', such as';
  return new UsageError(
    `There is nothing at ${paths} that --changed-from ${file} lists${example} '${head(list[0] ?? '', QUOTE)}'. They are seen from the working directory (git diff --relative lists them so); a list of what is left has no deleted files (git diff --diff-filter=d).`,
  );
}
