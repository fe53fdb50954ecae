import type { Match, Policy, Result, Verdict } from '../model.ts';
import { isFailing } from './isFailing.ts';
import { isUnread } from './isUnread.ts';
import { groups } from './join.ts';
import { type Known, NOTHING_KNOWN } from './known.ts';

/** Whether a result passes, and what speaks against it. */
export function verdictOf(result: Result, { failOn, maxDuplicates }: Policy, known: Known = NOTHING_KNOWN): Verdict {
  const failing = result.matches.filter((match) => isFailing(match, failOn) && !known.has(match.a, match.b));
  const excerpts = failing.filter(({ relation }) => relation === 'excerpt').length;
  const links = failing.filter(({ bridge }) => bridge).length;
  const within = failing.filter(({ relation, bridge }) => relation !== 'excerpt' && !bridge);
  const duplicates = neededJoins(result, within, known);
  const unread = result.skipped.filter(({ reason }) => isUnread(reason));
  const tooMany = duplicates.length + excerpts + links > maxDuplicates;
  return {
    passes: !tooMany && unread.length === 0,
    duplicates: duplicates.length,
    clusters: countClusters(result, duplicates),
    excerpts,
    links,
    tooMany,
    unread,
  };
}

/** The fewest of the matches that hold each cluster together, beyond what was accepted. */
function neededJoins({ clusters }: Result, within: readonly Match[], known: Known): Match[] {
  const { join } = groups();
  for (const { representative, members } of clusters) {
    const firstOf = new Map<string, string>();
    for (const id of [representative, ...members.map(({ path }) => path)]) {
      const group = known.groupOf(id);
      if (group === undefined) continue;
      join(firstOf.get(group) ?? id, id);
      firstOf.set(group, id);
    }
  }
  return within.filter(({ a, b }) => join(a, b));
}

function countClusters({ clusters }: Result, matches: readonly { readonly a: string }[]): number {
  const clusterOf = new Map<string, string>();
  for (const { representative, members } of clusters) {
    clusterOf.set(representative, representative);
    for (const { path } of members) clusterOf.set(path, representative);
  }
  return new Set(matches.map(({ a }) => clusterOf.get(a))).size;
}
