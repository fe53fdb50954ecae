import type { Match, Suppression } from '../model.ts';
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
  /** For each part but the first, one pair that is known. */
  readonly known: readonly KnownPair[];
}

/** The groups of identical articles, by the first of each, in path order: they come as stars around their first. */
export function groupsOf(matches: readonly Match[]): Map<string, string[]> {
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
 * are not known lead from one to the other. Linear if none is known, or if they are few; else the square of the group.
 */
export function takeApart(group: readonly string[], knownBetween: (a: string, b: string) => Suppression | null): Split {
  const joints: [string, string][] = [];
  const known: KnownPair[] = [];
  let parts: string[][] = [];
  for (const article of group) {
    const joined: string[][] = [];
    for (const part of parts) {
      const open = part.find((other) => knownBetween(other, article) === null);
      if (open === undefined) continue;
      joints.push([open, article]);
      joined.push(part);
    }
    const [first] = joined;
    const suppression = first === undefined && parts.length > 0 ? knownBetween(group[0] as string, article) : null;
    if (suppression !== null) known.push({ a: group[0] as string, b: article, suppression });
    if (first === undefined) parts.push([article]);
    else {
      first.push(...joined.slice(1).flat(), article);
      parts = parts.filter((part) => part === first || !joined.includes(part));
    }
  }
  return { parts, joints, known };
}
