import { posix, relative, resolve } from 'node:path';
import { isWithin, withSlashes } from '../collect/paths.ts';
import type { Changed } from '../config/settings.ts';
import { fieldsOf, type GitCall, git } from './git.ts';
import { forkPoint, topOf } from './repository.ts';
import { wayFinder } from './wayTo.ts';
import type { World } from './world.ts';

/** A file's changed lines, each stretch from its first to its last. */
type Lines = readonly (readonly [first: number, last: number])[];

/**
 * What changed in the work tree since it parted from a commit: edited, added and untracked files. A renamed file is
 * followed and counts as changed only if its contents did. Of a JSONL file the changed lines count. What a path leads to
 * by links counts by its own place, and so do the links: a new one shows articles that were not there before. Outside of
 * the repository nothing changed.
 *
 * @throws UsageError if there is no repository, no such commit, or no common one
 */
export async function changedSince(ref: string, world: World): Promise<Changed> {
  const call: GitCall = { world, option: '--changed-since' };
  const top = await topOf(call);
  const base = await forkPoint(ref, call);
  const changed = new Map<string, Lines | 'all'>();
  for (const { path, was } of await changedFiles(base, call))
    changed.set(path, was !== null && /\.jsonl$/i.test(path) ? await changedLines(base, was, path, call) : 'all');
  // `:/` is the top of the work tree, wherever the command runs.
  const list = ['ls-files', '-z', '--full-name', '--recurse-submodules', '--', ':/'];
  const tracked = new Set(fieldsOf(await git(list, call)));
  const wayTo = wayFinder();
  const isChanged = (path: string, line?: number): boolean => {
    if (!isWithin(path, top)) return false;
    const name = withSlashes(relative(top, path));
    if (!tracked.has(name)) return true;
    // Git names a changed submodule, not the files in it.
    const lines = waysUp(name)
      .map((at) => changed.get(at))
      .find((found) => found !== undefined);
    if (lines === undefined) return false;
    return line === undefined || lines === 'all' || lines.some(([first, last]) => first <= line && line <= last);
  };
  return {
    since: ref,
    holds: (path, line) => {
      const { real, links } = wayTo(resolve(world.cwd, path));
      return isChanged(real, line) || links.some((link) => isChanged(link));
    },
  };
}

/** A path and those of the folders that it is in, from within. */
function waysUp(path: string): string[] {
  const ways = [path];
  for (let at = posix.dirname(path); at !== '.'; at = posix.dirname(at)) ways.push(at);
  return ways;
}

/** By rules of our own, whatever the user's settings: paths are from the top, and no other program makes the diff. */
const DIFF = [
  ...['-c', 'diff.relative=false', 'diff', '-M', '-l1000', '--no-ext-diff', '--no-textconv'],
  ...['--diff-algorithm=default', '--indent-heuristic', '--ignore-submodules=none'],
] as const;

/** The files whose contents changed, by their paths from the top; `was` is the path of what they were, null for a new file. */
async function changedFiles(base: string, call: GitCall): Promise<{ path: string; was: string | null }[]> {
  const fields = fieldsOf(await git([...DIFF, '--name-status', '-z', base, '--'], call));
  const files: { path: string; was: string | null }[] = [];
  for (let i = 0; i < fields.length; ) {
    const status = fields[i++] as string;
    const path = fields[i++] as string;
    const isRenamed = status.startsWith('R');
    const now = isRenamed ? (fields[i++] as string) : path;
    if (status === 'D' || status === 'R100') continue;
    files.push({ path: now, was: status === 'M' || isRenamed ? path : null });
  }
  return files;
}

/** The lines that a file has now and had not, by the headers of the diff's hunks; all other lines of a diff are marked. */
async function changedLines(base: string, was: string, path: string, call: GitCall): Promise<Lines> {
  const paths = [was, path].map((each) => `:(top,literal)${each}`);
  const output = await git(
    [...DIFF, '-U0', '--inter-hunk-context=0', '--text', '--no-color', base, '--', ...paths],
    call,
  );
  const hunks = output.toString('latin1').matchAll(/\n@@ -\S+ \+(\d+)(?:,(\d+))? @@/g);
  return Array.from(hunks, ([, first, count]) => [Number(first), Number(first) + Number(count ?? 1) - 1]);
}
