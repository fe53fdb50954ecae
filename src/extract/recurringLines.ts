import type { Article, Fingerprint } from '../model/article.ts';

/** What is needed of an article: its lines, and its terms to see what it is about. */
export interface LinesOfArticle extends Pick<Article, 'lineHashes'> {
  readonly fingerprint: Pick<Fingerprint, 'digest' | 'terms'>;
}

/** What tells which articles have a line in common. */
interface Lined extends Pick<Article, 'lineHashes'> {
  readonly fingerprint: Pick<Fingerprint, 'digest'>;
}

/**
 * So many articles on unrelated subjects must have a line. On labelled corpora, of up to 22 reports of one event at
 * most 4 count as unrelated; of 64 news articles of one section under one licence notice, 50 do.
 */
export const MIN_WITNESSES = 5;

/** Articles looked at for a line: a line that recurs everywhere shows it among these, and the cost stays bounded. */
const MAX_LOOKED_AT = 64;

/** What the line itself says is in all of its articles; one in ten may have it in another wording. */
const CORE_SAMPLE = 16;
const CORE_SHARE = 0.9;

/** An article must say at least so many things of its own, or nothing tells it from a copy. */
const MIN_OWN_TERMS = 8;

/**
 * They are also at least this part of all its terms: an article of which more is shared is a copy with an addition, not
 * an article with a footer. The Jaccard similarity of two such articles of one length is over 0.85 / 1.15 = 0.74. Two
 * lines of text over a licence six times as long keep 0.17 to themselves.
 */
const MIN_OWN_SHARE = 0.15;

/**
 * Two articles are about one thing if they share this part of the smaller one's own terms: pairs of articles of one
 * section share 0.13 (median; 0.25 at the 95th percentile), tellings of one report 0.22 to 0.38 at the 5th.
 */
const MAX_SHARED_TERMS = 0.2;

/**
 * The lines that recur across the folder and so carry no article: share notices, licences, footers.
 *
 * Frequency alone would let fifty copies of an article erase it. So the witnesses of a line are articles that are
 * unrelated to each other in what they say beyond what all articles with that line say: copies, edited copies and
 * tellings of one report, however many, make few of them.
 *
 * The result depends on the texts alone, not on their order.
 *
 * @param articles their terms are asked for only where they are among those of a common line
 * @param common what `commonLines` says of them
 * @returns hashes as in `Article.lineHashes`
 */
export function recurringLines(
  articles: readonly LinesOfArticle[],
  common: CommonLines = commonLines(articles),
): ReadonlySet<number> {
  const recurring = new Set<number>();
  for (const [line, places] of common) {
    if (hasWitnesses(places.map((place) => articles[place] as LinesOfArticle))) recurring.add(line);
  }
  return recurring;
}

/** By line, the places of articles that have it. */
export type CommonLines = ReadonlyMap<number, readonly number[]>;

/**
 * The lines that may recur, since as many distinct texts as must witness it have them; with the first of these articles
 * in the order of their digests. Most lines are in one article only: a table of counts, where several lines may share a
 * count, passes over them.
 */
export function commonLines(articles: readonly Lined[]): CommonLines {
  const all = articles.map(({ lineHashes }) => lineHashes);
  const sum = all.reduce((lines, { length }) => lines + length, 0);
  const counts = new Uint8Array(2 ** Math.ceil(Math.log2(1 + COUNTS_A_LINE * sum)));
  const mask = counts.length - 1;
  for (const lines of all) {
    for (let i = 0; i < lines.length; i++) {
      const slot = (lines[i] as number) & mask;
      if ((counts[slot] as number) < MIN_WITNESSES) counts[slot] = (counts[slot] as number) + 1;
    }
  }
  const isCommon = (line: number): boolean => counts[line & mask] === MIN_WITNESSES;
  const having = new Map<number, number[]>();
  for (const place of distinct(articles, (place) => all[place]?.some(isCommon) === true)) {
    for (const line of all[place] as Float64Array) {
      if (!isCommon(line)) continue;
      const places = having.get(line);
      if (places === undefined) having.set(line, [place]);
      else if (places.length < MAX_LOOKED_AT) places.push(place);
    }
  }
  for (const [line, places] of having) if (places.length < MIN_WITNESSES) having.delete(line);
  return having;
}

/** Counts for each line, so that few share one. */
const COUNTS_A_LINE = 4;

/** The places of some articles, one a digest, in the digests' order. */
function distinct(articles: readonly Lined[], isWanted: (place: number) => boolean): number[] {
  const byDigest = new Map<string, number>();
  for (const [place, { fingerprint }] of articles.entries())
    if (isWanted(place)) byDigest.set(fingerprint.digest, place);
  return [...byDigest].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, place]) => place);
}

function hasWitnesses(having: readonly LinesOfArticle[]): boolean {
  const core = coreTerms(having.slice(0, CORE_SAMPLE));
  const witnesses: Uint32Array[] = [];
  for (const { fingerprint } of having) {
    const { terms } = fingerprint;
    const own = terms.ids.filter((id) => !core.has(id));
    if (own.length < Math.max(MIN_OWN_TERMS, MIN_OWN_SHARE * terms.ids.length)) continue;
    if (witnesses.some((other) => sharedPart(own, other) > MAX_SHARED_TERMS)) continue;
    if (witnesses.push(own) === MIN_WITNESSES) return true;
  }
  return false;
}

function coreTerms(articles: readonly LinesOfArticle[]): ReadonlySet<number> {
  const counts = new Map<number, number>();
  for (const { fingerprint } of articles)
    for (const id of fingerprint.terms.ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  const core = new Set<number>();
  for (const [id, count] of counts) if (count >= CORE_SHARE * articles.length) core.add(id);
  return core;
}

/** Share of the smaller set that the other holds; both ascend. */
function sharedPart(a: Uint32Array, b: Uint32Array): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const difference = (a[i] as number) - (b[j] as number);
    if (difference === 0) shared++;
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return shared / Math.min(a.length, b.length);
}
