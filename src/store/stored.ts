import { hash } from 'node:crypto';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { versions } from 'node:process';
import type { Config } from '../config/config.ts';
import { BUILD } from './build.ts';

/** How the names of what is stored between runs end. */
export const SURVEYS = '.surveys';
export const SETTLED = '.settled';
export const COPIES = '.copies';
/** A file that is being written, or was when a run was cut short. */
export const UNFINISHED = '.unfinished';

/** Bytes that all files have together at the most: 100,000 articles of 500 words take 1 GiB. */
const MOST_BYTES = 2 ** 31;

/** No file takes that long to write, in milliseconds. */
const ABANDONED_AFTER = 3_600_000;

/**
 * The name of what may be stored between runs of one program with the same settings in one folder. The program's build is
 * part of it, and what Node brings along: Unicode's tables decide what a word is.
 *
 * @param decisive what decides the content beside how articles are read
 */
export function storedName({ collect, extract }: Config, decisive: unknown): string {
  const program = [BUILD, versions.node, versions.unicode];
  return hash('sha256', JSON.stringify([program, collect.cwd, extract, decisive])).slice(0, 16);
}

/** Removes what a run left that was cut short, and the files that have not been used for longest where there is too much. */
export function tidy(folder: string): void {
  const files = readdirSync(folder)
    .filter((file) => [SURVEYS, SETTLED, COPIES, UNFINISHED].some((ending) => file.endsWith(ending)))
    .map((file) => ({ file, info: statSync(join(folder, file), { throwIfNoEntry: false }) }))
    .sort((x, y) => (y.info?.mtimeMs ?? 0) - (x.info?.mtimeMs ?? 0) || (x.file < y.file ? -1 : 1));
  let bytes = 0;
  for (const { file, info } of files) {
    bytes += info?.size ?? 0;
    const isAbandoned = file.endsWith(UNFINISHED) && Date.now() - (info?.mtimeMs ?? 0) > ABANDONED_AFTER;
    if (bytes > MOST_BYTES || isAbandoned) rmSync(join(folder, file), { force: true });
  }
}
