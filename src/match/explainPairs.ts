import type { Evidence } from '../model/evidence.ts';
import type { Detail, Lines, Pair, Relation } from '../model/match.ts';
import { locate } from './locate.ts';
import type { Subject } from './subject.ts';

/** Two articles that match, and by what. */
export interface Matched extends Pair {
  readonly relation: Relation;
}

/** What is told of a match beyond its relation and score. */
export type Told = Evidence | Lines;

/**
 * Tells what shows that each pair matches, or on which lines; in the pairs' order.
 *
 * @param pairs places among `subjects`
 */
export async function explainPairs(
  pairs: readonly Matched[],
  subjects: readonly Subject[],
  detail: Detail,
): Promise<Told[]> {
  const tellOne = detail === 'lines' ? locate : (await import('./explain.ts')).explain;
  const told: Told[] = [];
  for (const { relation, a, b } of pairs)
    told.push(await tellOne(relation, subjects[a] as Subject, subjects[b] as Subject));
  return told;
}
