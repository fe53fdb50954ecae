import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { shownPath } from '../collect/paths.ts';
import { UsageError } from '../errors.ts';
import { isReport } from '../report/isReport.ts';
import type { Output } from './outputs.ts';
import { realPlace } from './realPlace.ts';

/** Bytes by which a report is told from anything else: a record's id in its first line may be long. */
const BEGINNING = 1 << 16;

/** A file that a run is told to use, with what told it so: an option, as it was typed. */
export interface UsedFile {
  readonly by: string;
  /** Absolute. */
  readonly file: string;
  /** Of a file that is written: whether one that begins so may be replaced. */
  readonly mayReplace?: (beginning: string) => boolean;
}

/**
 * Sees to it that nothing that is written takes the place of what is of another kind, an article above all, nor of what the
 * run also uses for something else. An empty file has nothing to lose.
 *
 * @param others what is read or written beside the reports
 * @throws UsageError that names the file
 */
export function refuseLosses(outputs: readonly Output[], others: readonly UsedFile[], cwd: string): void {
  const reports = outputs.flatMap(({ format, file }): UsedFile[] =>
    file === null ? [] : [{ by: `--format ${format}:${shownPath(file, cwd)}`, file, mayReplace: isReport }],
  );
  const used = [...reports, ...others];
  const places = used.map(({ file }) => realPlace(file));
  for (const [i, { by, mayReplace }] of used.entries()) {
    const first = places.indexOf(places[i] as string);
    const other = used[first] as UsedFile;
    if (first === i || !(mayReplace ?? other.mayReplace)) continue;
    throw new UsageError(`${other.by} and ${by} both name one file; give each a file of its own.`);
  }
  for (const { by, file, mayReplace } of used) {
    if (mayReplace === undefined) continue;
    const beginning = beginningOf(file);
    if (beginning === '' || (beginning !== null && mayReplace(beginning))) continue;
    throw new UsageError(`${by} would replace a file of another kind; name another one, or remove it.`);
  }
}

/** Empty where there is no file to lose; null where it can't be told from an article. */
function beginningOf(file: string): string | null {
  try {
    if (!existsSync(file) || !statSync(file).isFile()) return '';
    const bytes = Buffer.alloc(BEGINNING);
    const handle = openSync(file, 'r');
    try {
      return bytes.toString('utf8', 0, readSync(handle, bytes));
    } finally {
      closeSync(handle);
    }
  } catch {
    return null;
  }
}
