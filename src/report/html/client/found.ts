import { clusterMatches } from '../../../match/cluster.ts';
import { relationAt } from '../../../match/relationAt.ts';
import type { Relation, Thresholds } from '../../../model.ts';
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
  /** The bridges of each cluster that has some. */
  readonly bridgesOf: ReadonlyMap<PageCluster, readonly PageMatch[]>;
  readonly duplicates: number;
}

/** Clusters the saved scores at these thresholds: what a scan at these thresholds finds. */
export function findAt(data: PageData, thresholds: Thresholds): PageFound {
  const paths = data.articles.map(([path]) => path);
  const at = new Map(paths.map((path, i) => [path, i]));
  const index = (path: string): number => at.get(path) as number;
  const leads = new Set(data.leads ?? data.articles.keys());
  const known = new Set(data.known.map(([a, b]) => `${a}-${b}`));
  const { clusters: named, matches } = clusterMatches(
    data.articles.map(([path, words], i) => ({ source: { id: path }, words, leads: leads.has(i) })),
    linksAt(data, thresholds, paths),
    () => '',
    ({ leads }) => leads,
  );
  const clusters = named.map(({ representative, members, template }) => ({
    representative: index(representative),
    members: members.map(({ path, relation, score }) => {
      const [a, b] = [index(representative), index(path)].sort((x, y) => x - y);
      return { article: index(path), relation, score, known: known.has(`${a}-${b}`) };
    }),
    template: template ?? false,
  }));
  const found = matches.map(({ a, b, relation, score, template, bridge }) => ({
    a: index(a),
    b: index(b),
    relation,
    score,
    template: template ?? false,
    bridge: bridge ?? false,
    known: known.has(`${index(a)}-${index(b)}`),
  }));
  const clusterOf = new Map(clusters.flatMap((cluster) => articlesOf(cluster).map((article) => [article, cluster])));
  return {
    clusters,
    matches: found,
    clusterOf,
    bridgesOf: bridgesBetween(found, clusterOf),
    duplicates: clusters.reduce((sum, { template, members }) => sum + (template ? 0 : members.length), 0),
  };
}

/** The representative first. */
export function articlesOf({ representative, members }: PageCluster): number[] {
  return [representative, ...members.map(({ article }) => article)];
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

interface Link {
  readonly a: string;
  readonly b: string;
  readonly relation: Relation;
  readonly score: number;
  readonly template?: true;
  readonly bridge?: true;
}

function linksAt({ identical, pairs, relations }: PageData, thresholds: Thresholds, paths: readonly string[]): Link[] {
  const path = (article: number): string => paths[article] as string;
  const same = identical.map(([a, b]): Link => ({ a: path(a), b: path(b), relation: 'identical', score: 1 }));
  const scored = pairs.flatMap(([a, b, jaccard, excerpt, rewrite, template]): Link[] => {
    const names = { a: path(a), b: path(b) };
    const scores = { ...names, 'near-copy': jaccard, excerpt, rewrite, ...(template ? { template } : {}) };
    const match = relationAt(scores, thresholds, relations);
    return match ? [{ ...names, ...match }] : [];
  });
  return [...same, ...scored];
}
