import { articleAgain, writtenAgain } from '../articleAgain.ts';
import type { Config } from '../config/config.ts';
import { type Subject, subjectsOf } from '../match/subject.ts';
import type { CorpusStats, Source } from '../model/article.ts';
import type { Pair } from '../model/match.ts';
import { borrow, type Lent } from '../store/keeping.ts';

/** What a thread needs for judging pairs, and for explaining matches. */
export interface Comparing {
  /** Places of the articles in them among all. */
  readonly places: readonly number[];
  /** These articles. */
  readonly lent: Lent;
  readonly stats: CorpusStats;
}

/** @param count of all articles */
export function placesIn(pairs: readonly Pair[], count: number): number[] {
  const isIn = new Uint8Array(count);
  for (const { a, b } of pairs) {
    isIn[a] = 1;
    isIn[b] = 1;
  }
  return Array.from(isIn.keys()).filter((place) => isIn[place] === 1);
}

/** The articles as comparison takes them, at their places. */
export async function subjectsFrom({ places, lent, stats }: Comparing, config: Config): Promise<readonly Subject[]> {
  const read = (source: Source) => articleAgain(source, stats.recurringLines, config);
  const subjects: Subject[] = [];
  const readWritten = (source: Source) => writtenAgain(source, stats.recurringLines, config);
  for (const [i, subject] of (await subjectsOf(borrow(lent), stats, read, readWritten)).entries())
    subjects[places[i] as number] = subject;
  return subjects;
}
