import type { MatchConfig } from '../config/config.ts';
import type { Progress } from '../config/settings.ts';
import type { Match, Pair } from '../model.ts';
import { judge } from './judge.ts';
import { mayMatch } from './mayMatch.ts';
import type { Subject } from './subject.ts';

/** Judges each candidate pair that may match on the texts; gives those that match, in the pairs' order. */
export async function verify(
  pairs: readonly Pair[],
  subjects: readonly Subject[],
  config: MatchConfig,
  tell: (progress: Progress) => void,
): Promise<Match[]> {
  const matches: Match[] = [];
  for (const [done, { a, b }] of pairs.entries()) {
    const [one, two] = [subjects[a] as Subject, subjects[b] as Subject];
    const match = mayMatch(one, two, config) ? (await judge(one, two, config)).match : null;
    if (match !== null) matches.push(match);
    tell({ stage: 'match', done: done + 1, total: pairs.length, found: matches.length, unit: 'pairs' });
  }
  return matches;
}
