import type { Cluster, Match } from '../model/match.ts';
import type { Policy, Result, Verdict } from '../model/result.ts';
import { isFailing } from './isFailing.ts';
import { isUnread } from './isUnread.ts';
import { groups } from './join.ts';
import { type Known, NOTHING_KNOWN } from './known.ts';

/** Whether a result passes, and what speaks against it. */
export function verdictOf(
  result: Result<Match>,
  { failOn, maxDuplicates }: Policy,
  known: Known = NOTHING_KNOWN,
): Verdict {
  const failing = result.matches.filter((match) => isFailing(match, failOn) && !known.has(match.a, match.b));
  const about = result.scope && new Set(result.scope.articles);
  const excerpts = failing.filter(({ relation }) => relation === 'excerpt').length;
  const links = failing.filter(({ bridge }) => bridge).length;
  const within = failing.filter(({ relation, bridge }) => relation !== 'excerpt' && !bridge);
  const needed = neededJoins(result.clusters, within, known, about);
  const duplicates = needed.filter(({ template }) => !template);
  const unread = result.skipped.filter(({ path, reason }) => isUnread(reason) && (about?.has(path) ?? true));
  const tooMany = needed.length + excerpts + links > maxDuplicates;
  return {
    passes: !tooMany && unread.length === 0,
    duplicates: duplicates.length,
    clusters: countClusters(result, duplicates),
    excerpts,
    links,
    templates: needed.length - duplicates.length,
    tooMany,
    unread,
  };
}

/**
 * The fewest of the matches that hold each cluster together, beyond what was accepted, and beyond what a restricted run is
 * not about.
 */
function neededJoins(
  clusters: readonly Cluster[],
  within: readonly Match[],
  known: Known,
  about: ReadonlySet<string> | undefined,
): Match[] {
  const { join } = groups();
  for (const { representative, members } of clusters) {
    const firstOf = new Map<string, string>();
    const joinAs = (group: string, id: string): void => {
      join(firstOf.get(group) ?? id, id);
      firstOf.set(group, id);
    };
    for (const id of [representative, ...members.map(({ path }) => path)]) {
      const group = known.groupOf(id);
      if (group !== undefined) joinAs(`known ${group}`, id);
      if (about && !about.has(id)) joinAs('others', id);
    }
  }
  return within.filter(({ a, b }) => join(a, b));
}

function countClusters({ clusters }: Pick<Result, 'clusters'>, matches: readonly { readonly a: string }[]): number {
  const clusterOf = new Map<string, string>();
  for (const { representative, members } of clusters) {
    clusterOf.set(representative, representative);
    for (const { path } of members) clusterOf.set(path, representative);
  }
  return new Set(matches.map(({ a }) => clusterOf.get(a))).size;
}
