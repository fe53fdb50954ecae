import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import { openShelf } from '../../src/store/shelf.ts';
import { scratch } from '../scratch.ts';

/** Some are larger than what is gathered at a time. */
const records = fc.array(
  fc.record({ length: fc.oneof(fc.nat(100), fc.nat(400_000), fc.nat(1_500_000)), value: fc.nat(255) }),
  { maxLength: 12 },
);

it('gives each record back, wherever it stays, in any order and again', () => {
  fc.assert(
    fc.property(records, fc.infiniteStream(fc.boolean()), (wanted, room) => {
      const shelf = openShelf(() => room.next().value as boolean);
      const places = wanted.map(({ length, value }) => shelf.put(new Uint8Array(length).fill(value)));
      const all = [...places.keys()];
      for (const i of [...all.toReversed(), ...all]) {
        const { length, value } = wanted[i] as { length: number; value: number };
        const record = shelf.take(places[i] as number);
        expect(record.byteOffset % 8).toBe(0);
        expect(Buffer.compare(record, Buffer.alloc(length, value))).toBe(0);
      }
      shelf.close();
    }),
    { numRuns: 30 },
  );
});

it('has no file that anybody could find', () => {
  const folder = scratch();
  vi.stubEnv('TMPDIR', folder);
  vi.stubEnv('TEMP', folder);
  const shelf = openShelf(() => false);
  for (let i = 0; i < 3; i++) shelf.put(new Uint8Array(2 ** 20));
  expect(readdirSync(folder)).toEqual([]);
  shelf.close();
  vi.unstubAllEnvs();
});

it('says what to do where no file can be made', () => {
  const missing = join(scratch(), 'none');
  vi.stubEnv('TMPDIR', missing);
  vi.stubEnv('TEMP', missing);
  const shelf = openShelf(() => false);
  const fill = (): void => {
    for (let i = 0; i < 3; i++) shelf.put(new Uint8Array(2 ** 20));
  };
  expect(fill).toThrow(UsageError);
  expect(fill).toThrow(/--max-memory/);
  vi.unstubAllEnvs();
});
