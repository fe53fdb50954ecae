import { type CopyBounds, joinFew } from './joinFew.ts';
import { MOST_PARTNERS, pairKey, pairsOf } from './pairs.ts';

/** What an earlier search found that was exact and listed every pair. Articles are named by their digests. */
export interface KnownCopies {
  has(digest: string): boolean;
  readonly pairs: readonly (readonly [string, string])[];
  /** Is told of a search of that kind: which articles took part, and their pairs as places among them. */
  keep(digests: readonly string[], keys: readonly number[]): void;
}

/** With more that are new, all are joined anew: that costs the same, and knows how to bound itself. */
const MOST_NEW = 0.05;

/**
 * The pairs among articles of which most were joined before: those that were known, and those of the new ones. Whether
 * two sets are a pair depends on them alone, so this is all that a search of all finds (and the pairs that are contained
 * without 30 words in a row, which judging rules out). Null where too much is new, or where an article has so many
 * partners that a search of all would not list them.
 */
export function extendedCopies(
  articles: readonly { readonly digest: string; readonly shingles: Float64Array }[],
  known: KnownCopies,
  bounds: CopyBounds,
): number[] | null {
  const few = [...articles.keys()].filter((place) => !known.has(articles[place]?.digest as string));
  if (few.length > MOST_NEW * articles.length) return null;
  const placeOf = new Map(articles.map(({ digest }, place) => [digest, place]));
  const before = known.pairs.flatMap(([a, b]) => {
    const [x, y] = [placeOf.get(a), placeOf.get(b)];
    return x === undefined || y === undefined ? [] : [pairKey(x, y)];
  });
  const sets = articles.map(({ shingles }) => shingles);
  const keys = [...new Set(before.concat(joinFew(sets, few, bounds)))];
  return mostPartners(keys, articles.length) < MOST_PARTNERS ? keys : null;
}

function mostPartners(keys: readonly number[], articles: number): number {
  const partners = new Uint32Array(articles);
  for (const { a, b } of pairsOf(keys)) {
    partners[a] = (partners[a] as number) + 1;
    partners[b] = (partners[b] as number) + 1;
  }
  return partners.reduce((most, count) => Math.max(most, count), 0);
}
