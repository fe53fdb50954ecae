import type { Pair } from '../model/match.ts';
import { joined } from './joined.ts';

/**
 * An order of pairs in which few articles are read twice: those of articles that pairs join, be it over others, are in a
 * row; within them and among them the order is as it was. Almost linear.
 *
 * @returns places among `pairs`
 */
export function readingOrder(pairs: readonly Pair[]): Uint32Array {
  const articles = pairs.reduce((most, { a, b }) => Math.max(most, a + 1, b + 1), 0);
  const { join, rootOf } = joined(articles);
  for (const { a, b } of pairs) join(a, b);

  const inRoot = new Uint32Array(articles);
  for (const { a } of pairs) inRoot[rootOf(a)] = (inRoot[rootOf(a)] as number) + 1;
  /** Where the next pair of each root goes, or that none has come yet. */
  const next = new Int32Array(articles).fill(NONE);
  const order = new Uint32Array(pairs.length);
  let taken = 0;
  for (const [place, { a }] of pairs.entries()) {
    const root = rootOf(a);
    if (next[root] === NONE) {
      next[root] = taken;
      taken += inRoot[root] as number;
    }
    order[next[root] as number] = place;
    next[root] = (next[root] as number) + 1;
  }
  return order;
}

const NONE = -1;
