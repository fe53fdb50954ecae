import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildIfStale, COMMAND, runCommand } from '../command.ts';
import { repository } from '../repository.ts';
import { scratch } from '../scratch.ts';
import { story } from './story.ts';

beforeAll(buildIfStale);

const old = () => ({ 'in/a.txt': story('baker'), 'in/b.txt': story('baker'), 'in/c.txt': story('miller') });
const check = (cwd: string, ...args: string[]) => runCommand(cwd, ['--check', '--baseline-from-ref', 'main', ...args]);

describe('--baseline-from-ref', () => {
  it('passes what a commit has, and fails on what is new since: a pair, or a third copy', async () => {
    const { folder, write } = repository(old());
    expect(await check(folder)).toMatchObject({ code: 0, stderr: '' });
    write({ 'in/new.txt': story('miller') });
    const pair = await check(folder);
    expect([pair.code, pair.stderr]).toEqual([
      1,
      'check failed: 1 new duplicate in 1 cluster; to accept, merge it into main, or keep a file by --baseline in place of --baseline-from-ref\n',
    ]);
    write({ 'in/new.txt': story('baker') });
    expect((await check(folder)).stderr).toContain('check failed: 1 new duplicate in 1 cluster');
  });

  it('says what it accepts, and nothing of what is gone', async () => {
    const { folder, git } = repository({ ...old(), 'in/d.txt': story('miller') });
    git('rm', '-q', 'in/d.txt');
    const { stdout, stderr } = await check(folder, '-f', 'json');
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toMatchObject({
      baseline: { from: 'main', known: 1, gone: 1 },
      matches: [{ known: true }],
    });
  });

  it('touches neither the work tree nor the index, and leaves no temporary folder', async () => {
    const { folder, git, write } = repository(old());
    write({ 'in/a.txt': story('smith'), 'in/staged.txt': story('weaver') });
    git('add', 'in/staged.txt');
    const state = () => [readFileSync(join(folder, '.git/index')), git('status', '--porcelain'), readdirSync(folder)];
    const before = state();
    const temporary = scratch();
    const { code } = await runCommand(folder, ['--baseline-from-ref', 'HEAD'], '', { TMPDIR: temporary });
    expect(code).toBe(0);
    expect(state()).toEqual(before);
    expect(readdirSync(temporary)).toEqual([]);
  });

  it('takes paths, globs and settings as they are meant now, from a subfolder too', async () => {
    const files = { ...old(), 'in/x.rst': story('smith'), 'in/y.rst': story('smith'), '.gitignore': 'in/hidden\n' };
    const { folder, write } = repository({ ...files, 'in/hidden/h.txt': story('miller') });
    const inside = join(folder, 'in');
    for (const args of [
      ['.'],
      [inside],
      ['../in/a.txt', 'b.txt'],
      ['*.rst'],
      ['x.rst', 'y.rst'],
      ['..', '--exclude', 'b.txt'],
    ])
      expect(await check(inside, ...args)).toMatchObject({ code: 0, stderr: '' });
    // What was ignored there is not known from there.
    write({ 'in/new.txt': story('miller') });
    expect((await check(inside, '.')).code).toBe(1);
    expect((await check(inside, 'a.txt', '--against', '.')).code).toBe(0);
    expect((await check(inside, '.', '--changed-since', 'main')).stderr).toContain('1 new duplicate in 1 cluster');
  });

  it('is about the files, whatever links lead to them', async () => {
    const { folder, write } = repository(old());
    const links = scratch();
    symlinkSync(folder, join(links, 'there'));
    const there = join(links, 'there/in');
    const edited = story('baker').replace('On day 3', 'On the third day');
    write({ 'in/a.txt': edited });
    const within = [
      [folder, there],
      [folder, relative(folder, there)],
      [join(links, 'there'), there],
    ] as const;
    for (const at of within) expect(await check(...at)).toMatchObject({ code: 0, stderr: '' });
    write({ 'in/new.txt': story('miller') });
    for (const at of within) expect((await check(...at)).stderr).toContain('1 new duplicate in 1 cluster');
  });

  it('takes what a config file leaves out and what it lets repeat as seen from there', async () => {
    const config = 'exclude: [in/b.txt]\nignorePairs:\n  - { paths: [in/c.txt, in/d.txt], reason: the same }\n';
    const { folder, write } = repository({ ...old(), 'in/d.txt': story('miller'), 'dedupe.config.yaml': config });
    const { stdout } = await check(join(folder, 'in'), '-f', 'json');
    expect(JSON.parse(stdout)).toMatchObject({ baseline: { known: 0, gone: 0 }, matches: [], suppressed: [{}] });
    write({ 'in/z.txt': story('miller') });
    expect((await check(join(folder, 'in'))).code).toBe(1);
  });

  it('knows nothing of a commit that has no such articles', async () => {
    const { folder, write } = repository({ README: 'Nothing yet.\n' });
    write(old());
    expect((await check(folder)).code).toBe(1);
    expect((await check(folder, 'in')).code).toBe(1);
    expect((await check(folder, 'in/*.txt')).code).toBe(1);
  });

  it('runs what the repository set for checking out, as git does, and nothing of what it set for hooks', async () => {
    const { folder, git, commit } = repository(old());
    mkdirSync(join(folder, '.git/hooks'), { recursive: true });
    writeFileSync(join(folder, '.git/hooks/post-checkout'), '#!/bin/sh\ntouch hooked\n', { mode: 0o755 });
    git('config', 'core.autocrlf', 'true');
    commit({ 'in/d.txt': story('smith') });
    expect((await check(folder)).code).toBe(0);
    expect(() => statSync(join(folder, 'hooked'))).toThrow();
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)(
    'leaves no temporary folder when it is ended by %s',
    async (signal) => {
      const files = Object.fromEntries(
        Array.from({ length: 300 }, (_, i) => [`${i}.txt`, story(`subject${i}`).repeat(20)]),
      );
      const { folder } = repository(files);
      const temporary = scratch();
      const child = spawn(process.execPath, [COMMAND, '--baseline-from-ref', 'main'], {
        cwd: folder,
        env: { PATH: process.env.PATH, TMPDIR: temporary },
        stdio: 'ignore',
      });
      const ended = new Promise<NodeJS.Signals | null>((done) => child.on('exit', (_, by) => done(by)));
      const isLaidOut = () =>
        readdirSync(temporary, { recursive: true }).some((name) => String(name).endsWith('299.txt'));
      while (child.exitCode === null && !isLaidOut()) await setTimeout(5);
      child.kill(signal);
      expect(await ended).toBe(signal);
      for (let tries = 0; tries < 1000 && readdirSync(temporary).length > 0; tries++) await setTimeout(20);
      expect(readdirSync(temporary)).toEqual([]);
    },
  );

  it.each([
    [['--baseline-from-ref', 'nowhere'], "--baseline-from-ref: there is no commit, branch or tag 'nowhere' here."],
    [['--baseline-from-ref=--all'], "--baseline-from-ref takes a commit, branch or tag, not '--all'."],
    [['--baseline-from-ref', 'main', '--baseline', 'x'], 'both say what passes; take one of them.'],
    [['--baseline-from-ref', 'main', '--update-baseline'], '--update-baseline writes a file'],
    [['--baseline-from-ref', 'main', 'none'], "There is no file or folder 'none'."],
    [['compare', 'in/a.txt', 'in/b.txt', '--baseline-from-ref', 'main'], 'no --baseline-from-ref.'],
  ])('%j can not run', async (args, part) => {
    const { code, stdout, stderr } = await runCommand(repository(old()).folder, args);
    expect(stderr).toContain(part);
    expect([code, stdout]).toEqual([2, '']);
  });

  it('needs a repository, and git', async () => {
    const none = await runCommand(scratch(old()), ['--baseline-from-ref', 'main']);
    expect([none.code, none.stderr]).toEqual([2, expect.stringContaining('git says: not a git repository')]);
    const without = await runCommand(repository(old()).folder, ['--baseline-from-ref', 'main'], '', {
      PATH: '/nowhere',
    });
    expect([without.code, without.stderr]).toEqual([
      2,
      expect.stringContaining('--baseline-from-ref needs git, and there is none'),
    ]);
  });
});
