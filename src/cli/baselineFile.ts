import { existsSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { withSlashes } from '../collect/paths.ts';
import { UsageError } from '../errors.ts';
import type { Accepted } from '../model/result.ts';
import { acceptedIn, baselineText } from '../policy/baselineText.ts';
import type { Naming } from '../policy/reach.ts';
import type { BaselineInForce } from './baseline.ts';
import { draftOf } from './draft.ts';

/**
 * The baseline in a file.
 *
 * @param isNew whether it may be missing, for it is to be written
 * @throws UsageError if it is missing or can't be used
 */
export function readBaseline(file: string, cwd: string, isNew: boolean): BaselineInForce {
  const absolute = resolve(cwd, file);
  const folder = dirname(absolute);
  const naming: Naming = {
    nameOf: ({ id, path }) => withSlashes(relative(folder, resolve(cwd, path))) + id.slice(path.length),
    isThere: (name) => existsSync(resolve(folder, name)),
  };
  const isWritten = !isNew || existsSync(absolute);
  return { from: file, isFile: true, accepted: isWritten ? acceptedIn(textOf(absolute, file), file) : [], ...naming };
}

function textOf(absolute: string, file: string): string {
  try {
    return readFileSync(absolute, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT') throw new UsageError(`Can't read the baseline '${file}': ${message}.`);
    throw new UsageError(`There is no baseline '${file}'; --update-baseline writes one.`);
  }
}

/**
 * Writes a baseline: all of it or, if that fails, nothing. Folders that are missing are made.
 *
 * @throws UsageError if it can't be written
 */
export async function writeBaseline(file: string, cwd: string, accepted: readonly Accepted[]): Promise<void> {
  try {
    const draft = await draftOf(resolve(cwd, file), [baselineText(accepted)]);
    await draft.publish().finally(draft.discard);
  } catch (error) {
    throw new UsageError(
      `Can't write the baseline '${file}': ${(error as Error).message}. Name a file in a folder that can be written.`,
    );
  }
}
