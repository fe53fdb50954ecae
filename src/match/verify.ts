import type { MatchConfig } from '../config/config.ts';
import type { Progress } from '../config/settings.ts';
import type { Match, Pair } from '../model.ts';
import { judge } from './judge.ts';
import type { Subject } from './subject.ts';

/** Judges each candidate pair on the texts; gives those that match, in the pairs' order. */
export async function verify(
  pairs: readonly Pair[],
  subjects: readonly Subject[],
  config: MatchConfig,
  tell: (progress: Progress) => void,
): Promise<Match[]> {
  const matches: Match[] = [];
  for (const [done, { a, b }] of pairs.entries()) {
    const { match } = await judge(subjects[a] as Subject, subjects[b] as Subject, config);
    if (match !== null) matches.push(match);
    tell({ stage: 'match', done: done + 1, total: pairs.length, found: matches.length, unit: 'pairs' });
  }
  return matches;
}
