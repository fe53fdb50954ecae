import type { Fingerprint } from '../model/article.ts';
import type { Cluster, Match, Member, Relation } from '../model/match.ts';
import { type Group, identityGroups } from './identityGroups.ts';

/** What clustering asks of an article. */
export interface Clusterable extends Pick<Fingerprint, 'title' | 'words'> {
  readonly source: { readonly id: string };
}

/** What clustering asks of a match. */
export type Link = Pick<Match, 'a' | 'b' | 'relation' | 'score' | 'template' | 'bridge'>;

/** A verified match between two groups. */
interface Edge {
  readonly to: Group;
  readonly match: Link;
}

/**
 * Groups verified matches so that every member of a cluster is a verified identical, near-copy or rewrite of its
 * representative: never a chain of neighbours.
 *
 * 1. Identical articles collapse into groups (equality is transitive, so this is exact).
 * 2. The longest group (ties by path) takes its unassigned neighbours, then the next longest that is still free.
 * 3. What is then in no cluster forms template groups by the same rule, from template matches.
 *
 * An excerpt is a link and joins nothing. Any other verified pair that no cluster holds is a bridge; but a template match
 * is one only between two clusters, for template siblings are no duplicates. No step makes pairs: linear in articles and
 * matches, but for sorting. The answer does not depend on the order of either.
 *
 * Saved scores are clustered anew in a browser by this function too, hence its few demands.
 *
 * @param articles sorted by id
 * @param matches each between two of them; identical articles at least as a star around one of theirs
 * @param idOf names a cluster by its articles, in no particular order
 * @param leads the articles of which each is to represent its matches, before any other: what a restricted run is about
 * @returns clusters by representative, template groups last; matches by a, then b, with `bridge` set
 */
export function clusterMatches<A extends Clusterable, L extends Link>(
  articles: readonly A[],
  matches: readonly L[],
  idOf: (articles: readonly A[]) => string,
  leads: (article: A) => boolean = () => true,
): { clusters: Cluster[]; matches: L[] } {
  const index = new Map(articles.map(({ source }, i) => [source.id, i]));
  const at = (id: string): number => index.get(id) as number;
  const sorted = [...matches].sort((x, y) => compare(x.a, y.a) || compare(x.b, y.b));
  const groups = identityGroups(articles, sorted, at);
  const leading = new Set(groups.filter((_, i) => leads(articles[i] as A)));
  const longestFirst: readonly Group[] = [...new Set(groups)].sort(
    (x, y) => Number(leading.has(y)) - Number(leading.has(x)) || y.words - x.words || first(x) - first(y),
  );

  const clusterOf = new Map<Group, Cluster>();
  const ordinary = edgesBetween(groups, sorted, at, (match) => !match.template);
  for (const group of longestFirst) gather(group, ordinary.get(group) ?? [], articles, idOf, clusterOf);
  const template = edgesBetween(groups, sorted, at, (match) => match.template === true);
  for (const group of longestFirst) gather(group, template.get(group) ?? [], articles, idOf, clusterOf);

  const isBridge = ({ a, b, relation, template }: L): boolean => {
    if (relation === 'excerpt') return false;
    const [ofA, ofB] = [a, b].map((id) => clusterOf.get(groups[at(id)] as Group));
    if (ofA === undefined || ofB === undefined) return !template;
    return ofA !== ofB;
  };
  return {
    clusters: [...new Set(clusterOf.values())].sort(
      (x, y) =>
        Number(x.template ?? false) - Number(y.template ?? false) || compare(x.representative, y.representative),
    ),
    matches: sorted.map((match) => (isBridge(match) ? { ...match, bridge: true } : match)),
  };
}

/** Makes a cluster of a group and its free neighbours, if it is free itself and they are two articles or more. */
function gather<A extends Clusterable>(
  group: Group,
  edges: readonly Edge[],
  articles: readonly A[],
  idOf: (articles: readonly A[]) => string,
  clusterOf: Map<Group, Cluster>,
): void {
  if (clusterOf.has(group)) return;
  const neighbours = new Map<Group, Link>();
  for (const { to, match } of edges) if (!clusterOf.has(to) && !neighbours.has(to)) neighbours.set(to, match);
  if (neighbours.size === 0 && group.articles.length === 1) return;

  const at = (i: number): A => articles[i] as A;
  const representative = at(first(group));
  const members = group.articles.slice(1).map((i) => member(at(i), 'identical', 1));
  for (const [{ articles: others }, { relation, score }] of neighbours)
    for (const i of others) members.push(member(at(i), relation, score));
  const cluster: Cluster = {
    id: idOf([group, ...neighbours.keys()].flatMap((taken) => taken.articles.map(at))),
    representative: representative.source.id,
    ...(representative.title === undefined ? {} : { title: representative.title }),
    words: representative.words,
    members: members.sort((x, y) => compare(x.path, y.path)),
    ...([...neighbours.values()].some(({ template }) => template) ? { template: true } : {}),
  };
  for (const taken of [group, ...neighbours.keys()]) clusterOf.set(taken, cluster);
}

function member({ source, title, words }: Clusterable, relation: Relation, score: number): Member {
  return { path: source.id, relation, score, ...(title === undefined ? {} : { title }), words };
}

/** The neighbours of each group by the membership relations of one kind. */
function edgesBetween(
  groups: readonly Group[],
  matches: readonly Link[],
  at: (id: string) => number,
  wanted: (match: Link) => boolean,
): Map<Group, Edge[]> {
  const edges = new Map<Group, Edge[]>();
  function add(from: Group, to: Group, match: Link): void {
    const known = edges.get(from);
    if (known) known.push({ to, match });
    else edges.set(from, [{ to, match }]);
  }
  for (const match of matches) {
    if (match.relation === 'identical' || match.relation === 'excerpt' || !wanted(match)) continue;
    const a = groups[at(match.a)] as Group;
    const b = groups[at(match.b)] as Group;
    if (a === b) continue;
    add(a, b, match);
    add(b, a, match);
  }
  return edges;
}

/** The index of the article that stands for a group. */
function first({ articles }: Group): number {
  return articles[0] as number;
}

/** By code units: the same on every machine. */
function compare(x: string, y: string): number {
  return x < y ? -1 : x > y ? 1 : 0;
}
