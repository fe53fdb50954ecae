import { existsSync, mkdirSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { formatOf } from '../collect/formats.ts';
import { IGNORE_FILES } from '../collect/ignoreRules.ts';
import { isWithin, withSlashes } from '../collect/paths.ts';
import { fieldsOf, type GitCall, git, lineOf } from './git.ts';
import { commitOf, prefixOf } from './repository.ts';

/** What a commit holds of a work tree, laid out elsewhere. */
export interface Checkout {
  /** What stands there for the working directory. */
  readonly cwd: string;
  /** What stands there for a path of the work tree; a path beyond it stays as it is. Both absolute. */
  readonly at: (path: string) => string;
}

/**
 * Lays out what a scan of some paths reads of a commit (articles and ignore files; all there is where a path is a glob)
 * in an empty folder, as a checkout would, by an index of its own: the work tree and its index stay as they are.
 *
 * @throws UsageError outside of a work tree, and if there is no such commit
 */
export async function checkout(
  ref: string,
  paths: readonly string[],
  folder: string,
  call: GitCall,
): Promise<Checkout> {
  const { cwd } = call.world;
  const prefix = await prefixOf(call);
  const commit = await commitOf(ref, call);
  const top = resolve(cwd, lineOf(await git(['rev-parse', '--show-cdup'], call)));
  const fromTop = { ...call, world: { ...call.world, cwd: top } };
  const index = { GIT_INDEX_FILE: join(folder, 'index') };
  await git(['read-tree', commit], fromTop, index);
  const isLiteral = paths.every((path) => existsSync(resolve(cwd, path)));
  const named = new Set(paths.map((path) => withSlashes(relative(top, resolve(cwd, path)))));
  const entries = fieldsOf(await git(['ls-files', '-z', '--stage'], fromTop, index));
  const wanted = entries
    .map((entry) => ({ isLink: entry.startsWith('120000 '), path: entry.slice(entry.indexOf('\t') + 1) }))
    .filter(({ isLink, path }) => !isLiteral || isLink || named.has(path) || isRead(path))
    .map(({ path }) => `${path}\0`);
  const tree = join(folder, 'tree');
  // Ignore files count from the top of a repository on.
  mkdirSync(join(tree, '.git'), { recursive: true });
  await git(['checkout-index', '-z', '--stdin', `--prefix=${tree}/`], fromTop, index, wanted.join(''));
  const at = (path: string): string => (isWithin(path, top) ? join(tree, relative(top, path)) : path);
  mkdirSync(join(tree, prefix), { recursive: true });
  return { cwd: join(tree, prefix), at };
}

function isRead(path: string): boolean {
  return formatOf(path) !== undefined || IGNORE_FILES.includes(basename(path));
}
