import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UsageError } from '../errors.ts';
import type { Options } from './options.ts';
import { readAll } from './readAll.ts';
import type { World } from './world.ts';

/** The paths to scan: those on the command line and those that `--files-from` lists; by default the options'. */
export async function pathsOf(
  paths: readonly string[],
  options: Pick<Options, 'filesFrom' | 'against' | 'paths'>,
  world: World,
): Promise<readonly string[]> {
  const { filesFrom, against } = options;
  if (against !== undefined && paths.length === 0 && filesFrom === undefined)
    throw new UsageError(
      '--against takes all paths after it; name the articles to compare first: dedupe new.md --against archive.',
    );
  if (filesFrom === undefined) return paths.length > 0 ? paths : options.paths;
  const listed = await listedIn(filesFrom, world);
  if (paths.length + listed.length === 0) throw new UsageError(`No path is listed in '${filesFrom}'.`);
  return [...paths, ...listed];
}

/**
 * The paths that a file lists, or (`-`) standard input: one a line; or, as `find -print0` and `git ls-files -z` write it,
 * with a NUL after each. Windows' tools open a list with a byte order mark, which is no part of the first path.
 */
export async function listedIn(file: string, world: World): Promise<string[]> {
  const list = (await textOf(file, world)).replace(/^\uFEFF/, '');
  return list.split(list.includes('\0') ? '\0' : /\r?\n/).filter((path) => path !== '');
}

async function textOf(file: string, world: World): Promise<string> {
  if (file === '-') return (await readAll(world.stdin)).toString('utf8');
  try {
    return await readFile(resolve(world.cwd, file), 'utf8');
  } catch (error) {
    throw new UsageError(`Can't read the list of paths: ${(error as Error).message}.`);
  }
}
