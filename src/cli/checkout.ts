import { existsSync, mkdirSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { formatOf } from '../collect/formats.ts';
import { IGNORE_FILES } from '../collect/ignoreRules.ts';
import { isWithin, withSlashes } from '../collect/paths.ts';
import { fieldsOf, type GitCall, git } from './git.ts';
import { commitOf, topOf } from './repository.ts';
import { wayFinder } from './wayTo.ts';

/** What a commit holds of a work tree, laid out elsewhere. */
export interface Checkout {
  /** What stands there for the top of the work tree, and that itself; absolute, without links on the way. */
  readonly tree: string;
  readonly top: string;
  /** What stands there for the working directory. */
  readonly cwd: string;
  /** What stands there for a path into the work tree, by links or not; one beyond it stays as it is. Both absolute. */
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
  const top = await topOf(call);
  const commit = await commitOf(ref, call);
  const wayTo = wayFinder();
  const fromTop = { ...call, world: { ...call.world, cwd: top } };
  const index = { GIT_INDEX_FILE: join(folder, 'index') };
  await git(['read-tree', commit], fromTop, index);
  const isLiteral = paths.every((path) => existsSync(resolve(cwd, path)));
  const named = new Set(paths.map((path) => withSlashes(relative(top, wayTo(resolve(cwd, path)).real))));
  const entries = fieldsOf(await git(['ls-files', '-z', '--stage'], fromTop, index));
  const wanted = entries
    .map((entry) => ({ isLink: entry.startsWith('120000 '), path: entry.slice(entry.indexOf('\t') + 1) }))
    .filter(({ isLink, path }) => !isLiteral || isLink || named.has(path) || isRead(path))
    .map(({ path }) => `${path}\0`);
  const tree = join(folder, 'tree');
  // Ignore files count from the top of a repository on.
  mkdirSync(join(tree, '.git'), { recursive: true });
  await git(['checkout-index', '-z', '--stdin', `--prefix=${tree}/`], fromTop, index, wanted.join(''));
  const at = (path: string): string => {
    const { real } = wayTo(path);
    return isWithin(real, top) ? join(tree, relative(top, real)) : path;
  };
  mkdirSync(at(cwd), { recursive: true });
  return { tree, top, cwd: at(cwd), at };
}

function isRead(path: string): boolean {
  return formatOf(path) !== undefined || IGNORE_FILES.includes(basename(path));
}
