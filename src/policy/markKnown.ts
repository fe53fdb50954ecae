import type { Match } from '../model/match.ts';
import type { Result } from '../model/result.ts';
import type { Known } from './known.ts';

/**
 * A result with what the baseline accepts marked as known: matches, and clusters all of whose articles were accepted as
 * one.
 *
 * @param from the baseline, as the user named it
 */
export function markKnown<M extends Match>(result: Result<M>, known: Known, from: string): Result<M> {
  return {
    ...result,
    baseline: { from, known: known.there, gone: known.gone.length, groups: groupsOf(result, known) },
    matches: result.matches.map((match) => (known.has(match.a, match.b) ? { ...match, known: true } : match)),
    clusters: result.clusters.map((cluster) => {
      const group = known.groupOf(cluster.representative);
      const isKnown = group !== undefined && cluster.members.every(({ path }) => known.groupOf(path) === group);
      return isKnown ? { ...cluster, known: true } : cluster;
    }),
  };
}

function groupsOf({ prints }: Pick<Result, 'prints'>, { groupOf }: Known): string[][] {
  const groups = new Map<string, string[]>();
  for (const { id } of prints) {
    const group = groupOf(id);
    if (group !== undefined) groups.set(group, [...(groups.get(group) ?? []), id]);
  }
  return [...groups.values()];
}
