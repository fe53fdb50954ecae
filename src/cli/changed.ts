import { posix, resolve } from 'node:path';
import { shownPath } from '../collect/paths.ts';
import type { Changed } from '../config/settings.ts';
import { UsageError } from '../errors.ts';
import { changedSince } from './changedSince.ts';
import type { Options } from './options.ts';
import { listedIn } from './paths.ts';
import type { World } from './world.ts';

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

/** What changed as a list has it: files, and folders with all that is in them. */
function changedAs(list: readonly string[], file: string, cwd: string): Changed {
  const listed = new Set(list.map((path) => shownPath(resolve(cwd, path), cwd)));
  const holds = (path: string): boolean => {
    if (listed.has(path)) return true;
    const folder = posix.dirname(path);
    return folder !== path && holds(folder);
  };
  return { since: file === '-' ? 'the list on standard input' : `the list in ${file}`, holds };
}
