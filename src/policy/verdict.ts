import type { Policy, Result, SkipReason, Verdict } from '../model.ts';
import { isFailing } from './isFailing.ts';
import { joiner } from './join.ts';

/**
 * Whether a skip hides an article from the check: something is wrong with the source, and whether it repeats another
 * can't be told. The others were left out on purpose, are there under another name, or hold too little to compare.
 */
const UNREAD: Readonly<Record<SkipReason, boolean>> = {
  unreadable: true,
  binary: true,
  'bad-record': true,
  'too-large': true,
  'bad-markup': true,
  empty: false,
  'too-short': false,
  link: false,
  disabled: false,
};

/** Whether a result passes, and what speaks against it. */
export function verdictOf(result: Result, { failOn, maxDuplicates }: Policy): Verdict {
  const failing = result.matches.filter((match) => isFailing(match, failOn));
  const excerpts = failing.filter(({ relation }) => relation === 'excerpt').length;
  const links = failing.filter(({ bridge }) => bridge).length;
  const within = failing.filter(({ relation, bridge }) => relation !== 'excerpt' && !bridge);
  const areApart = joiner();
  const duplicates = within.filter(({ a, b }) => areApart(a, b));
  const unread = result.skipped.filter(({ reason }) => UNREAD[reason]);
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
