import { globTest, pathSeenFrom } from '../collect/globs.ts';
import type { IgnoreRule, SuppressConfig } from '../config/config.ts';
import type { Source } from '../model/article.ts';
import type { Suppression } from '../model/match.ts';

/** A rule of `ignorePairs`, ready to be asked. */
export interface Ignoring {
  readonly suppression: Suppression;
  readonly isExpired: boolean;
  /** What decides which articles the rule names this one with: for each glob what must be equal, null if it is not named. */
  sidesOf(article: Source): readonly (string | null)[];
  /** Whether the rule names these two articles, in either order. */
  names(a: Source, b: Source): boolean;
  /** Whether each of its globs names some of the articles. */
  hasArticles(articles: readonly Source[]): boolean;
  /** Whether the rule names an article of one list with another article of the other list. Linear. */
  namesAmong(some: readonly Source[], others: readonly Source[]): boolean;
}

export function ignoredPairs({ cwd, today, ignorePairs }: SuppressConfig): Ignoring[] {
  return ignorePairs.map((rule, index) => {
    const { paths, reason, expires } = rule;
    const sides = rule.paths.map((glob) => sideOf(rule, glob, cwd));
    const first = sides[0] as Side;
    const second = sides[1] ?? first;
    const inOrder = (a: Source, b: Source): boolean => {
      const [x, y] = [first(a), second(b)];
      return x !== null && x === y;
    };
    const inOrderAmong = (some: readonly Source[], others: readonly Source[]): boolean => {
      const holders = new Map<string, Set<string>>();
      for (const article of some) {
        const side = first(article);
        // Two are enough: one of them is another article than the one that is looked up.
        if (side !== null && (holders.get(side)?.size ?? 0) < 2)
          holders.set(side, (holders.get(side) ?? new Set()).add(article.id));
      }
      return others.some((article) => {
        const found = holders.get(second(article) ?? '\0');
        return found !== undefined && (found.size > 1 || !found.has(article.id));
      });
    };
    return {
      suppression: { by: 'ignorePairs', index, paths, reason, ...(expires === undefined ? {} : { expires }) },
      // Days as 2026-12-31 are in the order of their texts.
      isExpired: expires !== undefined && expires < today,
      sidesOf: (article) => sides.map((side) => side(article)),
      names: (a, b) => inOrder(a, b) || inOrder(b, a),
      namesAmong: (some, others) => inOrderAmong(some, others) || inOrderAmong(others, some),
      hasArticles: (articles) => sides.every((side) => articles.some((article) => side(article) !== null)),
    };
  });
}

/** What must be equal of two articles; null of an article that the glob does not name. */
type Side = (article: Source) => string | null;

function sideOf({ from, samePath }: IgnoreRule, glob: string, cwd: string): Side {
  const isNamed = globTest({ from, globs: [glob] }, cwd);
  const segments = glob.replace(/^\//, '').split('/');
  const depth = segments.includes('**') ? segments.indexOf('**') : segments.length;
  const known = new Map<string, string | null>();
  return ({ id, path }) => {
    let side = known.get(id);
    if (side === undefined) {
      const below = samePath ? pathSeenFrom(from, cwd, id).split('/').slice(depth).join('/') : '';
      side = isNamed(path) || isNamed(id) ? below : null;
      known.set(id, side);
    }
    return side;
  };
}
