import { readdir } from 'node:fs';
import { resolve } from 'node:path';
import fastGlob from 'fast-glob';
import { withSlashes } from './paths.ts';

/**
 * The files and folders that a glob stands for, as in a shell; null if it is none.
 *
 * @param neverEntered names of folders that are not searched
 * @param onUnreadable is told of each folder that could not be searched
 */
export async function matchGlob(
  glob: string,
  cwd: string,
  neverEntered: readonly string[],
  onUnreadable: (absolute: string, error: unknown) => void,
): Promise<string[] | null> {
  if (!fastGlob.isDynamicPattern(glob)) return null;
  const matched = await fastGlob(withSlashes(glob), {
    cwd,
    onlyFiles: false,
    // A loop of links would be walked until the system stops it; links that match come back as links.
    followSymbolicLinks: false,
    ignore: neverEntered.map((name) => `**/${name}/**`),
    fs: {
      readdir: ((folder: string, options: { withFileTypes: true }, done: (error: null, entries: unknown[]) => void) =>
        readdir(folder, options, (error, entries) => {
          if (error && error.code !== 'ENOENT') onUnreadable(resolve(cwd, folder), error);
          done(null, error ? [] : entries);
        })) as typeof readdir,
    },
  });
  return matched.map((match) => resolve(cwd, match));
}
