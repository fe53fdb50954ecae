import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ABSENT, hashTable } from '../src/hashTable.ts';

/** Many agree in their low bits, by which the table places them. */
const hash = fc.oneof(
  fc.nat(0xffffffff),
  fc.nat(0xfff).map((high) => high * 2 ** 20),
  fc.constant(0),
);

test('gives what was set last for a hash, and nothing for others, as a Map does', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(hash, fc.nat(0xffffffff)), { maxLength: 3000 }),
      fc.array(hash),
      (entries, others) => {
        const table = hashTable();
        const map = new Map<number, number>();
        for (const [key, value] of entries) {
          table.set(key, value);
          map.set(key, value);
        }
        expect(table.size).toBe(map.size);
        for (const key of [...map.keys(), ...others]) expect(table.get(key)).toBe(map.get(key) ?? ABSENT);
      },
    ),
  );
});

test('grows as far as it is filled', () => {
  const table = hashTable();
  for (let i = 0; i < 10_000; i++) table.set(Math.imul(i, 0x9e3779b1) >>> 0, i);
  expect(table.size).toBe(10_000);
  for (let i = 0; i < 10_000; i++) expect(table.get(Math.imul(i, 0x9e3779b1) >>> 0)).toBe(i);
});
