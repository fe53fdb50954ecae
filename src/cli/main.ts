import { CommanderError } from 'commander';
import { UsageError } from '../errors.ts';
import { programFor } from './program.ts';
import type { World } from './world.ts';

/** Could not run: a bad option, a missing path, nothing to compare. 0 and 1 (findings) are the commands' own. */
const COULD_NOT_RUN = 2;

/**
 * Runs the command: `argv` are the arguments after its name. Reports go to `world.stdout`, all else to `world.stderr`.
 *
 * @returns the exit code: 0 it ran, 1 it found something under `--check`, 2 it could not run
 */
export async function main(argv: readonly string[], world: World): Promise<number> {
  // A write that fails is told to its callback; unheard, the same error's event would end the process with a trace.
  for (const stream of [world.stdout, world.stderr]) stream.on('error', () => {});
  try {
    let code = 0;
    const program = programFor(argv, world, (given) => {
      code = given;
    });
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    // Commander has said what was wrong, or printed the help or the version that was asked for.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : COULD_NOT_RUN;
    const message = error instanceof UsageError ? error.message : `unexpected, please report it: ${stackOf(error)}`;
    world.stderr.write(`error: ${message.replaceAll('\n', error instanceof UsageError ? '\nerror: ' : '\n')}\n`);
    return COULD_NOT_RUN;
  }
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
