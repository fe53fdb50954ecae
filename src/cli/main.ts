import { CommanderError } from 'commander';
import { UsageError } from '../errors.ts';
import { clean } from '../report/clean.ts';
import { print } from './print.ts';
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
    return await run(argv, world);
  } catch (error) {
    const told = error instanceof CommanderError ? [] : toldOf(error).map((line) => `error: ${line}\n`);
    world.stderr.write(told.join(''));
    return COULD_NOT_RUN;
  }
}

/** Help and version are asked for, and written like a report: whoever asked is told if that fails. */
async function run(argv: readonly string[], world: World): Promise<number> {
  const asked: string[] = [];
  let code = 0;
  const program = programFor(argv, world, asked, (given) => {
    code = given;
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError) || error.exitCode !== 0) throw error;
  }
  await print(asked.join(''), world);
  return 0;
}

/** A problem a line. What is told of is the user's: a path, an argument, none of which may steer the terminal. */
function toldOf(error: unknown): string[] {
  if (error instanceof UsageError)
    return error.problems.map((problem) => indentOf(problem) + clean(problem).trimStart());
  if ((error as NodeJS.ErrnoException).syscall === 'uv_cwd') {
    return ['The working directory is no longer there: go to one that is.'];
  }
  return [`unexpected, please report it: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`];
}

function indentOf(line: string): string {
  return /^ */.exec(line)?.[0] ?? '';
}
