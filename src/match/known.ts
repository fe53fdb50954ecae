import type { SuppressConfig } from '../config/config.ts';
import type { Fingerprint, IdleSuppression, Source, Suppression } from '../model.ts';
import { type Declared, declaredCopies } from './declared.ts';
import { ignoredPairs } from './ignoredPairs.ts';

/** The pairs that are known to match, by what the articles and the config say. */
export interface Known {
  /** What says so of this pair; null if nothing does. */
  between(a: string, b: string): Suppression | null;
  /** What an article says of itself. */
  declaredBy(id: string): readonly Declared[];
  /** The suppressions other than these, and what they lack. */
  idle(used: ReadonlySet<Suppression>): IdleSuppression[];
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
  const sources = new Map(articles.map(({ source }) => [source.id, source]));
  const declared = declaredCopies(articles);
  const rules = ignoredPairs(config);
  const inForce = rules.filter(({ isExpired }) => !isExpired);

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
    declaredBy: (id) => declared.get(id) ?? [],
    idle(used) {
      const all = [...sources.values()];
      const ofArticles = [...declared.values()].flat().map(({ suppression, originals }): IdleSuppression => {
        return { suppression, cause: originals.length === 0 ? 'no-article' : 'no-match' };
      });
      const ofConfig = rules.map(({ suppression, isExpired, hasArticles }): IdleSuppression => {
        if (isExpired) return { suppression, cause: 'expired' };
        return { suppression, cause: hasArticles(all) ? 'no-match' : 'no-article' };
      });
      return [...ofArticles, ...ofConfig].filter(({ suppression }) => !used.has(suppression));
    },
    isNone: declared.size === 0 && inForce.length === 0,
  };
}
