import type { Fingerprint } from '../model/article.ts';
import type { Suppression } from '../model/match.ts';

/** A declaration, and the articles that it may mean. */
export interface Declared {
  readonly suppression: Suppression;
  readonly originals: readonly string[];
}

/** Finds articles by what people write of them in front matter. */
export type Finder = (target: string, from: string) => readonly string[];

/**
 * What the articles declare of each other, by the id of the one that does. One whose `canonical` or `duplicate_of` is its
 * own address declares nothing, nor does a `canonical` that is an address beyond the articles: it is written for search
 * engines. One that is a relative path is meant for a file.
 */
export function declaredCopies(articles: readonly Fingerprint[]): Map<string, Declared[]> {
  const declared = new Map<string, Declared[]>();
  const declaring = articles.filter(({ declares }) => declares !== undefined);
  if (declaring.length === 0) return declared;
  const find = finder(articles);
  for (const { source, declares = [] } of declaring) {
    const all = declares.flatMap(({ field, target }): Declared[] => {
      const originals = find(target, source.path);
      if (originals.includes(source.id)) return [];
      if (originals.length === 0 && field === 'canonical' && isAddress(target)) return [];
      return [{ suppression: { by: 'front-matter', article: source.id, field, target }, originals }];
    });
    if (all.length > 0) declared.set(source.id, all);
  }
  return declared;
}

/**
 * The articles that a target may mean: the first that there is of
 * 1. the one with this id, as reports show it;
 * 2. the one at this path, from the folder of the article that names it, with or without its extension;
 * 3. those at this address: `/posts/harbour/` or `https://example.org/posts/harbour.html` is an article whose path ends
 *    in `posts/harbour`, whatever its extension, also as `posts/harbour/index.md` and `posts/2026-01-31-harbour.md`.
 */
function finder(articles: readonly Fingerprint[]): Finder {
  const ids = new Set(articles.map(({ source }) => source.id));
  const byStem = new Map<string, string[]>();
  const byName = new Map<string, { id: string; stem: string }[]>();
  for (const { source } of articles) {
    const stem = stemOf(source.path);
    push(byStem, stem, source.id);
    const address = stem.replace(/(^|\/)\d{4}-\d\d-\d\d-([^/]+)$/, '$1$2');
    for (const end of new Set([stem, address])) push(byName, nameOf(end), { id: source.id, stem: end });
  }
  return (target, from) => {
    if (ids.has(target)) return [target];
    const path = addressOf(target);
    const near = isAddress(target) ? null : normalized(`${folderOf(from)}${path}`);
    const beside = near === null ? undefined : ids.has(near) ? [near] : byStem.get(stemOf(near));
    if (beside !== undefined) return beside;
    const stem = stemOf(path.replace(/^(?:\.{0,2}\/)+/, ''));
    if (stem === '') return [];
    const named = byName.get(nameOf(stem)) ?? [];
    return named.filter((each) => `/${each.stem}`.endsWith(`/${stem}`)).map(({ id }) => id);
  };
}

/** From the root of a site, or of the web. */
function isAddress(target: string): boolean {
  return /^(?:\/|[a-z][a-z0-9+.-]*:)/i.test(target);
}

/** Without scheme, host, query and fragment. */
function addressOf(target: string): string {
  const path = target.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '').replace(/[?#].*$/s, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // a percent sign of its own
  }
}

/** Without extension, trailing slash and `index`, as addresses are. */
function stemOf(path: string): string {
  return path
    .replace(/\/+$/, '')
    .replace(/\.(?:txt|md|markdown|mdx|html?|jsonl)$/i, '')
    .replace(/(?:^|\/)index$/, '');
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

function nameOf(stem: string): string {
  return stem.slice(stem.lastIndexOf('/') + 1);
}

/** Without `.` and `..`, save those that lead out. */
function normalized(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

function push<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
