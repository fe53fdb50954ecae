import type { Match, Suppression } from '../model/match.ts';
import type { Declared } from './declared.ts';

/** Two articles that are known to match. */
export interface KnownPair {
  readonly a: string;
  readonly b: string;
  readonly suppression: Suppression;
}

/** A group of identical articles, as far as the known pairs leave it together. */
export interface Split {
  /** Those that belong together, each part joined by the pairs in `joints`. */
  readonly parts: readonly (readonly string[])[];
  readonly joints: readonly (readonly [a: string, b: string])[];
  /** For each part but the first, one pair that is known; and the pairs that are known within a part all the same. */
  readonly known: readonly KnownPair[];
}

/** The groups of identical articles, by the first of each, in path order: they come as stars around their first. */
export function groupsOf(
  matches: readonly (Pick<Match, 'a' | 'b'> & { readonly relation: string | undefined })[],
): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const { relation, a, b } of matches) {
    if (relation !== 'identical') continue;
    const group = groups.get(a);
    if (group) group.push(b);
    else groups.set(a, [a, b]);
  }
  return groups;
}

/**
 * The articles of a group that say of another of it that they are its copies, each with that one. Word for word the same,
 * they go by their originals: whatever matches one matches the other. Of articles that name each other one stays.
 */
export function copiesIn(group: readonly string[], declaredBy: (id: string) => readonly Declared[]): KnownPair[] {
  const members = new Set(group);
  const goesBy = new Map<string, string>();
  const root = (id: string): string => {
    let at = id;
    for (let next = goesBy.get(at); next !== undefined; next = goesBy.get(at)) at = next;
    return at;
  };
  return group.flatMap((article) => {
    const copies = declaredBy(article).flatMap(({ suppression, originals }) =>
      originals
        .filter((original) => members.has(original) && root(original) !== article)
        .map((original) => ({ a: article, b: original, suppression })),
    );
    const [first] = copies;
    if (first !== undefined) goesBy.set(article, root(first.b));
    return copies;
  });
}

/**
 * Takes a group of identical articles apart along the known pairs. Two articles end up in one part exactly if pairs that
 * are not known lead from one to the other. At most the square of the kinds, of which there are few, and linear in the
 * articles.
 *
 * @param kindOf articles of one kind are known, or not, to match the same others, one another included
 */
export function takeApart(
  group: readonly string[],
  knownBetween: (a: string, b: string) => Suppression | null,
  kindOf: (id: string) => string = (id) => id,
): Split {
  const isOpen = (a: string, b: string): boolean => knownBetween(a, b) === null;
  const kinds = new Map<string, string[]>();
  for (const article of group) {
    const kind = kindOf(article);
    const alike = kinds.get(kind);
    if (alike) alike.push(article);
    else kinds.set(kind, [article]);
  }
  const joints: [string, string][] = [];
  const parts: string[][] = [];
  const told: [string, string][] = [];
  for (const { kinds: joined, joints: between } of joinedKinds([...kinds.values()], isOpen)) {
    joints.push(...between);
    for (const [first = '', ...others] of joined) {
      // Those of a kind by their first, if they are open to it; else by one of another kind that it is open to.
      const by =
        others.length > 0 && isOpen(first, others[0] as string)
          ? first
          : between.map(([x, y]) => (x === first ? y : y === first ? x : null)).find((other) => other !== null);
      if (by === undefined) parts.push(...others.map((article) => [article]));
      else if (by !== first) told.push(...others.map((article): [string, string] => [first, article]));
      if (by !== undefined) joints.push(...others.map((article): [string, string] => [by, article]));
    }
    const [[first = '', ...others] = []] = joined;
    const isTogether = joined.length > 1 || others.length === 0 || isOpen(first, others[0] as string);
    parts.push(isTogether ? joined.flat() : [first]);
  }
  const place = new Map(group.map((article, i) => [article, i]));
  const inOrder = (x: string, y: string): number => (place.get(x) as number) - (place.get(y) as number);
  const sorted = parts.map((part) => part.sort(inOrder)).sort(([x = ''], [y = '']) => inOrder(x, y));
  const head = group[0] as string;
  told.push(...sorted.slice(1).map(([first = '']): [string, string] => [head, first]));
  const known = told.flatMap(([a, b]) => {
    const suppression = knownBetween(a, b);
    return suppression === null ? [] : [{ a, b, suppression }];
  });
  return { parts: sorted, joints, known };
}

/** Kinds joined by pairs of their first articles that are open, as few as that takes. */
function joinedKinds(
  kinds: readonly (readonly string[])[],
  isOpen: (a: string, b: string) => boolean,
): { kinds: (readonly string[])[]; joints: [string, string][] }[] {
  let all: { kinds: (readonly string[])[]; joints: [string, string][] }[] = [];
  for (const kind of kinds) {
    const [own = ''] = kind;
    const joined = all.flatMap((each) => {
      const open = each.kinds.find(([other = '']) => isOpen(other, own));
      return open === undefined ? [] : [{ each, joint: [open[0], own] as [string, string] }];
    });
    const others = new Set(joined.map(({ each }) => each));
    const merged = {
      kinds: [...joined.flatMap(({ each }) => each.kinds), kind],
      joints: joined.flatMap(({ each, joint }) => [...each.joints, joint]),
    };
    all = [...all.filter((each) => !others.has(each)), merged];
  }
  return all;
}
