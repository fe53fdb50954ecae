import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPack, openPack } from '../../src/store/pack.ts';
import { scratch } from '../scratch.ts';

const key = fc.stringMatching(/^[0-9a-f]{32}$/);
const records = fc.dictionary(key, fc.uint8Array({ maxLength: 200 }), { maxKeys: 12 });

function write(file: string, all: Readonly<Record<string, Uint8Array>>): void {
  const writer = createPack(file, `${file}.part`);
  for (const [key, record] of Object.entries(all)) writer.add(key, record);
  writer.finish();
}

describe('a pack', () => {
  it('gives each record by its key', () => {
    const file = join(scratch(), 'pack');
    fc.assert(
      fc.property(records, (all) => {
        write(file, all);
        const pack = openPack(file) ?? expect.fail();
        expect([...pack.keys].sort()).toEqual(Object.keys(all).sort());
        for (const [key, record] of Object.entries(all)) expect(pack.read(key)).toEqual(record);
        pack.close();
      }),
    );
  });

  it('is not there before it is finished, and leaves nothing when it is abandoned', () => {
    const file = join(scratch(), 'pack');
    const writer = createPack(file, `${file}.part`);
    writer.add('0'.repeat(32), Uint8Array.of(1));
    expect(existsSync(file)).toBe(false);
    writer.abandon();
    expect(existsSync(`${file}.part`)).toBe(false);
  });

  it('never gives a damaged record, however it was cut short or changed', () => {
    const file = join(scratch(), 'pack');
    fc.assert(
      fc.property(records, fc.nat(), fc.nat(), fc.boolean(), (all, bit, cut, isCut) => {
        write(file, all);
        const bytes = readFileSync(file);
        const at = bit % (8 * bytes.length);
        bytes[at >> 3] = (bytes[at >> 3] as number) ^ (1 << (at & 7));
        writeFileSync(file, isCut ? bytes.subarray(0, cut % bytes.length) : bytes);
        const pack = openPack(file);
        for (const key of pack?.keys ?? []) {
          const read = pack?.read(key);
          if (read) expect(read).toEqual(all[key]);
        }
        pack?.close();
      }),
    );
  });
});
