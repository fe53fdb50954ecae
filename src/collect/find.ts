import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { CollectConfig } from '../config/config.ts';
import type { Format, Skip } from '../model/article.ts';
import { formatOf } from './formats.ts';
import { type Globs, globsOf } from './globs.ts';
import { type IgnoreRules, isIgnored, rulesAt, rulesIn } from './ignoreRules.ts';
import { type Named, NEVER_ENTERED, resolveNamed } from './named.ts';
import { isWithin, shownPath } from './paths.ts';
import { isPipe } from './pipe.ts';
import { whyUnreadable } from './whyUnreadable.ts';

/** A file that may hold articles. */
export interface Found {
  readonly path: string;
  readonly absolute: string;
  /** Text if the user named the file although its extension tells nothing. */
  readonly format: Format;
}

/** A symbolic link, followed after all that is no link, so that a file goes by its own name where it has one. */
interface Link {
  readonly absolute: string;
  readonly named: boolean;
  /** The rules in force in the folder that it is in. */
  readonly rules: IgnoreRules | null;
}

interface Search {
  readonly config: CollectConfig;
  readonly globs: Globs;
  /** Real paths of files that are no articles. */
  readonly leftOut: ReadonlySet<string>;
  /** By real path: each file is taken once, each folder entered once. */
  readonly files: Map<string, Found>;
  readonly entered: Map<string, string>;
  readonly skips: Skip[];
  links: Link[];
}

/**
 * The files under the user's paths that may hold articles, and what can't be followed or searched, in path order. Each
 * file and folder is met once, however many paths and links lead to it.
 *
 * @throws UsageError if a path does not exist or a glob matches nothing.
 */
export async function find(paths: readonly string[], config: CollectConfig): Promise<(Found | Skip)[]> {
  const search: Search = {
    config,
    globs: globsOf(config),
    leftOut: new Set(config.leaveOut.flatMap((file) => realPath(file) ?? [])),
    files: new Map(),
    entered: new Map(),
    skips: [],
    links: [],
  };
  const named = await resolveNamed(paths, config, (absolute, error) => skipUnreadable(search, absolute, error));
  const home = realpathSync.native(config.cwd);
  for (const each of named) startFrom(search, each, home);
  while (search.links.length > 0) {
    const links = search.links.sort((x, y) => (x.absolute < y.absolute ? -1 : 1));
    search.links = [];
    for (const link of links) follow(search, link);
  }
  return [...search.files.values(), ...search.skips].sort((x, y) => (x.path < y.path ? -1 : x.path > y.path ? 1 : 0));
}

function startFrom(search: Search, { absolute, byGlob }: Named, home: string): void {
  const { config } = search;
  if (!byGlob && isPipe(absolute)) {
    const detail = 'a pipe or device, which can be read once only: save it as a file, or let compare read it';
    search.skips.push({ path: shownPath(absolute, config.cwd), reason: 'unreadable', detail });
    return;
  }
  const real = realPath(absolute);
  const isFolder = real !== undefined && statSync(real).isDirectory();
  const mayBeIgnored = byGlob || (config.ignoreNamed && !isFolder);
  const around = mayBeIgnored ? rulesAt(dirname(absolute), config, false) : null;
  // The working directory may itself lie behind a link; that doesn't make everything in it one.
  if (real === undefined || real !== join(home, relative(config.cwd, absolute))) {
    if (!isIgnored(around, absolute, false)) search.links.push({ absolute, named: true, rules: around });
    return;
  }
  if (isIgnored(around, absolute, isFolder)) return;
  if (isFolder) walk(search, absolute, real, rulesAt(absolute, config, !byGlob));
  else take(search, absolute, real, true);
}

function walk(search: Search, folder: string, real: string, rules: IgnoreRules | null): void {
  if (search.entered.has(real)) return;
  search.entered.set(real, shownPath(folder, search.config.cwd));
  for (const entry of entriesOf(search, folder)) {
    if (NEVER_ENTERED.includes(entry.name)) continue;
    const absolute = join(folder, entry.name);
    if (isIgnored(rules, absolute, entry.isDirectory())) continue;
    if (entry.isSymbolicLink()) search.links.push({ absolute, named: false, rules });
    else if (!entry.isDirectory()) take(search, absolute, join(real, entry.name), false);
    else if (search.globs.letsEnter(shownPath(absolute, search.config.cwd)))
      walk(search, absolute, join(real, entry.name), rulesIn(absolute, rules));
  }
}

function entriesOf(search: Search, folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    skipUnreadable(search, folder, error);
    return [];
  }
}

function take(search: Search, absolute: string, real: string, named: boolean): void {
  const path = shownPath(absolute, search.config.cwd);
  const format = formatOf(path);
  if ((!named && format === undefined) || !search.globs.letsTake(path) || search.files.has(real)) return;
  if (search.leftOut.has(real)) return;
  search.files.set(real, { path, absolute, format: format ?? 'text' });
}

function follow(search: Search, { absolute, named, rules }: Link): void {
  const path = shownPath(absolute, search.config.cwd);
  const skip = (detail: string) => search.skips.push({ path, reason: 'link', detail });
  let real: string;
  let isFolder: boolean;
  try {
    real = realpathSync.native(absolute);
    isFolder = statSync(real).isDirectory();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' ? !search.globs.letsTake(path) : !search.globs.letsEnter(path)) return;
    skip(code === 'ENOENT' ? 'leads to nothing' : whyUnreadable(error));
    return;
  }
  if (isFolder) {
    const entered = search.entered.get(real);
    if (!named && !search.globs.letsEnter(path)) return;
    if (!named && isWithin(realpathSync.native(dirname(absolute)), real)) skip('leads back to a folder above it');
    else if (entered !== undefined) skip(`leads to ${entered}, which is scanned already`);
    else walk(search, absolute, real, named ? rulesAt(absolute, search.config, true) : rulesIn(absolute, rules));
  } else if (search.globs.letsTake(path) && (named || formatOf(path) !== undefined)) {
    const taken = search.files.get(real);
    if (taken === undefined) take(search, absolute, real, named);
    else if (taken.absolute !== absolute) skip(`is ${taken.path}, which is taken already`);
  }
}

function skipUnreadable(search: Search, absolute: string, error: unknown): void {
  const path = shownPath(absolute, search.config.cwd);
  search.skips.push({ path, reason: 'unreadable', detail: whyUnreadable(error) });
}

/** Undefined if a link on the way leads nowhere, or in a circle. */
function realPath(absolute: string): string | undefined {
  try {
    return realpathSync.native(absolute);
  } catch {
    return undefined;
  }
}
