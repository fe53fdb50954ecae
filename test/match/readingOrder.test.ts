import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readingOrder } from '../../src/match/readingOrder.ts';
import type { Pair } from '../../src/model/match.ts';

const pair = fc.tuple(fc.nat(12), fc.nat(12)).map(([a, b]): Pair => ({ a, b }));

/** Articles of each pair's group, by the slowest way there is: until nothing changes. */
function groupsOf(pairs: readonly Pair[]): number[] {
  const group = Array.from({ length: 13 }, (_, i) => i);
  for (let changed = true; changed; ) {
    changed = false;
    for (const { a, b } of pairs) {
      const least = Math.min(group[a] as number, group[b] as number);
      if (group[a] === least && group[b] === least) continue;
      group[a] = least;
      group[b] = least;
      changed = true;
    }
  }
  return pairs.map(({ a }) => group[a] as number);
}

it('has every pair once, those of joined articles in a row, and keeps the order within and among them', () => {
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 30 }), (pairs) => {
      const order = Array.from(readingOrder(pairs));
      const group = groupsOf(pairs);
      const inARow = [...new Set(group)].flatMap((each) => pairs.flatMap((_, i) => (group[i] === each ? [i] : [])));
      expect(order).toEqual(inARow);
    }),
  );
});
