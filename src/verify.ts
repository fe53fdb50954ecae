import type { Config } from './config/config.ts';
import type { Progress } from './config/settings.ts';
import { inGroups, LEAST_TIMES } from './inGroups.ts';
import { judgePairs } from './match/judgePairs.ts';
import type { Subject } from './match/subject.ts';
import type { CorpusStats } from './model/article.ts';
import type { Candidate, Match } from './model/match.ts';
import type { Lent } from './store/keeping.ts';
import type { SettledPairs } from './store/settledPairs.ts';
import { placesIn } from './threads/comparing.ts';
import type { Crew } from './threads/crew.ts';

/**
 * Judges each candidate pair; gives those that match, in the pairs' order.
 *
 * @param pairs places among `subjects`
 * @param lend what was kept of the articles at some places, for other threads
 * @param settled pairs that are known not to match, and need not be looked at again
 */
export async function verify(
  pairs: readonly Candidate[],
  subjects: readonly Subject[],
  lend: (places: readonly number[]) => Lent,
  stats: CorpusStats,
  settled: SettledPairs | null,
  config: Config,
  crew: Crew,
  tell: (progress: Progress) => void,
): Promise<Match[]> {
  const drift = settled?.drift ?? 0;
  const open = settled === null ? pairs : pairs.filter((pair) => !settled.has(pair));
  const given = () => {
    const places = placesIn(open, subjects.length);
    return { places, lent: lend(places), stats, drift };
  };
  const here = (group: readonly Candidate[]) => judgePairs(group, subjects, config.match, drift);
  const least = isWorthTelling(subjects, config) ? LEAST_TIMES : Number.POSITIVE_INFINITY;
  const matches = new Map<number, Match>();
  let done = pairs.length - open.length;
  for await (const { places, made } of inGroups('judge', open, crew, least, given, here)) {
    for (const [i, verdict] of made.entries()) {
      const place = places[i] as number;
      if (verdict === 'ruled out') settled?.add(open[place] as Candidate);
      else if (verdict !== null) matches.set(place, verdict);
    }
    done += made.length;
    tell({ stage: 'match', done, total: pairs.length, found: matches.size, unit: 'pairs' });
  }
  return Array.from(matches)
    .sort(([x], [y]) => x - y)
    .map(([, match]) => match);
}

/**
 * Whether judging is more work than telling another thread of the articles. Where copies alone are looked for in plain
 * texts, a pair takes 75 µs, and to tell of its articles as long: 100,000 articles took 3.4 s of CPU and 500 MB by two
 * threads, 2.3 s and 380 MB by one.
 */
function isWorthTelling(subjects: readonly Subject[], { match }: Config): boolean {
  if (match.relations.includes('rewrite')) return true;
  return subjects.some(({ fingerprint: { source } }) => source.format === 'html' || source.format === 'markdown');
}
