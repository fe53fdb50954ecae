import { realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { FormatName } from '../config/formats.ts';
import { UsageError } from '../errors.ts';

/** A report that is asked for, and where it goes: to a file by its absolute path, or (null) to stdout. */
export interface Output {
  readonly format: FormatName;
  readonly file: string | null;
}

/** The names that Linux and macOS have for stdout; `-` is that of most tools. */
const STDOUT: readonly string[] = ['/dev/stdout', '/dev/fd/1', '/proc/self/fd/1'];

/**
 * What the values of `--format`, `<name>` or `<name>:<file>`, ask for.
 *
 * @param values checked: the names are known, and no file is ''
 * @throws UsageError on a folder, and on two reports to one place, however it is spelled: that
 * would garble both.
 */
export function outputsOf(values: readonly string[], cwd: string): Output[] {
  const outputs = values.map((value) => outputOf(value, cwd));
  const places = outputs.map(({ file }) => file && realPlace(file));
  for (const [i, place] of places.entries()) {
    const first = places.indexOf(place);
    if (first < i)
      throw new UsageError(
        `--format ${values[first]} and --format ${values[i]} both write to ${place === null ? 'stdout' : 'one file'}; send one to a file of its own, as in ${outputs[i]?.format}:report.out.`,
      );
  }
  return outputs;
}

/**
 * Sees to it that no report is written over an article that the user names: the run would end its life.
 *
 * @throws UsageError that names the file
 */
export function refuseArticles(outputs: readonly Output[], paths: readonly string[], cwd: string): void {
  const articles = new Set(paths.map((path) => realPlace(resolve(cwd, path))));
  for (const { file, format } of outputs) {
    if (file === null || !articles.has(realPlace(file))) continue;
    throw new UsageError(
      `The ${format} report would be written over '${file}', which is to be read; name another file.`,
    );
  }
}

/** The files that the reports go to. */
export function filesOf(outputs: readonly Output[]): string[] {
  return outputs.flatMap(({ file }) => file ?? []);
}

/** Whether one of the reports shows the texts and lets the thresholds be moved, so that the run must keep them. */
export function isExploring(outputs: readonly Output[]): boolean {
  return outputs.some(({ format }) => format === 'html');
}

function outputOf(value: string, cwd: string): Output {
  // The first colon ends the name: `json:C:\out.json` is a file on drive C.
  const [, name = value, file] = /^(.*?):(.*)$/s.exec(value) ?? [];
  const format = name as FormatName;
  const absolute = resolve(cwd, file ?? '');
  if (file === undefined || file === '-' || STDOUT.includes(absolute)) return { format, file: null };
  if (file.endsWith('/') || isFolder(absolute))
    throw new UsageError(
      `--format ${value} names a folder; name a file in it, as in ${format}:${join(file, 'report.out')}.`,
    );
  return { format, file: absolute };
}

function isFolder(absolute: string): boolean {
  try {
    return statSync(absolute).isDirectory();
  } catch {
    return false; // Not there; or why it can't be written is said when it is.
  }
}

/** A path without links, whether or not the file, or the folders it is to be in, exist yet. */
function realPlace(absolute: string): string {
  try {
    return realpathSync.native(absolute);
  } catch {
    const folder = dirname(absolute);
    return folder === absolute ? absolute : join(realPlace(folder), basename(absolute));
  }
}
