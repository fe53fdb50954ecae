import { createWriteStream } from 'node:fs';
import { resolve } from 'node:path';
import { UsageError } from '../errors.ts';
import type { TerminalStyle } from '../report/terminal.ts';
import { isColored } from './isColored.ts';
import type { Options } from './options.ts';
import type { Output } from './outputs.ts';
import { REPORTERS, type Reporter } from './reporters.ts';
import type { World } from './world.ts';
import { writePieces } from './writePieces.ts';

/** Columns where no terminal tells its own: what mails, logs and printed pages are laid out for. */
const WIDTH = 80;

/**
 * Writes each report to its place.
 *
 * @throws UsageError if one can't be written; those before it are.
 */
export async function writeReports(
  outputs: readonly Output[],
  options: Options,
  world: World,
  report: (reporter: Reporter, style: TerminalStyle) => Iterable<string>,
): Promise<void> {
  for (const { format, file } of outputs) {
    const pieces = report(REPORTERS[format], styleFor(file, options, world));
    try {
      if (file === null) await writePieces(world.stdout, pieces);
      else await writeFile(resolve(world.cwd, file), pieces);
    } catch (error) {
      throw new UsageError(`Can't write the ${format} report: ${(error as Error).message}.`);
    }
  }
}

async function writeFile(path: string, pieces: Iterable<string>): Promise<void> {
  const stream = createWriteStream(path);
  const closed = new Promise<void>((done, fail) => stream.on('close', done).on('error', fail));
  await Promise.all([closed, writePieces(stream, pieces).then(() => stream.end())]);
}

function styleFor(file: string | null, options: Options, { env, stdout }: World): TerminalStyle {
  return {
    width: (file === null && stdout.isTTY && stdout.columns) || WIDTH,
    // What CI asks for with FORCE_COLOR is its log, not a file: that must be asked for by name.
    color: file === null ? isColored(options.color, env, stdout.isTTY === true) : options.color === 'always',
    detail: options.full ? 'full' : 'auto',
    verbose: options.verbose,
    explain: options.explain,
  };
}
