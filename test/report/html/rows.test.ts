import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layRows, type Tie } from '../../../src/report/html/client/rows.ts';

const tie = (a: number, b: number, weight = 1): Tie => ({ a, b, weight });

describe('two texts beside each other', () => {
  it('begin what answers each other on one level', () => {
    expect(layRows([tie(0, 0), tie(2, 1)], { a: 4, b: 2 })).toEqual([
      { a: [0, 2], b: [0, 1] },
      { a: [2, 4], b: [1, 2] },
    ]);
  });

  it('follow the heavier of two orders where both cannot hold', () => {
    const ties = [tie(0, 2, 9), tie(1, 0, 5), tie(2, 1, 5)];
    expect(layRows(ties, { a: 3, b: 3 })).toEqual([
      { a: [0, 1], b: [0, 0] },
      { a: [1, 2], b: [0, 1] },
      { a: [2, 3], b: [1, 3] },
    ]);
  });

  it('have every paragraph of both once, in order', () => {
    const sizes = fc.record({ a: fc.integer({ min: 1, max: 12 }), b: fc.integer({ min: 1, max: 12 }) });
    const layouts = sizes.chain((size) => {
      const ties = fc.array(
        fc.record({ a: fc.nat(size.a - 1), b: fc.nat(size.b - 1), weight: fc.integer({ min: 1, max: 9 }) }),
        { maxLength: 20 },
      );
      return fc.tuple(fc.constant(size), ties);
    });
    fc.assert(
      fc.property(layouts, ([size, ties]) => {
        const rows = layRows(ties, size);
        for (const side of ['a', 'b'] as const) {
          const listed = rows.flatMap((row) =>
            Array.from({ length: row[side][1] - row[side][0] }, (_, i) => row[side][0] + i),
          );
          expect(listed).toEqual(Array.from({ length: size[side] }, (_, i) => i));
        }
      }),
    );
  });
});
