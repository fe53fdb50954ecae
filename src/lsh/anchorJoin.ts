import { overlap } from '../fingerprint/jaccard.ts';
import type { Fingerprint } from '../model/article.ts';
import { holderCount } from './commonLast.ts';
import { containmentJoin } from './exactJoin.ts';
import { invertedIndex } from './invertedIndex.ts';
import { type Candidates, pairKey, pairsOf } from './pairs.ts';

/** An anchor that more articles hold is boilerplate; the commonest of 10,129 news articles is in 101. */
const FREQUENT = 64;

/**
 * All pairs of articles that share 30 words in a row and of which the larger holds at least the share `least` of the
 * smaller one's shingles (and pairs with an anchor in common that do so with less than 30 in a row).
 *
 * The run leaves an anchor in common, so it is enough to compare the articles that an anchor lists. An anchor that more
 * than 64 articles hold (a sentence of a template, a standing paragraph) would list a number of pairs quadratic in their
 * number: the articles that hold such an anchor are joined by containment instead, whose prefix filter passes over what
 * they all share. No pair is missed either way.
 *
 * @param articles those with the most shingles first
 * @param isKnown whether a pair, by its key, is a candidate already: then it need not be compared for this
 */
export function anchorJoin(
  articles: readonly Pick<Fingerprint, 'anchors' | 'shingles'>[],
  least: number,
  isKnown: (key: number) => boolean,
): Candidates {
  const anchors = articles.map(({ anchors }) => anchors);
  const index = invertedIndex(anchors);
  // Asked for one by one: together they may be more than memory holds.
  const setOf = (article: number): Float64Array => articles[article]?.shingles as Float64Array;
  const all = Uint32Array.from(anchors, ({ length }) => length);
  const keys: number[] = [];
  let current = -1;
  let set: Float64Array = new Float64Array(0);
  for (const { size, later, earlier } of index.search(all, new Uint32Array(articles.length), FREQUENT)) {
    for (let i = 0; i < size; i++) {
      const smaller = later[i] as number;
      const larger = earlier[i] as number;
      const key = pairKey(larger, smaller);
      if (isKnown(key)) continue;
      if (smaller !== current) set = setOf(smaller);
      current = smaller;
      const needed = least * set.length;
      if (overlap(set, setOf(larger), Math.floor(needed)) >= needed) keys.push(key);
    }
  }
  const { offsets, members } = index;
  const boilerplate = [...articles.keys()].filter((i) =>
    members.subarray(offsets[i], offsets[i + 1]).some((anchor) => holderCount(index, anchor) > FREQUENT),
  );
  const { pairs, complete } = containmentJoin(boilerplate.map(setOf), least);
  for (const { a, b } of pairs) keys.push(pairKey(boilerplate[a] as number, boilerplate[b] as number));
  return { pairs: pairsOf(keys), complete };
}
