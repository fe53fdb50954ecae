import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { withSlashes } from '../collect/paths.ts';
import { UsageError } from '../errors.ts';
import type { Accepted, Print } from '../model.ts';
import { acceptedIn, baselineText } from '../policy/baselineText.ts';
import type { Baseline } from './baseline.ts';

/**
 * The baseline in a file.
 *
 * @param isNew whether it may be missing, for it is to be written
 * @throws UsageError if it is missing or can't be used
 */
export function readBaseline(file: string, cwd: string, isNew: boolean): Baseline {
  const absolute = resolve(cwd, file);
  const root = relative(dirname(absolute), cwd);
  const nameOf = ({ id, path }: Print): string => {
    if (root === '') return id;
    return withSlashes(relative(dirname(absolute), resolve(cwd, path))) + id.slice(path.length);
  };
  if (isNew && !existsSync(absolute)) return { from: file, isFile: true, accepted: [], nameOf };
  return { from: file, isFile: true, accepted: acceptedIn(textOf(absolute, file), file), nameOf };
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
 * Writes a baseline: all of it or, if that fails, nothing.
 *
 * @throws UsageError if it can't be written
 */
export function writeBaseline(file: string, cwd: string, accepted: readonly Accepted[]): void {
  const named = resolve(cwd, file);
  try {
    // A link is to go on leading to the file.
    const target = existsSync(named) ? realpathSync(named) : named;
    const half = `${target}.${randomUUID()}`;
    try {
      writeFileSync(half, baselineText(accepted), { flag: 'wx', flush: true });
      renameSync(half, target);
    } finally {
      rmSync(half, { force: true });
    }
  } catch (error) {
    throw new UsageError(`Can't write the baseline '${file}': ${(error as Error).message}.`);
  }
}
