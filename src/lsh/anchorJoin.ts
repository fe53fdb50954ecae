import { overlap } from '../fingerprint/jaccard.ts';
import { holderCount } from './commonLast.ts';
import { containmentJoin } from './exactJoin.ts';
import { type InvertedIndex, invertedIndex } from './invertedIndex.ts';
import { type Candidates, pairKey, pairsOf } from './pairs.ts';

/**
 * An anchor that more articles hold is boilerplate. With 64 the pairs of 8,000 articles put together from the sentences of
 * one pool take half as long again, those of news articles the same.
 */
const FREQUENT = 16;

/**
 * All pairs of articles that share 30 words in a row and of which the larger holds at least the share `least` of the
 * smaller one's shingles; with them some that come near.
 *
 * The run leaves an anchor in common, so it is enough to look at the articles that an anchor lists. One that holds that
 * share of the other's anchors is a candidate by that: of 2,552 such pairs among 10,000 articles 2,532 are excerpts. For
 * the others the sets are compared, of which few hold enough (541 of 2,199) and most are soon told.
 *
 * An anchor that more than 16 articles hold (a sentence of a template, a standing paragraph) would list a number of pairs
 * quadratic in their number: the articles that hold such an anchor are joined by containment instead, whose prefix filter
 * passes over what they all share. No pair is missed either way.
 *
 * @param anchors of each article, those with the most shingles first
 * @param setOf an article's shingles, asked for one by one: together they may be more than memory holds
 * @param isKnown whether a pair, by its key, is a candidate already: then it need not be compared for this
 */
export function anchorJoin(
  anchors: readonly Float64Array[],
  setOf: (article: number) => Float64Array,
  least: number,
  isKnown: (key: number) => boolean,
): Candidates {
  const index = invertedIndex(anchors);
  const sizes = Uint32Array.from(anchors, ({ length }) => length);
  const all = new Uint32Array(sizes.length);
  const keys: number[] = [];
  for (const { size, later, earlier, common } of index.search(sizes, all, all, FREQUENT)) {
    for (let i = 0; i < size; i++) {
      const smaller = later[i] as number;
      const larger = earlier[i] as number;
      const key = pairKey(larger, smaller);
      if (isKnown(key)) continue;
      const isLikely = (common[i] as number) >= least * (sizes[smaller] as number);
      if (isLikely || isContained(setOf(smaller), setOf(larger), least)) keys.push(key);
    }
  }
  const boilerplate = holdersOfFrequent(index);
  const { pairs, complete } = containmentJoin(boilerplate.map(setOf), least);
  for (const { a, b } of pairs) keys.push(pairKey(boilerplate[a] as number, boilerplate[b] as number));
  return { pairs: pairsOf(keys), complete };
}

function isContained(smaller: Float64Array, larger: Float64Array, least: number): boolean {
  const needed = least * smaller.length;
  return overlap(smaller, larger, Math.floor(needed)) >= needed;
}

/** The articles that hold a frequent anchor, ascending. */
function holdersOfFrequent(index: InvertedIndex): number[] {
  const { begin, holders } = index;
  const articles = new Set<number>();
  for (let anchor = 0; anchor + 1 < begin.length; anchor++) {
    if (holderCount(index, anchor) <= FREQUENT) continue;
    for (const holder of holders.subarray(begin[anchor], begin[anchor + 1])) articles.add(holder);
  }
  return [...articles].sort((a, b) => a - b);
}
