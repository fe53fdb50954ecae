import { resolve } from 'node:path';
import { UsageError } from '../errors.ts';
import { type GitCall, git, gitOrNull, lineOf } from './git.ts';

/** How to come by what a shallow clone lacks. */
const DEEPEN = "fetch it with 'git fetch --unshallow', or check out with fetch-depth: 0";

/**
 * The top folder of the work tree that the working directory is in, absolute and without links on the way.
 *
 * @throws UsageError outside of any work tree
 */
export async function topOf(call: GitCall): Promise<string> {
  return resolve(lineOf(await git(['rev-parse', '--show-toplevel'], call)));
}

/**
 * The id of the commit that a ref names.
 *
 * @throws UsageError if it names none, or looks like an option
 */
export async function commitOf(ref: string, call: GitCall): Promise<string> {
  // To git, `^` says what to leave out.
  if (/^(?:$|[-^])/.test(ref)) throw new UsageError(`${call.option} takes a commit, branch or tag, not '${ref}'.`);
  const id = await gitOrNull(['rev-parse', '--verify', '--quiet', `${ref}^{commit}`], call);
  if (id !== null) return lineOf(id);
  const shallow = (await isShallow(call)) ? `; this is a shallow clone: ${DEEPEN}` : '';
  throw new UsageError(`${call.option}: there is no commit, branch or tag '${ref}' here${shallow}.`);
}

/**
 * The commit from which the present one and another have gone their ways: what changed here since, and not there.
 *
 * @throws UsageError if there is none
 */
export async function forkPoint(ref: string, call: GitCall): Promise<string> {
  const commit = await commitOf(ref, call);
  const base = await gitOrNull(['merge-base', commit, 'HEAD'], call);
  if (base !== null) return lineOf(base);
  const why = (await isShallow(call))
    ? `is known of this shallow clone: ${DEEPEN}`
    : 'is there: nothing is committed here yet, or the two have no history in common';
  throw new UsageError(`${call.option}: no commit that '${ref}' and HEAD both come from ${why}.`);
}

async function isShallow(call: GitCall): Promise<boolean> {
  return lineOf(await git(['rev-parse', '--is-shallow-repository'], call)) === 'true';
}
