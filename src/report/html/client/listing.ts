import type { Relation } from '../../../model.ts';
import type { PageData } from '../pageData.ts';
import { articlesOf, type PageCluster, type PageFound, type PageMatch } from './found.ts';

/** What the list can be narrowed to: a relation, or one of the kinds that are listed apart. */
export type Kind = Relation | 'template' | 'bridge' | 'new';

/** One entry of the list: a cluster, or a pair that joins no cluster (an excerpt, a bridge). */
export type Entry = {
  readonly score: number;
  readonly kinds: ReadonlySet<Kind>;
  readonly scores: readonly number[];
} & ({ readonly cluster: PageCluster } | { readonly pair: PageMatch });

export const SORTS = {
  size: 'largest first',
  sure: 'surest first',
  unsure: 'least sure first',
  path: 'by path',
} as const;
export type Sort = keyof typeof SORTS;

export interface Filter {
  readonly text: string;
  /** The kinds to show; none shows all. */
  readonly kinds: ReadonlySet<Kind>;
  readonly least: number;
  readonly most: number;
  readonly sort: Sort;
}

/** Everything found, as entries: clusters first, in the order of their representatives. */
export function entriesOf({ clusters, matches }: PageFound): Entry[] {
  return [
    ...clusters.map((cluster): Entry => {
      const scores = cluster.members.map(({ score }) => score);
      const kinds = new Set<Kind>(cluster.members.map(({ relation }) => relation));
      if (cluster.template) kinds.clear();
      if (cluster.template) kinds.add('template');
      if (cluster.members.some(({ known }) => !known)) kinds.add('new');
      return { cluster, kinds, scores, score: scores.reduce((least, score) => Math.min(least, score), 1) };
    }),
    ...matches
      .filter(({ relation, bridge }) => relation === 'excerpt' || bridge)
      .map((pair): Entry => {
        const kinds = new Set<Kind>([pair.relation === 'excerpt' ? 'excerpt' : 'bridge']);
        if (!pair.known) kinds.add('new');
        return { pair, kinds, scores: [pair.score], score: pair.score };
      }),
  ];
}

/** The entries that a filter leaves, sorted. */
export function listed(entries: readonly Entry[], { articles }: PageData, filter: Filter): Entry[] {
  const wanted = filter.text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const texts = articles.map(([path, , title]) => `${path}\n${title ?? ''}`.toLowerCase());
  const says = (entry: Entry): boolean =>
    articlesIn(entry).some((article) => wanted.every((word) => (texts[article] as string).includes(word)));
  return entries
    .filter(
      (entry) =>
        isOfKind(entry, filter.kinds) &&
        entry.scores.some((score) => score >= filter.least && score <= filter.most) &&
        (wanted.length === 0 || says(entry)),
    )
    .sort((x, y) => compare(x, y, filter.sort) || firstOf(x) - firstOf(y));
}

/** Of one of the relations wanted, if any; and new, if that is wanted. */
function isOfKind({ kinds }: Entry, wanted: ReadonlySet<Kind>): boolean {
  const relations = [...wanted].filter((kind) => kind !== 'new');
  if (wanted.has('new') && !kinds.has('new')) return false;
  return relations.length === 0 || relations.some((kind) => kinds.has(kind));
}

export function articlesIn(entry: Entry): number[] {
  if ('pair' in entry) return [entry.pair.a, entry.pair.b];
  return articlesOf(entry.cluster);
}

/** Articles are numbered in path order. */
function firstOf(entry: Entry): number {
  return 'pair' in entry ? entry.pair.a : entry.cluster.representative;
}

function compare(x: Entry, y: Entry, sort: Sort): number {
  switch (sort) {
    case 'size':
      return rank(x) - rank(y) || articlesIn(y).length - articlesIn(x).length;
    case 'sure':
      return y.score - x.score;
    case 'unsure':
      return x.score - y.score;
    case 'path':
      return 0;
  }
}

/** Clusters, then what joins none, then template groups, which are no duplicates. */
function rank(entry: Entry): number {
  return 'pair' in entry ? 1 : entry.cluster.template ? 2 : 0;
}
