import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildIfStale, runCommand } from '../command.ts';
import { REPORT, RETOLD } from '../retold.ts';
import { scratch } from '../scratch.ts';

interface Found {
  readonly matches: readonly unknown[];
}

describe('--stats', () => {
  beforeAll(buildIfStale);

  it('gives a pair the same score whatever else is in the folder', async () => {
    const cwd = scratch({ 'a.txt': REPORT, 'b.txt': RETOLD });
    const scores = async (...args: string[]): Promise<unknown> => {
      const { stdout } = await runCommand(cwd, ['-f', 'json', ...args]);
      return (JSON.parse(stdout) as Found).matches;
    };
    const before = await scores('--stats', 'counts.json', '--update-stats');
    expect(before).toMatchObject([{ a: 'a.txt', b: 'b.txt', relation: 'rewrite' }]);
    const frozen = readFileSync(join(cwd, 'counts.json'));
    for (let i = 0; i < 30; i++) {
      const filler = Array.from({ length: 30 }, (_, k) => `lighthouse word${i}x${k}`).join(' ');
      writeFileSync(join(cwd, `c${i}.txt`), `${filler}. Halvik, a council, its painters, crowns and lantern ${i}.`);
    }
    expect(await scores('--stats', 'counts.json')).toEqual(before);
    expect(await scores()).not.toEqual(before);
    expect(readFileSync(join(cwd, 'counts.json'))).toEqual(frozen);
  });

  it('says what is wrong with a file, and what to do', async () => {
    const cwd = scratch({ 'a.txt': REPORT, 'b.txt': RETOLD, 'broken.json': '{"dedupeStats": 9}' });
    const absent = await runCommand(cwd, ['--stats', 'absent.json']);
    expect(absent).toMatchObject({ code: 2 });
    expect(absent.stderr).toContain(
      "Can't take the statistics in 'absent.json'. There is no such file; --update-stats",
    );
    const broken = await runCommand(cwd, ['--stats', 'broken.json']);
    expect(broken).toMatchObject({ code: 2 });
    expect(broken.stderr).toContain('Its version is 9');
    expect(await runCommand(cwd, ['--update-stats'])).toMatchObject({ code: 2 });
  });
});
