import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { FormatName } from '../config/formats.ts';
import { UsageError } from '../errors.ts';
import type { Detail } from '../model/match.ts';

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
 * @throws UsageError on a folder, and on two reports to stdout: that would garble both
 */
export function outputsOf(values: readonly string[], cwd: string): Output[] {
  const outputs = values.map((value) => outputOf(value, cwd));
  const [first, second] = outputs.flatMap(({ file }, i) => (file === null ? [i] : []));
  if (second !== undefined)
    throw new UsageError(
      `--format ${values[first as number]} and --format ${values[second]} both write to stdout; send one to a file, as in ${outputs[second]?.format}:report.out.`,
    );
  return outputs;
}

/** The files that the reports go to. */
export function filesOf(outputs: readonly Output[]): string[] {
  return outputs.flatMap(({ file }) => file ?? []);
}

/** What the reports show of each match: a table has its lines, all others show the evidence. */
export function detailOf(outputs: readonly Output[]): Detail {
  if (outputs.length === 0) return 'nothing';
  return outputs.every(({ format }) => format === 'csv') ? 'lines' : 'evidence';
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
