import { overlap } from '../fingerprint/jaccard.ts';
import { type Crowd, type Crowdable, isNear, longestFirst } from './crowds.ts';
import { MOST_PARTNERS, pairKey } from './pairs.ts';

/**
 * The pairs of a crowd: of all with the hub; with what resembles the crowd outside, if the hub does, or it is longer and so may have the first choice; and, where the hub itself joins a longer article, of those that are
 * left with the longest of them.
 *
 * @param partnersOf what the search paired an article with, members of crowds left out but for their hubs
 * @param containment least share of the smaller article that the other holds in an excerpt
 */
export function crowdPairs(
  articles: readonly Crowdable[],
  { hub, near, outlying }: Crowd,
  partnersOf: (article: number) => readonly number[],
  threshold: number,
  containment: number,
): number[] {
  const precedes = longestFirst(articles);
  const longer = new Set([hub, ...near].flatMap(partnersOf).filter((other) => precedes(other, hub) < 0));
  const members = [...near, ...outlying];
  const keys = members.map((article) => pairKey(hub, article));
  for (const other of new Set([...partnersOf(hub), ...longer])) {
    for (const article of members) {
      if (isCopy(articles, other, article, threshold, containment)) keys.push(pairKey(other, article));
    }
  }
  const takers = [...longer].filter((other) => isNear(articles, other, hub, threshold));
  if (takers.length === 0) return keys;
  const left = members.filter((one) => !takers.some((other) => isNear(articles, other, one, threshold)));
  return keys.concat(starPairs(articles, left, threshold));
}

/** Pairs with the longest, then with the longest of those that do not resemble it, and so on: what clusters are made of. */
function starPairs(articles: readonly Crowdable[], longestFirst: readonly number[], threshold: number): number[] {
  const keys: number[] = [];
  let left = longestFirst;
  for (let star = 0; star < MOST_PARTNERS && left.length > 1; star++) {
    const [longest, ...others] = left as [number, ...number[]];
    const apart: number[] = [];
    for (const other of others) {
      if (isNear(articles, longest, other, threshold)) keys.push(pairKey(longest, other));
      else apart.push(other);
    }
    left = apart;
  }
  return keys;
}

function isCopy(articles: readonly Crowdable[], a: number, b: number, threshold: number, containment: number): boolean {
  if (isNear(articles, a, b, threshold)) return true;
  const [x, y] = [articles[a]?.shingles as Float64Array, articles[b]?.shingles as Float64Array];
  return overlap(x, y) >= containment * Math.max(1, Math.min(x.length, y.length));
}
