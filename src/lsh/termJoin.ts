import { minhash } from '../fingerprint/minhash.ts';
import type { Pair } from '../model/match.ts';
import { bandCandidates } from './bands.ts';
import { pairKey, pairsOf } from './pairs.ts';
import { emptyPostings, enter } from './postings.ts';
import type { Bands } from './scurve.ts';
import { sharedMembers } from './sharedMembers.ts';

/**
 * Which terms tell stories apart: those among the most distinctive of at most one article in a hundred, or 200 articles.
 * Commoner ones name a topic or a form ("dividend"); of 21,577 wire stories 3,322 have one such term in common.
 */
const COMMON_SHARE = 0.01;
const FEW_HOLDERS = 200;

/** A term that more articles hold is not counted, which bounds the count by 40 * 1,000 steps an article. */
const MOST_HOLDERS = 1000;

/**
 * MinHash bands for what the count passes over: pairs with a Jaccard similarity of 0.36, the median of rewrites, are
 * found at 0.98; two rows a band would find 0.995 at 0.2, the lower quartile, and 15 times the chance pairs.
 */
const BANDS: Bands = { bands: 85, rows: 3 };

/**
 * Rewrite candidates: the pairs of articles that have at least `least` of their most distinctive terms in common, sorted;
 * terms that more than one article in a hundred (and more than 200) have so are left out.
 *
 * All such pairs are found by counting in an inverted index, where the terms have at most `mostHolders` articles: that is
 * always so up to 100,000 articles. Beyond, MinHash bands propose pairs for the terms with more. Both take near-linear time.
 *
 * With 40 terms and `least` 4, on 36,900 articles: 0.99 of the labelled rewrites, 9.5 candidates an article, 0.8 s. Bands
 * alone find 0.73 of them, with two rows 0.95 at 98 candidates an article and 4.1 s.
 *
 * @param sets each article's most distinctive terms (about 40), ascending; an empty set pairs with nothing
 */
export function rewriteCandidates(
  sets: readonly Uint32Array[],
  least: number,
  mostHolders: number = MOST_HOLDERS,
): Pair[] {
  const { offsets, members, frequency } = sharedMembers(sets);
  const limit = Math.max(FEW_HOLDERS, COMMON_SHARE * sets.length);
  const common = frequency.findIndex((holders) => holders > limit);
  // Members are numbered from the rarest: what is too common is the end of each set.
  const telling = sets.map((_, i) => {
    const terms = members.subarray(offsets[i], offsets[i + 1]);
    const end = common < 0 ? -1 : terms.findIndex((term) => term >= common);
    return end < 0 ? terms : terms.subarray(0, end);
  });
  const counted = countedPairs(telling, frequency, least, mostHolders);
  return pairsOf(limit > mostHolders ? counted.concat(bandedPairs(telling, least)) : counted);
}

/** Every pair that shares at least `least` terms of at most `mostHolders` articles. */
function countedPairs(
  sets: readonly Uint32Array[],
  frequency: Uint32Array,
  least: number,
  mostHolders: number,
): number[] {
  const postings = emptyPostings(frequency);
  const { begin, end, holders } = postings;
  // Counts of earlier sets lie below `zero`: nothing is cleared. 40 terms an article: 107 million articles fit in 32 bits.
  const counts = new Uint32Array(sets.length);
  const keys: number[] = [];
  let zero = 0;
  for (let i = 0; i < sets.length; i++) {
    const set = sets[i] as Uint32Array;
    for (const term of set) {
      if ((frequency[term] as number) > mostHolders) break; // rarest first: the others have more
      const last = end[term] as number;
      for (let entry = begin[term] as number; entry < last; entry++) {
        const other = holders[entry] as number;
        const count = Math.max(counts[other] as number, zero) + 1;
        counts[other] = count;
        if (count === zero + least) keys.push(pairKey(i, other));
      }
      enter(postings, term, i);
    }
    zero += set.length;
  }
  return keys;
}

/** The pairs that share a band, and at least `least` terms. */
function bandedPairs(sets: readonly Uint32Array[], least: number): number[] {
  const signatures = sets.map((set) => minhash(set, BANDS.bands * BANDS.rows));
  const keys: number[] = [];
  for (const { a, b } of bandCandidates(signatures, BANDS).pairs) {
    const others = sets[b] as Uint32Array;
    const common = (sets[a] as Uint32Array).filter((term) => others.includes(term)).length;
    if (common >= least) keys.push(pairKey(a, b));
  }
  return keys;
}
