import { relative } from 'node:path';
import { withSlashes } from '../collect/paths.ts';
import { repositoryOf } from '../collect/repository.ts';
import type { FormatName } from '../config/formats.ts';
import { UsageError } from '../errors.ts';
import type { TerminalStyle } from '../report/terminal.ts';
import { type Draft, draftOf } from './draft.ts';
import { isColored } from './isColored.ts';
import type { Options } from './options.ts';
import type { Output } from './outputs.ts';
import { REPORTERS, type Reporter } from './reporters.ts';
import type { World } from './world.ts';
import { writePieces } from './writePieces.ts';

/** Columns where no terminal tells its own: what mails, logs and printed pages are laid out for. */
const WIDTH = 80;

/**
 * Writes each report to its place, all or none of the files: they are drafted first, then stdout is written, and only
 * when all went well do the drafts take their names. Folders that are missing are made.
 *
 * @throws UsageError if one can't be written; what the files held before is still there then.
 */
export async function writeReports(
  outputs: readonly Output[],
  options: Options,
  world: World,
  report: (reporter: Reporter, style: TerminalStyle) => Iterable<string>,
): Promise<void> {
  const drafts: (Draft & Pick<Output, 'format'>)[] = [];
  // Stdout last: what it has said can't be taken back.
  const inOrder = [...outputs].sort((x, y) => Number(x.file === null) - Number(y.file === null));
  const folder = folderFromTop(world.cwd);
  try {
    for (const { format, file } of inOrder) {
      const reporter = await REPORTERS[format](folder);
      const pieces = report(reporter, styleFor(file, options, world));
      await told(format, async () => {
        if (file === null) await writePieces(world.stdout, pieces);
        else drafts.push({ format, ...(await draftOf(file, pieces)) });
      });
    }
    for (const { format, publish } of drafts) await told(format, publish);
  } finally {
    for (const draft of drafts) await draft.discard();
  }
}

/** '' outside of any repository, as at its top. */
function folderFromTop(cwd: string): string {
  return withSlashes(relative(repositoryOf(cwd) ?? cwd, cwd));
}

async function told(format: FormatName, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new UsageError(`Can't write the ${format} report: ${message}.`);
  }
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
