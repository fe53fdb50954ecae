import { readingOrder } from './match/readingOrder.ts';
import type { Crew } from './threads/crew.ts';
import type { Stages } from './threads/messages.ts';

/** Pairs at a time: some milliseconds' work each time, where all are ruled out or none. */
const AT_A_TIME = 64;

/** So many times that are over before another thread has been told of the articles, if each takes some milliseconds. */
export const LEAST_TIMES = 4;

/** The stages that work on pairs. */
type PairStage = 'judge' | 'explain';

/**
 * What a stage makes of pairs, some at a time, by as many threads as are worth it, in an order in which few articles are
 * read twice: which of the pairs, and what came of each.
 *
 * @param least times that are done before another thread has been told of the articles
 * @param given what other threads need beforehand
 * @param here makes it in this thread
 */
export async function* inGroups<S extends PairStage>(
  stage: S,
  pairs: Stages[S]['work'],
  crew: Crew,
  least: number,
  given: () => Stages[S]['given'],
  here: (group: Stages[S]['work']) => Promise<Stages[S]['result']>,
): AsyncGenerator<{ readonly places: Uint32Array; readonly made: Stages[S]['result'] }> {
  const order = readingOrder(pairs);
  const groups = Array.from({ length: Math.ceil(order.length / AT_A_TIME) }, (_, i) =>
    order.subarray(i * AT_A_TIME, (i + 1) * AT_A_TIME),
  );
  const works = groups.map((places) => Array.from(places, (place) => pairs[place]) as unknown as Stages[S]['work']);
  let done = 0;
  for await (const made of crew.each(stage, works, least, given, here)) {
    yield { places: groups[done++] as Uint32Array, made };
  }
}
