import type { SuppressConfig } from '../config/config.ts';
import type { Fingerprint, Source } from '../model/article.ts';
import type { Suppression } from '../model/match.ts';
import { type Declared, declaredCopies } from './declared.ts';
import { type Ignoring, ignoredPairs } from './ignoredPairs.ts';

/** The pairs that are known to match, by what the articles and the config say. */
export interface Known {
  /** What says so of this pair; null if nothing does. */
  between(a: string, b: string): Suppression | null;
  /** Articles of one kind are known, or not, to match the same others, one another included. */
  kindOf(id: string): string;
  /** What an article says of itself. */
  declaredBy(id: string): readonly Declared[];
  /** All that the articles say, in path order. */
  readonly declarations: readonly (Declared & { readonly article: string })[];
  /** All that the config says, expired or not. */
  readonly rules: readonly Ignoring[];
  /** Nothing is known of any pair. */
  readonly isNone: boolean;
}

/**
 * An article is a known copy of those that its front matter names, and so are two articles that name the same one. Then
 * the rules of the config count, in their order.
 *
 * @param articles sorted by id
 */
export function knownPairs(articles: readonly Fingerprint[], config: SuppressConfig): Known {
  const declared = declaredCopies(articles);
  const rules = ignoredPairs(config);
  const inForce = rules.filter(({ isExpired }) => !isExpired);
  const sources = new Map(inForce.length === 0 ? [] : articles.map(({ source }) => [source.id, source]));

  const named = new Set([...declared.values()].flat().flatMap(({ originals }) => originals));

  const declares = (a: string, isOriginal: (id: string) => boolean): Suppression | null =>
    declared.get(a)?.find(({ originals }) => originals.some(isOriginal))?.suppression ?? null;
  const isOriginalOf = (b: string) => (id: string) => id === b || declares(b, (other) => other === id) !== null;

  return {
    between(a, b) {
      const said = declares(a, isOriginalOf(b)) ?? declares(b, (id) => id === a);
      if (said !== null || inForce.length === 0) return said;
      const [x, y] = [sources.get(a) as Source, sources.get(b) as Source];
      return inForce.find((rule) => rule.names(x, y))?.suppression ?? null;
    },
    kindOf(id) {
      if (named.has(id)) return id;
      const originals = (declared.get(id) ?? []).flatMap((each) => each.originals);
      return JSON.stringify([originals, ...inForce.map(({ sidesOf }) => sidesOf(sources.get(id) as Source))]);
    },
    declaredBy: (id) => declared.get(id) ?? [],
    declarations: [...declared].flatMap(([article, all]) => all.map((each) => ({ article, ...each }))),
    rules,
    isNone: declared.size === 0 && inForce.length === 0,
  };
}
