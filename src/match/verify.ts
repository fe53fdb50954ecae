import type { MatchConfig } from '../config/config.ts';
import type { Progress } from '../config/settings.ts';
import type { Match, Pair } from '../model.ts';
import { judge } from './judge.ts';
import { mayMatch } from './mayMatch.ts';
import type { Subject } from './subject.ts';

/** The pairs that are known not to match, and need not be looked at again. */
export interface Settled {
  /** By what share the weights of terms may differ from those in force for a pair to be settled. */
  readonly drift: number;
  has(pair: Pair): boolean;
  add(pair: Pair): void;
}

/** Judges each candidate pair that may match on the texts; gives those that match, in the pairs' order, each as it is kept. */
export async function verify(
  pairs: readonly Pair[],
  subjects: readonly Subject[],
  config: MatchConfig,
  settled: Settled | null,
  tell: (progress: Progress) => void,
  keep: (match: Match) => Match,
): Promise<Match[]> {
  const matches: Match[] = [];
  const drift = settled?.drift ?? 0;
  for (const [done, pair] of pairs.entries()) {
    const match = settled?.has(pair) ? null : await matchOf(pair);
    if (match !== null) matches.push(keep(match));
    tell({ stage: 'match', done: done + 1, total: pairs.length, found: matches.length, unit: 'pairs' });
  }
  return matches;

  async function matchOf(pair: Pair): Promise<Match | null> {
    const [a, b] = [subjects[pair.a] as Subject, subjects[pair.b] as Subject];
    if (mayMatch(a, b, config, drift)) return (await judge(a, b, config)).match;
    settled?.add(pair);
    return null;
  }
}
