import type { MatchConfig } from '../config/config.ts';
import type { Progress } from '../config/settings.ts';
import { isRewriteLanguage } from '../extract/rewriteLanguages.ts';
import { distinctiveTerms, type WeightedFingerprint } from '../fingerprint/weights.ts';
import { ABSENT, enter, hashTable, lookUp } from '../hashTable.ts';
import type { CorpusStats } from '../model/article.ts';
import type { Candidate, Pair } from '../model/match.ts';
import type { Guarantee } from '../model/result.ts';
import { copyCandidates } from './candidates.ts';
import { firstOfEachDigest } from './distinct.ts';
import type { KnownCopies } from './knownCopies.ts';
import { pairKey, pairsOf } from './pairs.ts';
import { rewriteCandidates } from './termJoin.ts';

/**
 * An article's most distinctive terms, so many, stand for it among rewrite candidates; a candidate shares so many of
 * them. On the tune part, all corpora one folder, of 814 labelled rewrites 810 are candidates, 9.5 an article; with 32
 * and 4 it is 806 and 7.6, with 32 and 3 it is 811 and 20.6, with 40 and 5 it is near 800 and 4.7. Those missed are
 * texts of some 120 words without a name.
 */
const DISTINCTIVE_TERMS = 40;
const SHARED_TERMS = 4;

/** The pairs worth comparing for any of the relations, sorted, each once; identical articles count once. */
export function pairUp(
  articles: readonly WeightedFingerprint[],
  stats: CorpusStats,
  { threshold, relations }: MatchConfig,
  tell: (progress: Progress) => void,
  known: KnownCopies | null = null,
): { readonly pairs: Candidate[]; readonly guarantee: Guarantee } {
  const fingerprints = articles.map(({ fingerprint }) => fingerprint);
  const {
    pairs: copies,
    guarantee,
    isInOneCrowd,
  } = copyCandidates(fingerprints, threshold, relations, undefined, known);
  const rewrites = relations.includes('rewrite') ? pairsOf(rewritePairs(articles, stats)) : [];
  // Near-copies of one article share its terms too: what of them is compared has been settled.
  const others = rewrites.filter(({ a, b }) => !isInOneCrowd(a, b));
  const pairs = candidatesOf(copies, others);
  tell({ stage: 'lsh', done: articles.length, found: pairs.length, unit: 'articles' });
  return { pairs, guarantee };
}

/** All pairs of two lists in their order, each once. Both are sorted by a, then b. */
function candidatesOf(copies: readonly Pair[], sharingTerms: readonly Pair[]): Candidate[] {
  const candidates: Candidate[] = [];
  let next = 0;
  for (const { a, b } of sharingTerms) {
    const key = pairKey(a, b);
    for (; next < copies.length && keyOf(copies[next] as Pair) <= key; next++) {
      const copy = copies[next] as Pair;
      if (keyOf(copy) < key) candidates.push({ ...copy, sharesTerms: false });
    }
    candidates.push({ a, b, sharesTerms: true });
  }
  for (const { a, b } of copies.slice(next)) candidates.push({ a, b, sharesTerms: false });
  return candidates;
}

function keyOf({ a, b }: Pair): number {
  return pairKey(a, b);
}

/**
 * The keys of the pairs that share distinctive terms, which every rewrite does; identical articles count once.
 *
 * @param mostHolders as in `rewriteCandidates`
 */
export function rewritePairs(
  articles: readonly WeightedFingerprint[],
  { documentFrequency }: CorpusStats,
  mostHolders?: number,
): number[] {
  const order = firstOfEachDigest(articles.map(({ fingerprint }) => fingerprint));
  const shared = hashTable();
  for (const [id, frequency] of documentFrequency) if (frequency > 1) enter(shared, id, frequency);
  const isShared = (id: number): boolean => lookUp(shared, id) !== ABSENT;
  const sets = order.map((index) => termSet(articles[index] as WeightedFingerprint, isShared));
  return rewriteCandidates(sets, SHARED_TERMS, mostHolders).map(({ a, b }) =>
    pairKey(order[a] as number, order[b] as number),
  );
}

function termSet(
  { fingerprint: { language, terms }, weighted }: WeightedFingerprint,
  isShared: (id: number) => boolean,
): Float64Array {
  if (!isRewriteLanguage(language)) return NO_TERMS;
  return distinctiveTerms(terms, weighted, DISTINCTIVE_TERMS, isShared);
}

const NO_TERMS = new Float64Array(0);
