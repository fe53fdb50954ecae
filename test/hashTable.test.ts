import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ABSENT, enter, entries, hashTable, lookUp, tally } from '../src/hashTable.ts';

/** Many agree in their low bits, by which the table places them. */
const hash = fc.oneof(
  fc.nat(0xffffffff),
  fc.nat(0xfff).map((high) => high * 2 ** 20),
  fc.constant(0),
);

test('gives what was set last for a hash, and nothing for others, as a Map does', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(hash, fc.nat(ABSENT - 1)), { maxLength: 3000 }),
      fc.array(hash),
      (entries, others) => {
        const table = hashTable();
        const map = new Map<number, number>();
        for (const [key, value] of entries) {
          enter(table, key, value);
          map.set(key, value);
        }
        expect(table.size).toBe(map.size);
        for (const key of [...map.keys(), ...others]) expect(lookUp(table, key)).toBe(map.get(key) ?? ABSENT);
      },
    ),
  );
});

test('keeps nothing where nothing is entered', () => {
  const table = hashTable();
  enter(table, 7, ABSENT);
  expect(lookUp(table, 7)).toBe(ABSENT);
  expect([...entries(table)]).toEqual([]);
  expect(table.size).toBe(0);
});

test('grows as far as it is filled', () => {
  const table = hashTable();
  for (let i = 0; i < 10_000; i++) enter(table, Math.imul(i, 0x9e3779b1) >>> 0, i);
  expect(table.size).toBe(10_000);
  for (let i = 0; i < 10_000; i++) expect(lookUp(table, Math.imul(i, 0x9e3779b1) >>> 0)).toBe(i);
});

test('counts how often a hash is met', () => {
  fc.assert(
    fc.property(fc.array(hash, { maxLength: 3000 }), (met) => {
      const table = hashTable();
      const map = new Map<number, number>();
      for (const key of met) {
        tally(table, key);
        map.set(key, (map.get(key) ?? 0) + 1);
      }
      expect(new Map(entries(table))).toEqual(map);
    }),
  );
});
