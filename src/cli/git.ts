import { execFile } from 'node:child_process';
import { UsageError } from '../errors.ts';
import type { World } from './world.ts';

/** What a call of git is about, and where. */
export interface GitCall {
  readonly world: Pick<World, 'cwd' | 'env'>;
  /** Why it is called, for the error: an option. */
  readonly option: string;
}

/** What a user may have set for diffs and paths of their own calls; it would change what ours mean. */
const NOT_OURS = /^GIT_(?:DIFF_OPTS|EXTERNAL_DIFF|\w+_PATHSPECS)$/;

/** A call of git that ended with another code than 0. */
class GitFailure extends UsageError {}

/**
 * Runs git, by its argument vector and never through a shell, and gives what it prints. It takes no lock that is not
 * needed, so that it changes no file of the repository, not even the index.
 *
 * @param env added to the environment
 * @param input its standard input
 * @throws UsageError with git's own words if it fails or can't be run
 */
export function git(
  args: readonly string[],
  { world, option }: GitCall,
  env: Readonly<Record<string, string>> = {},
  input: string | Uint8Array = '',
): Promise<Buffer> {
  return new Promise((done, fail) => {
    const ours = Object.fromEntries(Object.entries(world.env).filter(([name]) => !NOT_OURS.test(name)));
    const options = {
      cwd: world.cwd,
      env: { ...ours, GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C', ...env },
      encoding: 'buffer',
      maxBuffer: Number.POSITIVE_INFINITY,
      windowsHide: true,
    } as const;
    const child = execFile('git', args, options, (error, stdout, stderr) => {
      if (error === null) return done(stdout);
      if (error.code === 'ENOENT')
        return fail(new UsageError(`${option} needs git, and there is none on this machine.`));
      const said =
        stderr
          .toString('utf8')
          .trim()
          .split('\n')[0]
          ?.replace(/^fatal: /, '') || error.message;
      fail(new GitFailure(`${option}: git says: ${said}`));
    });
    // Git may end before it has read all.
    child.stdin?.on('error', () => {}).end(input);
  });
}

/** The same, but null where git ends with an error of its own. */
export async function gitOrNull(args: readonly string[], call: GitCall): Promise<Buffer | null> {
  try {
    return await git(args, call);
  } catch (error) {
    if (error instanceof GitFailure) return null;
    throw error;
  }
}

/** The fields of what git prints with `-z`. */
export function fieldsOf(output: Buffer): string[] {
  return output.toString('utf8').split('\0').slice(0, -1);
}

/** What git prints, without the line end after it. */
export function lineOf(output: Buffer): string {
  return output.toString('utf8').replace(/\n$/, '');
}
