import { clusterMatches, type Link } from '../../../match/cluster.ts';
import { relationAt } from '../../../match/relationAt.ts';
import type { Relation } from '../../../model/match.ts';
import type { PairScores, Thresholds } from '../../../model/result.ts';
import type { PageData } from '../pageData.ts';

/** A pair that matches at the thresholds of the moment; articles by index. */
export interface PageMatch {
  readonly a: number;
  readonly b: number;
  readonly relation: Relation;
  readonly score: number;
  readonly template: boolean;
  readonly bridge: boolean;
  /** A baseline accepts it. */
  readonly known: boolean;
}

export interface PageMember {
  readonly article: number;
  readonly relation: Relation;
  readonly score: number;
  /** A baseline accepts it as the representative's match. */
  readonly known: boolean;
}

export interface PageCluster {
  /** An article is the representative of one cluster at most: its index names the cluster. */
  readonly representative: number;
  readonly members: readonly PageMember[];
  readonly template: boolean;
}

export interface PageFound {
  readonly clusters: readonly PageCluster[];
  readonly matches: readonly PageMatch[];
  /** The cluster of each article that is in one. */
  readonly clusterOf: ReadonlyMap<number, PageCluster>;
  /** For each article that is identical to an earlier one, the first of them. */
  readonly firstOf: ReadonlyMap<number, number>;
  /** The bridges of each cluster that has some. */
  readonly bridgesOf: ReadonlyMap<PageCluster, readonly PageMatch[]>;
  readonly duplicates: number;
}

/** Clusters saved scores at any thresholds: finds what a scan at these thresholds finds. */
export function makeFinder(data: PageData): (thresholds: Thresholds) => PageFound {
  const paths = data.articles.map(([path]) => path);
  const at = new Map(paths.map((path, i) => [path, i]));
  const index = (path: string): number => at.get(path) as number;
  const leads = new Set(data.leads ?? data.articles.keys());
  const articles = data.articles.map(([path, words], i) => ({ source: { id: path }, words, leads: leads.has(i) }));
  const isKnown = acceptedBy(data);
  const linksAt = makeLinks(data, paths);
  return (thresholds) => {
    const clustered = clusterMatches(
      articles,
      linksAt(thresholds),
      () => '',
      (article) => article.leads,
    );
    const clusters = clustered.clusters.map(({ representative, members, template = false }): PageCluster => {
      const first = index(representative);
      return {
        representative: first,
        members: members.map(({ path, relation, score }) => {
          const article = index(path);
          return { article, relation, score, known: isKnown(first, article) };
        }),
        template,
      };
    });
    const matches = clustered.matches.map((match): PageMatch => {
      const { relation, score, template = false, bridge = false } = match;
      const [a, b] = [index(match.a), index(match.b)];
      return { a, b, relation, score, template, bridge, known: isKnown(a, b) };
    });
    const clusterOf = new Map(clusters.flatMap((cluster) => articlesOf(cluster).map((article) => [article, cluster])));
    return {
      clusters,
      matches,
      clusterOf,
      firstOf: firstsIn(matches),
      bridgesOf: bridgesBetween(matches, clusterOf),
      duplicates: clusters.reduce((sum, { template, members }) => sum + (template ? 0 : members.length), 0),
    };
  };
}

/** The representative first. */
export function articlesOf({ representative, members }: PageCluster): number[] {
  return [representative, ...members.map(({ article }) => article)];
}

/** Matches are sorted, and of a pair the later article is b: its first is known by then, if it has one. */
function firstsIn(matches: readonly PageMatch[]): Map<number, number> {
  const firstOf = new Map<number, number>();
  for (const { relation, a, b } of matches) if (relation === 'identical') firstOf.set(b, firstOf.get(a) ?? a);
  return firstOf;
}

function bridgesBetween(
  matches: readonly PageMatch[],
  clusterOf: ReadonlyMap<number, PageCluster>,
): Map<PageCluster, PageMatch[]> {
  const bridges = new Map<PageCluster, PageMatch[]>();
  for (const match of matches) {
    if (!match.bridge) continue;
    for (const cluster of new Set([clusterOf.get(match.a), clusterOf.get(match.b)])) {
      if (cluster !== undefined) bridges.set(cluster, [...(bridges.get(cluster) ?? []), match]);
    }
  }
  return bridges;
}

/** Whether a baseline accepts a pair, in whichever order it is named. */
function acceptedBy({ known }: PageData): (a: number, b: number) => boolean {
  if (known.length === 0) return () => false;
  const accepted = new Set(known.map(([a, b]) => `${a}-${b}`));
  return (a, b) => accepted.has(a < b ? `${a}-${b}` : `${b}-${a}`);
}

/** The pairs that match at some thresholds, as clustering takes them. */
function makeLinks(
  { identical, pairs, relations }: PageData,
  paths: readonly string[],
): (thresholds: Thresholds) => Link[] {
  const names = (a: number, b: number) => ({ a: paths[a] as string, b: paths[b] as string });
  const same = identical.map(([a, b]): Link => ({ ...names(a, b), relation: 'identical', score: 1 }));
  const scored = pairs.map(([a, b, jaccard, excerpt, rewrite, template]): PairScores => {
    const scores = { ...names(a, b), 'near-copy': jaccard, excerpt, rewrite };
    return template ? { ...scores, template } : scores;
  });
  return (thresholds) => {
    const links = [...same];
    for (const scores of scored) {
      const match = relationAt(scores, thresholds, relations);
      if (match) links.push({ a: scores.a, b: scores.b, ...match });
    }
    return links;
  };
}
