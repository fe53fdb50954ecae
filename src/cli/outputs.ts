import { didYouMean } from '../didYouMean.ts';
import { UsageError } from '../errors.ts';
import { type FormatName, REPORTERS } from './reporters.ts';

/** A report that is asked for, and where it goes: to a file, or (null) to stdout. */
export interface Output {
  readonly format: FormatName;
  readonly file: string | null;
}

/**
 * What the values of `--format`, `<name>` or `<name>:<file>`, ask for.
 *
 * @throws UsageError on an unknown name, and on two reports to one place, which would garble both.
 */
export function outputsOf(values: readonly string[]): Output[] {
  const outputs = values.map(outputOf);
  for (const [i, { file }] of outputs.entries()) {
    const first = outputs.findIndex((other) => other.file === file);
    if (first < i)
      throw new UsageError(
        `--format ${values[first]} and --format ${values[i]} both write to ${file ?? 'stdout'}; send one to a file of its own, as in ${outputs[i]?.format}:report.out.`,
      );
  }
  return outputs;
}

function outputOf(value: string): Output {
  const colon = value.indexOf(':');
  const name = colon < 0 ? value : value.slice(0, colon);
  const file = colon < 0 ? null : value.slice(colon + 1);
  const names = Object.keys(REPORTERS);
  if (!names.includes(name))
    throw new UsageError(`There is no format '${name}', but ${names.join(', ')}.${didYouMean(name, names)}`);
  if (file === '') throw new UsageError(`--format ${value} names no file after the colon.`);
  return { format: name as FormatName, file };
}
