import { overlap } from '../fingerprint/jaccard.ts';
import type { Fingerprint } from '../model/article.ts';
import { bandKeys } from './bandKeys.ts';
import { largestFirst } from './largestFirst.ts';
import { MOST_PARTNERS } from './pairs.ts';

/** What finding crowds asks of an article. */
export type Crowdable = Pick<Fingerprint, 'words' | 'shingles' | 'signature'>;

/** Near-copies of one article beyond so many are a crowd; so many of it are compared with everything. */
const COMPARED = 100;

/** A large group of near-copies around its longest article. */
export interface Crowd {
  readonly hub: number;
  /** Near-copies of the hub, the longest first: those that are compared with everything, as any other article. */
  readonly near: readonly number[];
  /** The others: compared with the hub, and with what it resembles outside. */
  readonly outlying: readonly number[];
}

/**
 * Places of a band. The minima of what the articles of a crowd all have fall together in a band with a probability of f^4,
 * where they have the share f in common: 0.3 for siblings of one template with a Jaccard similarity of 0.6, 0.1 at 0.4. So
 * of a group of 320 at 0.4 some bands hold 32 at least; unrelated articles hardly share one with anybody.
 */
const ROWS = 4;
const FULL = 32;

/**
 * The large groups of near-copies: of one article, or of one template. To list all pairs of such a group would take the
 * square of its size, so its members are compared with its longest article; that is enough to cluster them.
 *
 * Each article belongs to the longest hub (ties by place, as `clusterMatches` takes them) that is a near-copy of it and
 * longer. Linear in the number of articles, for each hub a glance.
 *
 * @param threshold least Jaccard similarity of a near-copy
 */
export function findCrowds(articles: readonly Crowdable[], threshold: number): Crowd[] {
  const crowds: Crowd[] = [];
  const precedes = longestFirst(articles);
  let left = Array.from(largestFirst(Uint32Array.from(articles, ({ words }) => words)));
  for (;;) {
    const found = findHubs(articles, left, threshold);
    // Two that share no full band may resemble each other all the same: the longer one then has the first choice.
    const hubs = found.filter((hub, i) => !found.slice(0, i).some((other) => isNear(articles, other, hub, threshold)));
    const membersOf = new Map(hubs.map((hub) => [hub, [] as number[]]));
    const hubFor = (article: number): number | undefined =>
      hubs.find((hub) => precedes(hub, article) < 0 && isNear(articles, hub, article, threshold));
    left = left.filter((article) => {
      if (membersOf.has(article)) return false;
      const hub = hubFor(article);
      if (hub !== undefined) membersOf.get(hub)?.push(article);
      return hub === undefined;
    });
    for (const [hub, members] of membersOf) {
      if (members.length <= COMPARED) continue;
      crowds.push({ hub, near: members.slice(0, COMPARED), outlying: members.slice(COMPARED) });
    }
    if (hubs.length === found.length) return crowds;
  }
}

/**
 * The articles that many near-copies lead to, the longest first. They are looked for where more than 32 articles share a
 * band of their signatures, the longest first: one that is a near-copy of one met before leads to
 * it, any other is met.
 */
function findHubs(articles: readonly Crowdable[], longestFirst: readonly number[], threshold: number): number[] {
  const bucketsOf = fullBuckets(articles, longestFirst);
  const metIn = new Map<number, number[]>();
  const ledTo = new Map<number, number>();
  for (const article of longestFirst) {
    const buckets = bucketsOf.get(article);
    if (buckets === undefined) continue;
    const met = [...new Set(buckets.flatMap((bucket) => metIn.get(bucket) ?? []))].slice(0, MOST_PARTNERS);
    const hub = met.find((one) => isNear(articles, one, article, threshold));
    ledTo.set(hub ?? article, (ledTo.get(hub ?? article) ?? 0) + 1);
    if (hub !== undefined) continue;
    for (const bucket of buckets) {
      const members = metIn.get(bucket);
      if (members === undefined) metIn.set(bucket, [article]);
      // The first so many of all its bands are among the first so many of each.
      else if (members.length < MOST_PARTNERS) members.push(article);
    }
  }
  return [...ledTo].filter(([, near]) => near > FULL).map(([hub]) => hub);
}

/** Orders indexes as clusters are made. */
export function longestFirst(articles: readonly Pick<Crowdable, 'words'>[]): (i: number, j: number) => number {
  return (i, j) => (articles[j]?.words ?? 0) - (articles[i]?.words ?? 0) || i - j;
}

/** Whether the Jaccard similarity is so high: by the shingles, unless the signatures say that it can't be. */
export function isNear(articles: readonly Crowdable[], a: number, b: number, threshold: number): boolean {
  if (isUnlike(articles[a]?.signature as Uint32Array, articles[b]?.signature as Uint32Array, threshold)) return false;
  const [x, y] = [articles[a]?.shingles as Float64Array, articles[b]?.shingles as Float64Array];
  if (Math.min(x.length, y.length) < threshold * Math.max(x.length, y.length)) return false;
  const common = overlap(x, y);
  return common > 0 && common / (x.length + y.length - common) >= threshold;
}

/**
 * Whether two signatures agree in fewer places than seven standard deviations below what is expected at the threshold: of
 * near-copies at it, one in 10^12 does.
 */
function isUnlike(a: Uint32Array, b: Uint32Array, threshold: number): boolean {
  const least = threshold * a.length - 7 * Math.sqrt(threshold * (1 - threshold) * a.length);
  let agreeing = 0;
  for (let place = 0; place < a.length; place++) if (a[place] === b[place]) agreeing++;
  return agreeing < least;
}

/** The bands that more than 32 of these articles share, numbered; only articles that have some. */
function fullBuckets(articles: readonly Crowdable[], among: readonly number[]): Map<number, number[]> {
  const signatureAt = (i: number): Uint32Array => articles[among[i] as number]?.signature as Uint32Array;
  const first = among.findIndex((_, i) => signatureAt(i).length > 0);
  const bands = first < 0 ? 0 : Math.floor(signatureAt(first).length / ROWS);
  const { places, keys } = bandKeys({ length: among.length, at: signatureAt }, { bands, rows: ROWS });
  // Two bands that fall together by chance cost a comparison, and prove nothing.
  const slots = 2 ** Math.ceil(Math.log2(2 * places.length + 1));
  const counts = new Uint32Array(slots);
  const bucketsOf = new Map<number, number[]>();
  for (let band = 0; band < bands; band++) {
    counts.fill(0);
    for (let i = 0; i < places.length; i++) {
      const slot = (keys[bands * i + band] as number) & (slots - 1);
      counts[slot] = (counts[slot] as number) + 1;
    }
    for (let i = 0; i < places.length; i++) {
      const slot = (keys[bands * i + band] as number) & (slots - 1);
      if ((counts[slot] as number) <= FULL) continue;
      const article = among[places[i] as number] as number;
      const buckets = bucketsOf.get(article);
      if (buckets) buckets.push(band * slots + slot);
      else bucketsOf.set(article, [band * slots + slot]);
    }
  }
  return bucketsOf;
}
