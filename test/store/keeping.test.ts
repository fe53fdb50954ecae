import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import { borrow, type Keeping, openKeeping } from '../../src/store/keeping.ts';
import type { Surveyed } from '../../src/store/surveyed.ts';
import type { Tray } from '../../src/store/tray.ts';
import { scratch } from '../scratch.ts';
import { surveys } from './surveys.ts';

/** Articles that are put away together, several times. */
const batches = fc.array(
  fc.array(surveys, { maxLength: 8 }).map((read) => read.flatMap((one) => ('reason' in one ? [] : [one]))),
  { maxLength: 6 },
);

function trayOf(keeping: Keeping, read: readonly Surveyed[], room: number): Tray {
  const filling = keeping.fill(room);
  read.forEach(filling.add);
  return filling.tray();
}

function keepAll(keeping: Keeping, read: readonly (readonly Surveyed[])[], room: number): Surveyed[] {
  return read.flatMap((batch) => {
    const tray = trayOf(keeping, batch, room);
    return batch.map(({ fingerprint: { source } }, row) => keeping.at(tray, row, source));
  });
}

/** All of a survey that looks its parts up. */
function parts({ fingerprint, telling, setAside, setAsideWords, lineHashes }: Surveyed): Surveyed {
  const { source, title, declares, misread, language, byteDigest, digest, words } = fingerprint;
  const { shingles, shingleCount, anchors, signature, terms } = fingerprint;
  const named = { source, title, declares, misread, language, byteDigest, digest, words };
  const all = { ...named, shingles, shingleCount, anchors, signature, terms } as Surveyed['fingerprint'];
  return { fingerprint: all, telling, setAside, setAsideWords, lineHashes };
}

it('gives every part of a survey as it was, wherever it stays', () => {
  fc.assert(
    fc.property(batches, fc.constantFrom(0, 4000, Number.POSITIVE_INFINITY), (read, room) => {
      const keeping = openKeeping();
      expect(keepAll(keeping, read, room).map(parts)).toEqual(read.flat().map(parts));
      keeping.close();
    }),
    { numRuns: 40 },
  );
});

it('fills several trays at a time', () => {
  fc.assert(
    fc.property(batches, fc.constantFrom(0, Number.POSITIVE_INFINITY), (read, room) => {
      const keeping = openKeeping();
      const fillings = read.map(() => keeping.fill(room));
      for (let row = 0; row < 8; row++) {
        for (const [i, batch] of read.entries()) if (row < batch.length) fillings[i]?.add(batch[row] as Surveyed);
      }
      const trays = fillings.map((filling) => filling.tray());
      const kept = read.map((batch, i) =>
        batch.map(({ fingerprint }, row) => parts(keeping.at(trays[i] as Tray, row, fingerprint.source))),
      );
      expect(kept).toEqual(read.map((batch) => batch.map(parts)));
      keeping.close();
    }),
    { numRuns: 40 },
  );
});

it('lends some of it to another thread, as that gets it', () => {
  fc.assert(
    fc.property(batches, fc.constantFrom(0, 4000, Number.POSITIVE_INFINITY), (read, room) => {
      const keeping = openKeeping();
      const some = keepAll(keeping, read, room).filter((_, i) => i % 3 > 0);
      const { trays, ...lent } = structuredClone(keeping.lend(some));
      expect(borrow({ trays, ...lent }).map(parts)).toEqual(some.map(parts));
      keeping.close();
    }),
    { numRuns: 40 },
  );
});

it('tells lines where an article turns out to be in another line of its container', () => {
  const read = fc.sample(surveys, 200);
  const found = read.find((one) => !('reason' in one) && one.fingerprint.source.record !== undefined);
  if (found === undefined || 'reason' in found) expect.fail();
  const { source } = found.fingerprint;
  const line = source.record?.line ?? 0;
  const setAside = [{ start: 0, end: 5, line: line + 2, reason: 'share-line' as const, text: 'Share' }];
  const keeping = openKeeping();
  const tray = trayOf(keeping, [{ ...found, setAside }], 0);
  const moved = keeping.at(tray, 0, { ...source, record: { offset: 0, length: 0, line: line + 1000 } });
  expect(moved.setAside).toEqual([{ ...setAside[0], line: line + 1002 }]);
  keeping.close();
});

/** Surveys whose arrays take some room. */
function some(): Surveyed[] {
  return fc.sample(surveys, 100).flatMap((one) => ('reason' in one ? [] : [one]));
}

it('has no file that anybody could find', () => {
  const folder = scratch();
  vi.stubEnv('TMPDIR', folder);
  vi.stubEnv('TEMP', folder);
  const keeping = openKeeping();
  trayOf(keeping, some(), 0);
  expect(readdirSync(folder)).toEqual([]);
  keeping.close();
  vi.unstubAllEnvs();
});

it('says what to do where no file can be made', () => {
  const missing = join(scratch(), 'none');
  vi.stubEnv('TMPDIR', missing);
  vi.stubEnv('TEMP', missing);
  const keeping = openKeeping();
  expect(() => trayOf(keeping, some(), 0)).toThrow(UsageError);
  expect(() => trayOf(keeping, some(), 0)).toThrow(/--max-memory/);
  vi.unstubAllEnvs();
});
