import { WITNESS_WORDS } from '../fingerprint/winnow.ts';
import type { Fingerprint } from '../model/article.ts';
import type { Pair, Relation } from '../model/match.ts';
import type { Guarantee } from '../model/result.ts';
import { anchorJoin } from './anchorJoin.ts';
import { bandCandidates } from './bands.ts';
import { crowdPairs } from './crowdPairs.ts';
import { type Crowd, findCrowds } from './crowds.ts';
import { firstOfEachDigest } from './distinct.ts';
import { jaccardJoin } from './exactJoin.ts';
import { extendedCopies, type KnownCopies } from './knownCopies.ts';
import { largestFirst } from './largestFirst.ts';
import { type Candidates, MOST_PARTNERS, pairKey, pairsOf } from './pairs.ts';
import { candidateProbability, chooseBands } from './scurve.ts';

/** The least share of the smaller article's shingles that the other holds in an excerpt. */
export const EXCERPT_CONTAINMENT = 0.5;

/** Up to this many distinct articles the join is exact; beyond, it would have all their shingle sets in memory at a time. */
export const EXACT_UP_TO = 20_000;

/**
 * Nor are more shingles joined: the kernel's index takes up to 24 bytes for each, and its memory ends at 4 GiB. 20,000
 * articles may have 6,700 words each.
 */
const MOST_SHINGLES = 2 ** 27;

/** The pairs to compare for copies. */
export interface CopyCandidates {
  readonly pairs: Pair[];
  readonly guarantee: Guarantee;
  /** Whether two articles are near-copies of one crowd, of which not all pairs are compared. */
  readonly isInOneCrowd: (a: number, b: number) => boolean;
}

/**
 * The pairs that may be near-copies or excerpts, and how sure it is that none is missing. Identical articles
 * count once, by the first of them; an article without words pairs with nothing.
 *
 * Up to `exactUpTo` distinct articles, unless these are books, the shingle sets are joined and all near-copies are found.
 * Beyond, a near-copy at the threshold is found by MinHash bands with a probability of 0.999, more surely above it. An
 * excerpt is found by its witness of 30 words, always. Of a crowd (more than a hundred near-copies of one article) the
 * first hundred take part in that, and all are paired with its longest article.
 *
 * @param threshold least Jaccard similarity of a near-copy, 0..1; a pair without a common shingle is none even at 0
 * @param known what an earlier search found, which an exact one then extends
 */
export function copyCandidates(
  fingerprints: readonly Fingerprint[],
  threshold: number,
  relations: readonly Relation[],
  exactUpTo: number = EXACT_UP_TO,
  known: KnownCopies | null = null,
): CopyCandidates {
  const wanted = { copies: relations.includes('near-copy'), excerpts: relations.includes('excerpt') };
  const indexes = firstOfEachDigest(fingerprints);
  const distinct = indexes.map((index) => fingerprints[index] as Fingerprint);
  const isSought = wanted.copies || wanted.excerpts;
  const crowds = isSought ? findCrowds(distinct, threshold) : [];
  const outlying = new Set(crowds.flatMap((crowd) => crowd.outlying));
  const order = Array.from(largestFirst(Uint32Array.from(distinct, ({ shingleCount }) => shingleCount))).filter(
    (place) => !outlying.has(place),
  );
  const shingles = order.reduce((sum, place) => sum + (distinct[place] as Fingerprint).shingleCount, 0);
  const isJoined = order.length <= exactUpTo && shingles <= MOST_SHINGLES;
  const isExact = isSought && isJoined;
  const bounds = {
    jaccard: wanted.copies ? threshold : null,
    containment: wanted.excerpts ? EXCERPT_CONTAINMENT : null,
  };
  const before = isExact && crowds.length === 0 && known !== null ? extendedCopies(distinct, known, bounds) : null;
  const search = isJoined ? joinSets : joinSketches;
  const { found, recall, method } =
    before === null
      ? search(
          order.map((place) => distinct[place] as Fingerprint),
          threshold,
          wanted,
        )
      : EXTENDED;
  const joined =
    before ?? found.flatMap(({ pairs }) => pairs.map(({ a, b }) => pairKey(order[a] as number, order[b] as number)));
  const complete = found.every((part) => part.complete);
  if (isExact && crowds.length === 0 && complete) {
    known?.keep(
      distinct.map(({ digest }) => digest),
      joined,
    );
  }
  const hubOf = new Map(
    crowds.flatMap(({ hub, near, outlying }) => [hub, ...near, ...outlying].map((place) => [place, hub] as const)),
  );
  const partners = outsidePartners(hubOf, pairsOf(joined));
  const crowded = crowds.flatMap((crowd) =>
    crowdPairs(distinct, crowd, (one) => partners.get(one) ?? [], threshold, EXCERPT_CONTAINMENT),
  );
  const hubs = new Map(Array.from(hubOf, ([place, hub]) => [indexes[place] as number, hub]));
  return {
    // The first articles of each digest are numbered in the order of their indexes.
    pairs: pairsOf(joined.concat(crowded)).map(({ a, b }) => ({ a: indexes[a] as number, b: indexes[b] as number })),
    isInOneCrowd: (a, b) => hubs.has(a) && hubs.get(a) === hubs.get(b),
    guarantee: {
      threshold,
      recall,
      method,
      identical: { recall: 1 },
      excerpt: { recall: 1, containment: EXCERPT_CONTAINMENT, words: WITNESS_WORDS },
      complete,
      mostPartners: MOST_PARTNERS,
      uncompared: crowds.reduce((sum, crowd) => sum + pairsUncompared(crowd), 0),
    },
  };
}

/** Each outlying article meets the hub; not the near ones, nor one another. */
function pairsUncompared({ near, outlying }: Crowd): number {
  return outlying.length * near.length + (outlying.length * (outlying.length - 1)) / 2;
}

/** What each article of a crowd was paired with: articles of no crowd, and the hubs of other crowds. */
function outsidePartners(hubOf: ReadonlyMap<number, number>, pairs: readonly Pair[]): Map<number, number[]> {
  const partners = new Map<number, number[]>();
  const add = (one: number, other: number): void => {
    if (!hubOf.has(one) || (hubOf.has(other) && (hubOf.get(other) !== other || hubOf.get(one) === other))) return;
    const known = partners.get(one);
    if (known) known.push(other);
    else partners.set(one, [other]);
  };
  for (const { a, b } of hubOf.size === 0 ? [] : pairs) {
    add(a, b);
    add(b, a);
  }
  return partners;
}

interface Wanted {
  readonly copies: boolean;
  readonly excerpts: boolean;
}

/** @param articles the largest first */
function joinSets(articles: readonly Fingerprint[], threshold: number, wanted: Wanted): Search {
  const sets = wanted.copies ? articles.map(({ shingles }) => shingles) : [];
  const found = [jaccardJoin(sets, threshold)];
  if (wanted.excerpts) found.push(excerptsBeside(found[0] as Candidates, articles, sets));
  return { found, recall: 1, method: 'exact join' };
}

/** @param articles the largest first */
function joinSketches(articles: readonly Fingerprint[], threshold: number, wanted: Wanted): Search {
  const bands = chooseBands(threshold, articles[0]?.signature.length ?? 0);
  const signatures = {
    length: wanted.copies ? articles.length : 0,
    at: (i: number): Uint32Array | undefined => articles[i]?.signature,
  };
  const found = [bandCandidates(signatures, bands)];
  if (wanted.excerpts) found.push(excerptsBeside(found[0] as Candidates, articles));
  return { found, recall: candidateProbability(threshold, bands), method: 'minhash bands' };
}

/**
 * The pairs that may be excerpts, beside those that are candidates already.
 *
 * @param sets the shingles of the articles, where they are at hand
 */
function excerptsBeside(
  { pairs }: Candidates,
  articles: readonly Fingerprint[],
  sets: readonly Float64Array[] = [],
): Candidates {
  const known = new Set(pairs.map(({ a, b }) => pairKey(a, b)));
  return anchorJoin(
    articles.map(({ anchors }) => anchors),
    (i) => sets[i] ?? (articles[i] as Fingerprint).shingles,
    EXCERPT_CONTAINMENT,
    (key) => known.has(key),
  );
}

const EXTENDED: Search = { found: [], recall: 1, method: 'exact join' };

interface Search extends Pick<Guarantee, 'recall' | 'method'> {
  readonly found: readonly Candidates[];
}
