import type { Config } from './config/config.ts';
import type { Progress } from './config/settings.ts';
import { judgePairs } from './match/judgePairs.ts';
import type { Subject } from './match/subject.ts';
import type { CorpusStats } from './model/article.ts';
import type { Match, Pair } from './model/match.ts';
import type { Lent } from './store/keeping.ts';
import type { SettledPairs } from './store/settledPairs.ts';
import type { Crew } from './threads/crew.ts';
import { placesIn } from './threads/judging.ts';

/** Pairs that are judged at a time: some milliseconds each time, where all are ruled out or none. */
const AT_A_TIME = 64;

/** So many times that are over before another thread has been told of the articles. */
const LEAST_TIMES = 4;

/**
 * Judges each candidate pair; gives those that match, in the pairs' order, each as it is kept.
 *
 * @param pairs places among `subjects`
 * @param lend what was kept of the articles at some places, for other threads
 * @param settled pairs that are known not to match, and need not be looked at again
 */
export async function verify(
  pairs: readonly Pair[],
  subjects: readonly Subject[],
  lend: (places: readonly number[]) => Lent,
  stats: CorpusStats,
  settled: SettledPairs | null,
  config: Config,
  crew: Crew,
  tell: (progress: Progress) => void,
  keep: (match: Match) => Match,
): Promise<Match[]> {
  const drift = settled?.drift ?? 0;
  const open = settled === null ? pairs : pairs.filter((pair) => !settled.has(pair));
  const groups = Array.from({ length: Math.ceil(open.length / AT_A_TIME) }, (_, i) =>
    open.slice(i * AT_A_TIME, (i + 1) * AT_A_TIME),
  );
  const given = () => {
    const places = placesIn(open, subjects.length);
    return { places, lent: lend(places), stats, drift };
  };
  const judged = crew.each('judge', groups, LEAST_TIMES, given, (group) =>
    judgePairs(group, subjects, config.match, drift),
  );
  const matches: Match[] = [];
  let done = 0;
  for await (const verdicts of judged) {
    for (const verdict of verdicts) {
      const pair = open[done++] as Pair;
      if (verdict === 'ruled out') settled?.add(pair);
      else if (verdict !== null) matches.push(keep(verdict));
    }
    const past = pairs.length - open.length + done;
    tell({ stage: 'match', done: past, total: pairs.length, found: matches.length, unit: 'pairs' });
  }
  return matches;
}
