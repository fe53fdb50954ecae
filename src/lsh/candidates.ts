import { WITNESS_WORDS } from '../fingerprint/winnow.ts';
import type { Fingerprint, Guarantee, Pair, Relation } from '../model.ts';
import { anchorJoin } from './anchorJoin.ts';
import { bandCandidates } from './bands.ts';
import { firstOfEachDigest } from './distinct.ts';
import { containmentJoin, jaccardJoin } from './exactJoin.ts';
import { type Candidates, MOST_PARTNERS, pairKey, pairsOf } from './pairs.ts';
import { candidateProbability, chooseBands } from './scurve.ts';
import { sharedMembers } from './sharedMembers.ts';

/** The least share of the smaller article's shingles that the other holds in an excerpt. */
export const EXCERPT_CONTAINMENT = 0.5;

/** Up to this many distinct articles the joins are exact; beyond, an index of all shingles would outgrow the rest of a run. */
const EXACT_UP_TO = 20_000;

/**
 * The pairs that may be near-copies or excerpts, and how sure it is that none is missing. Identical articles
 * count once, by the first of them; an article without words pairs with nothing.
 *
 * Up to `exactUpTo` distinct articles, the shingle sets are joined and all pairs over the bounds are found. Beyond, a
 * near-copy at the threshold is found by MinHash bands with a probability of 0.999, more surely above it; an excerpt is
 * found by its witness of 30 words, always.
 *
 * @param threshold least Jaccard similarity of a near-copy, 0..1; a pair without a common shingle is none even at 0
 */
export function copyCandidates(
  fingerprints: readonly Fingerprint[],
  threshold: number,
  relations: readonly Relation[],
  exactUpTo: number = EXACT_UP_TO,
): { readonly pairs: Pair[]; readonly guarantee: Guarantee } {
  const order = firstOfEachDigest(fingerprints).sort((i, j) => size(fingerprints[j]) - size(fingerprints[i]) || i - j);
  const largestFirst = order.map((index) => fingerprints[index] as Fingerprint);
  const wanted = { copies: relations.includes('near-copy'), excerpts: relations.includes('excerpt') };
  const search = largestFirst.length <= exactUpTo ? joinSets : joinSketches;
  const { found, recall, method } = search(largestFirst, threshold, wanted);
  const keys = found.flatMap(({ pairs }) => pairs.map(({ a, b }) => pairKey(order[a] as number, order[b] as number)));
  return {
    pairs: pairsOf(keys),
    guarantee: {
      threshold,
      recall,
      method,
      identical: { recall: 1 },
      excerpt: { recall: 1, containment: EXCERPT_CONTAINMENT, words: WITNESS_WORDS },
      complete: found.every(({ complete }) => complete),
      mostPartners: MOST_PARTNERS,
    },
  };
}

interface Wanted {
  readonly copies: boolean;
  readonly excerpts: boolean;
}

function joinSets(largestFirst: readonly Fingerprint[], threshold: number, wanted: Wanted): Search {
  const sets = largestFirst.map(({ shingles }) => shingles);
  const shared = sharedMembers(wanted.copies || wanted.excerpts ? sets : []);
  const found: Candidates[] = [];
  if (wanted.copies) found.push(jaccardJoin(sets, shared, threshold));
  if (wanted.excerpts) found.push(containmentJoin(sets, shared, EXCERPT_CONTAINMENT));
  return { found, recall: 1, method: 'exact join' };
}

function joinSketches(largestFirst: readonly Fingerprint[], threshold: number, wanted: Wanted): Search {
  const signatures = largestFirst.map(({ signature }) => signature);
  const bands = chooseBands(threshold, signatures[0]?.length ?? 0);
  const found: Candidates[] = [];
  if (wanted.copies) found.push(bandCandidates(signatures, bands));
  if (wanted.excerpts) found.push(anchorJoin(largestFirst, EXCERPT_CONTAINMENT));
  return { found, recall: candidateProbability(threshold, bands), method: 'minhash bands' };
}

interface Search extends Pick<Guarantee, 'recall' | 'method'> {
  readonly found: readonly Candidates[];
}

function size(fingerprint: Fingerprint | undefined): number {
  return fingerprint?.shingles.length ?? 0;
}
