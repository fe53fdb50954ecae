import { existsSync, readdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Settings } from '../../src/config/settings.ts';
import { findDuplicates } from '../../src/pipeline.ts';
import { buildIfStale, runCommand } from '../command.ts';
import { scratch } from '../scratch.ts';

const NAMES = ['Halvik', 'Granvik', 'Asphult', 'Brunnby', 'Kell', 'Orne', 'Torsby', 'Malung', 'Edane', 'Sunne'];
const THINGS = ['ferry', 'school', 'bridge', 'library', 'quarry', 'mill', 'harbour', 'museum', 'brewery', 'station'];

/** Sixty reports of ten kinds, told twice, copied and edited; with a notice that recurs below each. */
function folder(): Record<string, string> {
  const files: Record<string, string> = {};
  for (let i = 0; i < 60; i++) {
    const [name, thing] = [NAMES[i % 10] as string, THINGS[(i * 7 + Math.floor(i / 10)) % 10] as string];
    const own = `It employs ${i + 3} people, says ${NAMES[(i * 3 + 1) % 10]} Lind${i}, and was painted ${thing}${i} blue.`;
    files[`a${i}.txt`] = [
      `The ${thing} of ${name} closes in ${1900 + i} days after a vote on Monday, and ${40 + i} families are to move.`,
      `Mayor Odd${i % 6} Berg told the council that repairs would cost ${i + 2} million crowns, more than the town has.`,
      own,
      `Visitors may see the old ${thing} until winter; the keys then go to the county of ${NAMES[(i + 4) % 10]}.`,
      'All rights belong to the Evening Ledger of the ten towns, and reprints need its written consent.',
    ].join('\n\n');
    if (i % 6 === 0) files[`copy${i}.txt`] = `${files[`a${i}.txt`]}\n\nCorrected on Tuesday.`;
  }
  files['short.txt'] = 'Too short.';
  files['b.jsonl'] = [1, 2].map((n) => JSON.stringify({ id: n, text: `${files[`a${n}.txt`]}` })).join('\n');
  return files;
}

const run = async (cwd: string, more: Settings = {}): Promise<string> =>
  JSON.stringify(await findDuplicates('.', { cwd, exclude: ['cache'], ...more }));

describe('a run with a cache', () => {
  it('gives what a run without gives, also when articles were changed, added, renamed and removed since', async () => {
    const files = folder();
    const cwd = scratch(files);
    const cacheFolder = join(cwd, 'cache');
    const check = async (): Promise<void> => expect(await run(cwd, { cacheFolder })).toBe(await run(cwd));
    await check();
    await check();
    for (const i of [3, 14, 25]) writeFileSync(join(cwd, `a${i}.txt`), `${files[`a${i}.txt`]}\n\nA word more: ${i}.`);
    renameSync(join(cwd, 'a40.txt'), join(cwd, 'renamed.md'));
    rmSync(join(cwd, 'a41.txt'));
    writeFileSync(join(cwd, 'new.txt'), `${files['a7.txt']?.replace('Monday', 'Friday')}`);
    // A record moves down a line: what was set aside in it is then in another line too.
    writeFileSync(join(cwd, 'b.jsonl'), `${JSON.stringify({ text: 'Nothing much.' })}\n${files['b.jsonl']}`);
    await check();
    await check();
    // Nothing on record but other weights: all of the folder's words are commoner now.
    for (let i = 0; i < 40; i++) writeFileSync(join(cwd, `more${i}.txt`), `${files[`a${i}.txt`]} Extra${i}.`);
    await check();
    await check();
  });

  it('keeps runs of other settings apart', async () => {
    const cwd = scratch(folder());
    const cacheFolder = join(cwd, 'cache');
    for (const more of [{}, { relations: ['near-copy'] as const }, { minWords: 60 }, { rewriteThreshold: 0.1 }, {}]) {
      expect(await run(cwd, { ...more, cacheFolder })).toBe(await run(cwd, more));
    }
  });

  it('survives whatever befalls its files', async () => {
    const cwd = scratch(folder());
    const cacheFolder = join(cwd, 'cache');
    const expected = await run(cwd);
    await run(cwd, { cacheFolder });
    for (const damage of [cutShort, flipped, emptied]) {
      for (const name of readdirSync(cacheFolder)) {
        const path = join(cacheFolder, name);
        writeFileSync(path, damage(readFileSync(path)));
      }
      expect(await run(cwd, { cacheFolder })).toBe(expected);
    }
  });

  it('does not grow without bound: packs are merged, and what a broken run left is swept', async () => {
    const files = folder();
    const cwd = scratch(files);
    const cacheFolder = join(cwd, 'cache');
    for (let i = 0; i < 10; i++) {
      writeFileSync(join(cwd, 'a1.txt'), `${files['a1.txt']}\n\nEdition ${i}.`);
      await run(cwd, { cacheFolder, relations: ['identical'] });
    }
    const left = join(cacheFolder, 'x.surveys.unfinished');
    writeFileSync(left, 'cut short');
    utimesSync(left, 0, 0);
    await run(cwd, { cacheFolder, relations: ['identical'] });
    const names = readdirSync(cacheFolder);
    expect(names.filter((name) => name.endsWith('.surveys')).length).toBeLessThanOrEqual(8);
    expect(names.filter((name) => name.endsWith('.unfinished'))).toEqual([]);
  });
});

describe('the command', () => {
  beforeAll(buildIfStale);

  it('keeps its cache where it is told, two runs at once, and prints the same', async () => {
    const cwd = scratch(folder());
    const args = ['a0.txt', 'a1.txt', 'copy0.txt', '-f', 'json'];
    const plain = await runCommand(cwd, args);
    const cached = [...args, '--cache', '--cache-location', 'kept'];
    const both = await Promise.all([runCommand(cwd, cached), runCommand(cwd, cached)]);
    for (const { stdout } of [...both, await runCommand(cwd, cached)]) expect(stdout).toBe(plain.stdout);
    expect(readdirSync(join(cwd, 'kept')).length).toBeGreaterThan(0);
  });

  it('keeps it in node_modules of a package, where other tools keep theirs', async () => {
    const cwd = scratch({ 'package.json': '{}', 'node_modules/': '', 'docs/a.txt': folder()['a0.txt'] as string });
    expect((await runCommand(join(cwd, 'docs'), ['--cache'])).code).toBe(0);
    expect(readdirSync(join(cwd, 'node_modules/.cache/dedupe')).length).toBeGreaterThan(0);
  });

  it('says so where the folder of the cache can not be used', async () => {
    const cwd = scratch({ 'a.txt': folder()['a0.txt'] as string, taken: 'a file' });
    const { code, stderr } = await runCommand(cwd, ['--cache', '--cache-location', 'taken']);
    expect(code).toBe(2);
    expect(stderr).toContain("error: Can't use the cache folder");
  });

  it('goes on without where the folder that caches are usually in can not be made', async () => {
    const cwd = scratch({ 'a.txt': folder()['a0.txt'] as string, taken: 'a file' });
    const nowhere = join(cwd, 'taken');
    const env = { HOME: nowhere, XDG_CACHE_HOME: nowhere, LOCALAPPDATA: nowhere, USERPROFILE: nowhere };
    const { code, stdout, stderr } = await runCommand(cwd, ['--cache', 'a.txt'], '', env);
    expect(code).toBe(0);
    expect(stdout).toBe((await runCommand(cwd, ['a.txt'])).stdout);
    expect(stderr).toContain('no cache was used, for ');
    expect((await runCommand(cwd, ['--cache', '-q', 'a.txt'], '', env)).stderr).toBe('');
  });

  // Node's own recursive mkdir never returns there.
  it.runIf(existsSync('/proc/self'))('ends where the file system takes no folders', async () => {
    const cwd = scratch({ 'a.txt': folder()['a0.txt'] as string });
    const { code, stderr } = await runCommand(cwd, ['--cache', '--cache-location', '/proc/kept/here']);
    expect(code).toBe(2);
    expect(stderr).toContain("error: Can't use the cache folder '/proc/kept/here'");
  });
});

const cutShort = (bytes: Buffer): Buffer => bytes.subarray(0, bytes.length / 2);
const emptied = (): Buffer => Buffer.alloc(0);
function flipped(bytes: Buffer): Buffer {
  const changed = Buffer.from(bytes);
  for (let at = 100; at < changed.length; at += 997) changed[at] = (changed[at] as number) ^ 0x40;
  return changed;
}
