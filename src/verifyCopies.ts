import type { Config } from './config/config.ts';
import type { Progress } from './config/settings.ts';
import { copyPairsOf, judgeCopies } from './match/judgeCopies.ts';
import { mayMatch } from './match/mayMatch.ts';
import type { Subject } from './match/subject.ts';
import type { CorpusStats, Match, Pair } from './model.ts';
import { articleAgain } from './survey.ts';

/** Pairs that are judged before another thread would have started. */
const LEAST_PAIRS = 200;

/**
 * The same as `verify` where copies alone are looked for, by several threads where that is worth it: what costs is to
 * read both articles again and to compare them word by word.
 */
export async function verifyCopies(
  pairs: readonly Pair[],
  subjects: readonly Subject[],
  { recurringLines }: CorpusStats,
  config: Config,
  tell: (progress: Progress) => void,
): Promise<Match[]> {
  const open = pairs.filter(({ a, b }) => mayMatch(subjects[a] as Subject, subjects[b] as Subject, config.match));
  const fingerprints = subjects.map(({ fingerprint }) => fingerprint);
  const groups = copyPairsOf(open, fingerprints, recurringLines);
  const threads = Math.min(config.threads, Math.ceil(open.length / LEAST_PAIRS));
  const { inThreads } = await import('./threads/crew.ts');
  const matches: Match[] = [];
  let done = pairs.length - open.length;
  const judged = inThreads(
    groups,
    threads,
    config,
    (group) => judgeCopies(group, (source) => articleAgain(source, recurringLines, config), config.match),
    (result) => result as (Match | null)[],
  );
  for await (const found of judged) {
    for (const match of found) if (match !== null) matches.push(match);
    done += found.length;
    tell({ stage: 'match', done, total: pairs.length, found: matches.length, unit: 'pairs' });
  }
  return matches;
}
