import type { MatchConfig } from '../config/config.ts';
import type { Match, Pair } from '../model/match.ts';
import { judge } from './judge.ts';
import { mayMatch } from './mayMatch.ts';
import { shingleSimilarity } from './shingleSimilarity.ts';
import type { Subject } from './subject.ts';

/** What comes of a pair: a match; none; or none with any weights of terms near these either. */
export type Verdict = Match | null | 'ruled out';

/**
 * Judges each candidate pair that may match on the texts; in the pairs' order.
 *
 * @param pairs places among `subjects`
 * @param drift by what share the weights of terms may differ from those in force for a pair to be ruled out
 */
export async function judgePairs(
  pairs: readonly Pair[],
  subjects: readonly Subject[],
  config: MatchConfig,
  drift: number,
): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const pair of pairs) {
    const [a, b] = [subjects[pair.a] as Subject, subjects[pair.b] as Subject];
    const alike = shingleSimilarity(a.fingerprint, b.fingerprint);
    const isOpen = await mayMatch(a, b, alike, config, drift);
    verdicts.push(isOpen ? (await judge(a, b, config, alike)).match : 'ruled out');
  }
  return verdicts;
}
