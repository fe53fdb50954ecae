import type { Config } from './config/config.ts';
import type { Progress } from './config/settings.ts';
import { type CopyPairs, copyPairsOf, judgeCopies } from './match/judgeCopies.ts';
import { mayMatch } from './match/mayMatch.ts';
import type { Subject } from './match/subject.ts';
import type { CorpusStats, Match, Pair } from './model.ts';
import { articleAgain } from './survey.ts';

/** Pairs that are handed over at a time: a few milliseconds each, and some share an article. */
const PAIRS = 50;

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
  keep: (match: Match) => Match,
): Promise<Match[]> {
  const open = pairs.filter(({ a, b }) => mayMatch(subjects[a] as Subject, subjects[b] as Subject, config.match));
  const groups = Array.from({ length: Math.ceil(open.length / PAIRS) }, (_, i) =>
    open.slice(i * PAIRS, (i + 1) * PAIRS),
  );
  const handed = (group: readonly Pair[]): CopyPairs =>
    copyPairsOf(group, (index) => (subjects[index] as Subject).fingerprint, recurringLines);
  const threads = Math.min(config.threads, Math.ceil(open.length / LEAST_PAIRS));
  const { inThreads } = await import('./threads/crew.ts');
  const matches: Match[] = [];
  let done = pairs.length - open.length;
  const judged = inThreads(
    groups,
    threads,
    config,
    (group) => judgeCopies(handed(group), (source) => articleAgain(source, recurringLines, config), config.match),
    (result) => result as (Match | null)[],
    handed,
  );
  for await (const found of judged) {
    for (const match of found) if (match !== null) matches.push(keep(match));
    done += found.length;
    tell({ stage: 'match', done, total: pairs.length, found: matches.length, unit: 'pairs' });
  }
  return matches;
}
