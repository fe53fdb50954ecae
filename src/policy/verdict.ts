import type { Policy, Result, Verdict } from '../model.ts';
import { isFailing } from './isFailing.ts';
import { isUnread } from './isUnread.ts';
import { joiner } from './join.ts';

/** Whether a result passes, and what speaks against it. */
export function verdictOf(result: Result, { failOn, maxDuplicates }: Policy): Verdict {
  const failing = result.matches.filter((match) => isFailing(match, failOn));
  const excerpts = failing.filter(({ relation }) => relation === 'excerpt').length;
  const links = failing.filter(({ bridge }) => bridge).length;
  const within = failing.filter(({ relation, bridge }) => relation !== 'excerpt' && !bridge);
  const areApart = joiner();
  const duplicates = within.filter(({ a, b }) => areApart(a, b));
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

function countClusters({ clusters }: Result, matches: readonly { readonly a: string }[]): number {
  const clusterOf = new Map<string, string>();
  for (const { representative, members } of clusters) {
    clusterOf.set(representative, representative);
    for (const { path } of members) clusterOf.set(path, representative);
  }
  return new Set(matches.map(({ a }) => clusterOf.get(a))).size;
}
