import type { Relation } from '../../../model/match.ts';
import type { PageData } from '../pageData.ts';
import { articlesOf, type PageCluster, type PageFound, type PageMatch } from './found.ts';

/** What the list can be narrowed to: a relation, or one of the kinds that are listed apart. */
export type Kind = Relation | 'template' | 'bridge' | 'new';

/** What an entry is filtered by, of one of its matches. */
export interface Trait {
  readonly kind: Exclude<Kind, 'new'>;
  readonly score: number;
  readonly isNew: boolean;
}

/** One entry of the list: a cluster, or a pair that joins no cluster (an excerpt, a bridge). */
export type Entry = {
  /** The least of its matches'. */
  readonly score: number;
  readonly traits: readonly Trait[];
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
      const traits = cluster.members.map(({ relation, score, known }): Trait => {
        return { kind: cluster.template ? 'template' : relation, score, isNew: !known };
      });
      return { cluster, traits, score: traits.reduce((least, { score }) => Math.min(least, score), 1) };
    }),
    ...matches
      .filter(({ relation, bridge }) => relation === 'excerpt' || bridge)
      .map((pair): Entry => {
        const { relation, score, known } = pair;
        return { pair, traits: [{ kind: relation === 'excerpt' ? 'excerpt' : 'bridge', score, isNew: !known }], score };
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
  const fits = fitsIn(filter);
  return entries
    .filter((entry) => entry.traits.some(fits) && (wanted.length === 0 || says(entry)))
    .sort((x, y) => compare(x, y, filter.sort) || firstOf(x) - firstOf(y));
}

export function isOfKind({ traits }: Entry, wanted: Kind): boolean {
  return traits.some(({ kind, isNew }) => (wanted === 'new' ? isNew : kind === wanted));
}

/** Whether one and the same match is of a kind wanted, if any, new, if that is wanted, and within the scores. */
function fitsIn({ kinds, least, most }: Filter): (trait: Trait) => boolean {
  const isAnyKind = [...kinds].every((kind) => kind === 'new');
  return ({ kind, score, isNew }) =>
    (isAnyKind || kinds.has(kind)) && (isNew || !kinds.has('new')) && score >= least && score <= most;
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
