import type { MatchConfig } from '../config/config.ts';
import type { Candidate, Match } from '../model/match.ts';
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
  pairs: readonly Candidate[],
  subjects: readonly Subject[],
  config: MatchConfig,
  drift: number,
): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  const copiesAlone = { ...config, relations: config.relations.filter((relation) => relation !== 'rewrite') };
  for (const pair of pairs) {
    const [a, b] = [subjects[pair.a] as Subject, subjects[pair.b] as Subject];
    const alike = shingleSimilarity(a.fingerprint, b.fingerprint);
    const sought = pair.sharesTerms ? config : copiesAlone;
    const isOpen = await mayMatch(a, b, alike, sought, drift);
    // That it shares no terms may change: then it is to be judged.
    const isRuledOut = !isOpen && sought.relations.length === config.relations.length;
    verdicts.push(isOpen ? (await judge(a, b, sought, alike)).match : isRuledOut ? 'ruled out' : null);
  }
  return verdicts;
}
