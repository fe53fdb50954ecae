import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildIfStale, COMMAND, runCommand } from '../command.ts';
import { repository } from '../repository.ts';
import { scratch } from '../scratch.ts';
import { play } from './stage.ts';
import { story } from './story.ts';

const BASE = ['--baseline', 'base.json'];
const UPDATE = [...BASE, '--update-baseline', '-q'];
const CHECK = [...BASE, '--check'];
const copies = () => ({ 'a.txt': story('baker'), 'b.txt': story('baker'), 'c.txt': story('miller') });

beforeAll(buildIfStale);

/** A folder with two copies that the baseline accepts. */
async function accepted(files: Readonly<Record<string, string>> = copies()): Promise<string> {
  const cwd = scratch(files);
  expect((await play(cwd, UPDATE)).code).toBe(0);
  return cwd;
}

describe('--baseline', () => {
  it('passes what was accepted, and fails on a new pair', async () => {
    const cwd = await accepted();
    expect(await play(cwd, CHECK)).toMatchObject({ code: 0, stderr: '' });
    writeFileSync(join(cwd, 'd.txt'), story('miller'));
    const { code, stderr } = await play(cwd, CHECK);
    expect(code).toBe(1);
    expect(stderr).toBe(
      'check failed: 1 new duplicate in 1 cluster; to accept: dedupe --update-baseline --baseline base.json --check\n',
    );
  });

  it('fails on a third copy of an accepted pair, whatever its name', async () => {
    for (const name of ['0.txt', 'z.txt']) {
      const cwd = await accepted();
      writeFileSync(join(cwd, name), story('baker'));
      const { code, stderr } = await play(cwd, CHECK);
      expect([code, stderr]).toEqual([1, expect.stringMatching(/^check failed: 1 new duplicate in 1 cluster;/)]);
    }
  });

  it('points at the third copy, wherever it stands, and at nothing that is known', async () => {
    for (const name of ['0.txt', 'z.txt']) {
      const cwd = await accepted();
      writeFileSync(join(cwd, name), story('baker'));
      const { stdout } = await play(cwd, [...BASE, '-f', 'github']);
      expect(stdout.match(/file=[^,]+/g)).toEqual([`file=${name}`]);
    }
  });

  it('holds for the same contents under new names, and in another folder', async () => {
    const cwd = await accepted();
    for (const name of ['a.txt', 'b.txt']) rmSync(join(cwd, name));
    mkdirSync(join(cwd, 'moved'));
    for (const name of ['x.txt', 'moved/y.md']) writeFileSync(join(cwd, name), story('baker'));
    expect(await play(cwd, CHECK)).toMatchObject({ code: 0, stderr: '' });
  });

  it('holds for the same names after a small edit, and for no other contents under these names', async () => {
    const cwd = await accepted();
    writeFileSync(join(cwd, 'a.txt'), story('baker').replace('On day 3', 'On the third day'));
    expect(await play(cwd, CHECK)).toMatchObject({ code: 0, stderr: '' });
    for (const name of ['a.txt', 'b.txt']) writeFileSync(join(cwd, name), story('smith'));
    expect(await play(cwd, CHECK)).toMatchObject({ code: 1 });
  });

  it('reports what is gone, and prunes it when it is updated', async () => {
    const cwd = await accepted({ ...copies(), 'd.txt': story('miller') });
    rmSync(join(cwd, 'd.txt'));
    const gone = await play(cwd, [...CHECK, '-f', 'json']);
    expect([gone.code, gone.stderr]).toEqual([
      0,
      'baseline base.json: 1 accepted pair gone; --update-baseline prunes what is gone\n',
    ]);
    expect(JSON.parse(gone.stdout).baseline).toEqual({ from: 'base.json', known: 1, gone: 1 });
    const updated = await play(cwd, [...BASE, '--update-baseline']);
    expect(updated.stderr).toBe('baseline base.json: 1 pair accepted, 0 of them new; 1 pruned\n');
    expect(await play(cwd, CHECK)).toMatchObject({ code: 0, stderr: '' });
  });

  it('keeps what a run did not look at, and what could not be read this time', async () => {
    const cwd = await accepted({
      ...copies(),
      'sub/d.txt': story('miller'),
      'sub/e.txt': story('smith'),
      'sub/f.txt': story('smith'),
    });
    const base = () => readFileSync(join(cwd, 'base.json'), 'utf8');
    const before = base();
    expect(before.match(/"names"/g)).toHaveLength(3);
    for (const args of [
      ['sub'],
      ['--exclude', 'sub'],
      ['--relations', 'rewrite'],
      ['--fail-on', 'rewrite'],
      ['*.txt'],
    ]) {
      expect(await play(cwd, [...CHECK, ...args])).toMatchObject({ code: 0, stderr: '' });
      await play(cwd, [...UPDATE, ...args]);
      expect(base()).toBe(before);
    }
    await play(join(cwd, 'sub'), ['--baseline', '../base.json', '--update-baseline']);
    expect(base()).toBe(before);
    writeFileSync(join(cwd, 'b.txt'), Uint8Array.of(0, 1, 2, 3));
    await play(cwd, UPDATE);
    expect(base()).toBe(before);
    rmSync(join(cwd, 'b.txt'));
    await play(cwd, [...UPDATE, 'sub', 'a.txt', 'c.txt']);
    expect(base().match(/"names"/g)).toHaveLength(2);
  });

  it('is written with the folders that it names', async () => {
    const cwd = scratch(copies());
    await play(cwd, ['--baseline', 'new/folder/base.json', '--update-baseline']);
    expect(readdirSync(join(cwd, 'new/folder'))).toEqual(['base.json']);
  });

  it('marks what it accepts in the JSON, and leaves it out of the terminal unless all is asked for', async () => {
    const cwd = await accepted();
    writeFileSync(join(cwd, 'd.txt'), story('miller'));
    const { clusters, matches } = JSON.parse((await play(cwd, [...BASE, '-f', 'json'])).stdout);
    expect(clusters.map(({ known }: { known?: true }) => known)).toEqual([true, undefined]);
    expect(matches.map(({ known }: { known?: true }) => known)).toEqual([true, undefined]);
    const shown = (await play(cwd, BASE)).stdout;
    expect(shown).toContain('1 accepted by the baseline');
    expect(shown).toContain('Cluster 1 of 1');
    expect(shown).not.toContain('a.txt');
    expect((await play(cwd, [...BASE, '--full'])).stdout).toContain('a.txt');
  });

  it('names articles from where it is, not from where the command runs', async () => {
    const cwd = scratch({
      'news/a.txt': story('baker'),
      'news/b.txt': story('baker'),
      'news/sub/c.txt': story('miller'),
    });
    await play(join(cwd, 'news'), ['--baseline', '../base.json', '--update-baseline', '-q']);
    expect(readFileSync(join(cwd, 'base.json'), 'utf8')).toContain('"names":["news/a.txt","news/b.txt"]');
    writeFileSync(join(cwd, 'news/a.txt'), story('baker').replace('On day 3', 'On the third day'));
    expect((await play(cwd, CHECK)).code).toBe(0);
    expect((await play(join(cwd, 'news/sub'), ['..', '--baseline', '../../base.json', '--check'])).code).toBe(0);
  });

  it('knows records of a container by their ids', async () => {
    const line = (id: string, subject: string) => `${JSON.stringify({ id, text: story(subject) })}\n`;
    const cwd = await accepted({ 'x.jsonl': line('../1', 'baker') + line('two#2', 'baker') });
    const edited = line('../1', 'baker').replace('On day 3', 'On the third day');
    writeFileSync(join(cwd, 'x.jsonl'), line('0', 'smith') + edited + line('two#2', 'baker'));
    expect(await play(cwd, CHECK)).toMatchObject({ code: 0, stderr: '' });
  });

  it('accepts only what the check fails on', async () => {
    const cwd = scratch(copies());
    await play(cwd, [...UPDATE, '--fail-on', 'rewrite']);
    expect((await play(cwd, CHECK)).code).toBe(1);
  });

  it.each([
    [['--baseline', 'none.json'], "There is no baseline 'none.json'; --update-baseline writes one."],
    [['--baseline', 'none.json', '--check'], "There is no baseline 'none.json'"],
    [['--update-baseline'], '--update-baseline needs a file to write, named by --baseline.'],
    [['--baseline', 'newer.json'], 'is of version 7, and this dedupe knows 1'],
    [['--baseline', 'newer.json', '--update-baseline'], 'is of version 7, and this dedupe knows 1'],
    [['--baseline', 'merge.json'], "The baseline 'merge.json' has a merge conflict in line 2"],
    [['--baseline', 'merge.json', '--update-baseline'], 'has a merge conflict in line 2'],
    [['--baseline', 'torn.json'], "The baseline 'torn.json' is no JSON"],
    [['--baseline', 'folder'], "Can't read the baseline 'folder'"],
    [['--baseline', 'torn.json/base.json', '--update-baseline'], "Can't write the baseline 'torn.json/base.json'"],
    [['--baseline', 'a.txt'], 'else name another file, which --update-baseline writes.'],
    [['compare', 'a.txt', 'b.txt', '--baseline', 'newer.json'], 'compare takes no --baseline.'],
  ])('%j can not run', async (args, part) => {
    const files = {
      'newer.json': '{"version": 7, "accepted": []}',
      'merge.json': '{\n<<<<<<< HEAD\n"version": 1,\n=======\n',
      'torn.json': '{"version": 1, "accep',
      'folder/': '',
    };
    const cwd = scratch({ ...copies(), ...files });
    const { code, stderr } = await play(cwd, args);
    expect(stderr).toContain(part);
    expect(code).toBe(2);
    expect(readdirSync(cwd).sort()).toEqual([
      ...Object.keys(copies()),
      'folder',
      'merge.json',
      'newer.json',
      'torn.json',
    ]);
  });

  it('is written whole or not at all, through links, and leaves nothing beside it', async () => {
    const cwd = scratch({ ...copies(), 'real/base.json': '{"version": 1, "accepted": [null]}' });
    symlinkSync('real/base.json', join(cwd, 'base.json'));
    expect((await play(cwd, UPDATE)).code).toBe(0);
    expect(readFileSync(join(cwd, 'real/base.json'), 'utf8')).toContain('"names":["a.txt","b.txt"]');
    expect(readdirSync(cwd).sort()).toEqual(['a.txt', 'b.txt', 'base.json', 'c.txt', 'real']);
    expect(readdirSync(join(cwd, 'real'))).toEqual(['base.json']);
  });

  it.skipIf(process.getuid?.() === 0)('stays as it is where the folder can not be written', async () => {
    const cwd = await accepted();
    const before = readFileSync(join(cwd, 'base.json'), 'utf8');
    writeFileSync(join(cwd, 'd.txt'), story('miller'));
    chmodSync(cwd, 0o555);
    expect((await play(cwd, UPDATE)).code).toBe(2);
    chmodSync(cwd, 0o755);
    expect(readFileSync(join(cwd, 'base.json'), 'utf8')).toBe(before);
  });
});

describe('the suggested command', () => {
  it('accepts what failed, when it is pasted into a shell', async () => {
    const cwd = scratch({ "it's here/a b.txt": story('baker'), "it's here/$c.txt": story('baker') });
    const failed = await runCommand(cwd, ['--check', "it's here", '--exclude', '*$(x)']);
    expect(failed.code).toBe(1);
    const suggested = / in the check: (.*)\n$/.exec(failed.stderr)?.[1] as string;
    const script = `dedupe() { "${process.execPath}" "${COMMAND}" "$@"; }; ${suggested}`;
    expect(spawnSync('sh', ['-c', script], { cwd }).status).toBe(0);
    expect(readFileSync(join(cwd, 'dedupe-baseline.json'), 'utf8')).toContain("it's here/$c.txt");
    const again = ['--check', "it's here", '--baseline', 'dedupe-baseline.json'];
    expect(await runCommand(cwd, again)).toMatchObject({ code: 0, stderr: '' });
  });

  it('is told in words where an argument can not be seen', async () => {
    const { stderr } = await play(scratch(copies()), ['--check', '--exclude', '*\n\u001b[2J']);
    expect(stderr).toMatch(
      /; to accept, add --baseline dedupe-baseline.json --update-baseline to this command once, and [\P{Cc}]*\n$/u,
    );
  });
});

describe('--no-baseline', () => {
  it('takes none where the config names one', async () => {
    const cwd = await accepted({ ...copies(), 'dedupe.config.yaml': 'baseline: base.json\n' });
    expect((await play(cwd, ['--check'])).code).toBe(0);
    const without = await play(cwd, ['--check', '--no-baseline']);
    expect([without.code, without.stderr]).toEqual([
      1,
      expect.stringMatching(/dedupe --baseline dedupe-baseline.json --update-baseline --check\n$/),
    ]);
    expect((await play(cwd, ['--print-config', '--no-baseline'])).stdout).toContain('# baseline is not set');
    expect((await play(cwd, ['--no-baseline', '--baseline-from-ref', 'x'])).stderr).not.toContain('take one of them');
  });
});

describe('baselines of two branches', () => {
  const LINES = 40;
  const subjects = Array.from({ length: LINES }, (_, i) => `subject${i}`);
  const pairsOf = (some: readonly string[]) =>
    Object.fromEntries(some.flatMap((subject) => ['a', 'b'].map((side) => [`${subject}.${side}.txt`, story(subject)])));

  it('merge without a conflict where their lines are apart, and pass together', async () => {
    const { folder, git, write, commit } = repository(pairsOf(subjects));
    const update = async () => expect((await play(folder, UPDATE)).code).toBe(0);
    await update();
    commit();
    git('switch', '-qc', 'left');
    write(pairsOf(['alder']));
    await update();
    commit();
    git('switch', '-qc', 'right', 'main');
    write(pairsOf(['birch']));
    await update();
    commit();
    git('merge', '-q', '-m', 'both', 'left');
    expect(await play(folder, CHECK)).toMatchObject({ code: 0, stderr: '' });
  });

  it('that touch one line are said to be in conflict; both sides kept, they pass', async () => {
    const { folder, git, write, commit } = repository(pairsOf(['old']));
    const update = async () => expect((await play(folder, UPDATE)).code).toBe(0);
    await update();
    commit();
    for (const branch of ['left', 'right']) {
      git('switch', '-qc', branch, 'main');
      git('rm', '-q', 'old.a.txt');
      write(pairsOf([branch, `${branch}s`]));
      await update();
      commit();
    }
    expect(() => git('merge', '-q', 'left')).toThrow();
    const conflict = await play(folder, CHECK);
    expect([conflict.code, conflict.stderr]).toEqual([
      2,
      expect.stringMatching(/merge conflict in line \d+: keep the/),
    ]);
    const path = join(folder, 'base.json');
    const both = readFileSync(path, 'utf8').replace(/^(?:<<<<<<<|=======|>>>>>>>).*\n/gm, '');
    writeFileSync(path, both);
    expect(await play(folder, CHECK)).toMatchObject({ code: 0, stderr: '' });
  });
});
