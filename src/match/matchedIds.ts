import type { Match } from '../model/match.ts';

/** The articles that take part in a match, by their ids. */
export function matchedIds(matches: readonly Pick<Match, 'a' | 'b'>[]): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { a, b } of matches) ids.add(a).add(b);
  return ids;
}
