import type { Cluster } from '../model/match.ts';
import type { Result } from '../model/result.ts';

/** What a report counts of a run. */
export type Tally = Pick<Result['summary'], 'clusters' | 'duplicates' | 'templates' | 'excerpts' | 'bridges'>;

/** The articles that the baseline knows; those with the same number were accepted as one cluster. */
export function acceptedGroups({ baseline }: Pick<Result, 'baseline'>): ReadonlyMap<string, number> {
  return new Map((baseline?.groups ?? []).flatMap((ids, i) => ids.map((id) => [id, i] as const)));
}

/** What was found; where a baseline is in force, what is new of it: articles that were accepted as one count as one. */
export function tallyOf(result: Result): Tally {
  if (result.baseline === undefined) return result.summary;
  const groups = acceptedGroups(result);
  const fresh = result.clusters.filter(({ known }) => !known);
  const ordinary = fresh.filter(({ template }) => !template);
  const matches = result.matches.filter(({ known }) => !known);
  return {
    clusters: ordinary.length,
    duplicates: ordinary.reduce((sum, cluster) => sum + partsOf(cluster, groups) - 1, 0),
    templates: fresh.length - ordinary.length,
    excerpts: matches.filter(({ relation }) => relation === 'excerpt').length,
    bridges: matches.filter(({ bridge }) => bridge).length,
  };
}

function partsOf({ representative, members }: Cluster, groups: ReadonlyMap<string, number>): number {
  return new Set([representative, ...members.map(({ path }) => path)].map((id) => groups.get(id) ?? id)).size;
}
