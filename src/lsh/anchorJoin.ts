import { overlap } from '../fingerprint/jaccard.ts';
import type { Fingerprint } from '../model/article.ts';
import { containmentJoin } from './exactJoin.ts';
import { type Candidates, pairKey, pairsOf } from './pairs.ts';
import { emptyPostings, enter } from './postings.ts';
import { sharedMembers } from './sharedMembers.ts';

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
 */
export function anchorJoin(articles: readonly Pick<Fingerprint, 'anchors' | 'shingles'>[], least: number): Candidates {
  const { offsets, members, frequency } = sharedMembers(articles.map(({ anchors }) => anchors));
  // Asked for one by one: together they may be more than memory holds.
  const setOf = (article: number): Float64Array => articles[article]?.shingles as Float64Array;
  const postings = emptyPostings(frequency);
  const { begin, end, holders } = postings;
  const lookedAtFor = new Int32Array(articles.length).fill(-1);
  const boilerplate: number[] = [];
  const keys: number[] = [];
  for (let smaller = 0; smaller < articles.length; smaller++) {
    let set: Float64Array | undefined;
    for (let i = offsets[smaller] as number; i < (offsets[smaller + 1] as number); i++) {
      const anchor = members[i] as number;
      if ((frequency[anchor] as number) > FREQUENT) {
        boilerplate.push(smaller);
        break; // anchors come rarest first: the others are as frequent
      }
      for (let entry = begin[anchor] as number; entry < (end[anchor] as number); entry++) {
        const larger = holders[entry] as number;
        if (lookedAtFor[larger] === smaller) continue;
        lookedAtFor[larger] = smaller;
        set ??= setOf(smaller);
        const common = overlap(set, setOf(larger));
        if (common / set.length >= least) keys.push(pairKey(larger, smaller));
      }
      enter(postings, anchor, smaller);
    }
  }
  const frequent = boilerplate.map(setOf);
  const { pairs, complete } = containmentJoin(frequent, sharedMembers(frequent), least);
  for (const { a, b } of pairs) keys.push(pairKey(boilerplate[a] as number, boilerplate[b] as number));
  return { pairs: pairsOf(keys), complete };
}
