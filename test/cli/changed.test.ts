import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { repository, repositoryIn } from '../repository.ts';
import { scratch } from '../scratch.ts';
import { type Played, play } from './stage.ts';
import { story } from './story.ts';

const run = (cwd: string, args: readonly string[], stdin = '') =>
  play(cwd, args, { env: { PATH: process.env.PATH ?? '' }, stdin: Readable.from([stdin]) });

/** The pairs that a run with these options reports, each as "a ~ b". */
async function pairs(cwd: string, ...args: string[]): Promise<string[]> {
  return pairsOf(await run(cwd, ['-f', 'json', ...args]));
}

function pairsOf({ code, stdout, stderr }: Played): string[] {
  if (code !== 0) throw new Error(stderr);
  return JSON.parse(stdout).matches.map(({ a, b }: { a: string; b: string }) => `${a} ~ ${b}`);
}

const edited = (subject: string) => story(subject).replace('On day 3', 'One fine morning');
const old = () => ({
  'a.txt': story('baker'),
  'b.txt': story('baker'),
  'c.txt': story('miller'),
  'd.txt': edited('miller'),
});

describe('--changed-since', () => {
  it('reports the matches of edited, added, staged and untracked files against the whole folder', async () => {
    const { folder, git, write, commit } = repository(old());
    git('switch', '-qc', 'topic');
    commit({ 'committed.txt': story('smith') });
    write({ 'staged.txt': story('smith') });
    git('add', 'staged.txt');
    write({ 'untracked.txt': story('baker'), 'c.txt': story('miller').replace('On day 8', 'On a cold day') });
    expect(await pairs(folder, '--changed-since', 'main')).toEqual([
      'a.txt ~ untracked.txt',
      'c.txt ~ d.txt',
      'committed.txt ~ staged.txt',
    ]);
  });

  it('is about what changed here, not about what changed there since', async () => {
    const { folder, git, commit } = repository(old());
    git('switch', '-qc', 'topic');
    commit({ 'mine.txt': story('smith') });
    git('switch', '-q', 'main');
    commit({ 'a.txt': edited('baker') });
    git('switch', '-q', 'topic');
    expect(await pairs(folder, '--changed-since', 'main')).toEqual([]);
  });

  it('follows renames: a file under a new name has changed only if its contents have', async () => {
    const { folder, git } = repository(old());
    mkdirSync(join(folder, 'moved'));
    git('mv', 'b.txt', 'moved/b.txt');
    git('mv', 'c.txt', 'moved/c.txt');
    expect(await pairs(folder, '--changed-since', 'HEAD')).toEqual([]);
    writeFileSync(join(folder, 'moved/c.txt'), story('miller').replace('On day 8', 'On a cold day'));
    expect(await pairs(folder, '--changed-since', 'HEAD')).toEqual(['d.txt ~ moved/c.txt']);
  });

  it('counts a copy of a file as new, also beside a rename of it', async () => {
    const { folder, git, write } = repository(old());
    git('mv', 'c.txt', 'e.txt');
    write({ 'f.txt': story('miller') });
    git('add', '--all');
    const found = await pairs(folder, '--changed-since', 'HEAD');
    expect(found).toContain('e.txt ~ f.txt');
    expect(found).not.toContain('d.txt ~ e.txt');
  });

  it('exits with 0 and a word where nothing changed, and writes the reports all the same', async () => {
    const { folder } = repository(old());
    const ran = await run(folder, ['--check', '--changed-since', 'HEAD', '-f', 'json']);
    expect([ran.code, ran.stderr]).toEqual([0, 'nothing changed since HEAD, so nothing was compared\n']);
    expect(JSON.parse(ran.stdout)).toMatchObject({ scope: { articles: [] }, settings: { changedSince: 'HEAD' } });
  });

  it('checks what changed: old duplicates pass, and old files that can not be read', async () => {
    const { folder, write } = repository({ ...old(), 'bad.jsonl': 'no JSON\n' });
    write({ 'new.txt': story('smith') });
    expect((await run(folder, ['--check'])).code).toBe(1);
    expect((await run(folder, ['--check', '--changed-since', 'HEAD'])).code).toBe(0);
    write({ 'new.txt': story('baker') });
    const failed = await run(folder, ['--check', '--changed-since', 'HEAD']);
    expect([failed.code, failed.stderr]).toEqual([
      1,
      expect.stringContaining('check failed: 1 duplicate in 1 cluster;'),
    ]);
    write({ 'new.txt': story('smith'), 'worse.jsonl': 'no JSON\n' });
    const unread = await run(folder, ['--check', '--changed-since', 'HEAD']);
    expect([unread.code, unread.stderr]).toEqual([
      1,
      expect.stringContaining("check failed: 1 source can't be read: worse.jsonl#L1 (bad record);"),
    ]);
  });

  it('is about the lines of a JSONL file that changed, also where it was renamed', async () => {
    const line = (id: string, text: string) => `${JSON.stringify({ id, text })}\n`;
    const first = line('1', story('baker')) + line('2', story('baker')) + line('3', story('smith'));
    const { folder, git, write } = repository({ 'x.jsonl': first });
    write({ 'x.jsonl': line('0', story('weaver')) + first + line('4', story('smith')) });
    expect(await pairs(folder, '--changed-since', 'HEAD')).toEqual(['x.jsonl#3 ~ x.jsonl#4']);
    git('mv', 'x.jsonl', 'y.jsonl');
    expect(await pairs(folder, '--changed-since', 'HEAD')).toEqual(['y.jsonl#3 ~ y.jsonl#4']);
    write({ 'y.jsonl': `${first.trimEnd()} \r\n` });
    expect(await pairs(folder, '--changed-since', 'HEAD')).toEqual([]);
  });

  it('works from a subfolder, also for files beside it, in a work tree and in a submodule', async () => {
    const { folder, git, write } = repository({ 'in/a.txt': story('baker'), 'beside/b.txt': story('smith') });
    git('worktree', 'add', '-q', '--detach', join(folder, '.tree'));
    const inner = repositoryIn(scratch(), { 's.txt': story('weaver') });
    git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner.folder, 'sub');
    git('commit', '-qm', 'submodule');
    write({ 'in/new.txt': story('baker'), 'beside/new.txt': story('smith') });
    const found = ['../beside/b.txt ~ ../beside/new.txt', 'a.txt ~ new.txt'];
    expect(await pairs(join(folder, 'in'), '--changed-since', 'HEAD', '.', '../beside', '../sub')).toEqual(found);
    write({ '.tree/in/z.txt': story('baker') });
    expect(await pairs(join(folder, '.tree'), '--changed-since', 'main')).toEqual(['in/a.txt ~ in/z.txt']);
    write({ 'sub/t.txt': story('weaver') });
    expect(await pairs(folder, '--changed-since', 'HEAD', 'sub')).toEqual(['sub/s.txt ~ sub/t.txt']);
  });

  it('takes whatever names files have', async () => {
    const names = [
      'a b.txt',
      'ü/日本.txt',
      '"quoted".txt',
      "it's.txt",
      '-n.txt',
      '$(touch x).txt',
      'new\nline.txt',
      ':(top)x.txt',
    ];
    const { folder, write } = repository({ 'old.txt': story('baker') });
    write(Object.fromEntries(names.map((name) => [name, story('baker')])));
    const { stdout } = await run(folder, ['-f', 'json', '--changed-since', 'HEAD']);
    expect(JSON.parse(stdout).scope.articles).toEqual([...names].sort());
    expect(() => statSync(join(folder, 'x'))).toThrow();
    // And after they are committed, each edited by itself.
    const line = (id: string) => `${JSON.stringify({ id, text: story(id) })}\n`;
    const containers = names.map((name) => name.replace('.txt', '.jsonl'));
    const second = repository(Object.fromEntries(containers.map((name) => [name, line('baker')])));
    second.write(Object.fromEntries(containers.map((name) => [name, line('baker') + line('smith')])));
    const ran = await run(second.folder, ['-f', 'json', '--changed-since', 'HEAD']);
    expect(JSON.parse(ran.stdout).scope.articles).toEqual(containers.map((name) => `${name}#smith`).sort());
  });

  it('does not heed what the user set for diffs, and runs no program that is set there', async () => {
    const { folder, git, write } = repository({
      'in/a.txt': story('baker'),
      'x.jsonl': '',
      '.gitattributes': '* diff=own\n',
    });
    git('config', 'diff.relative', 'true');
    git('config', 'diff.external', 'touch ran #');
    git('config', 'diff.own.textconv', 'touch ran #');
    git('config', 'color.diff', 'always');
    git('config', 'diff.noprefix', 'true');
    write({ 'in/b.txt': story('baker'), 'x.jsonl': `${JSON.stringify({ id: '1', text: story('baker') })}\n` });
    const found = ['../x.jsonl#1 ~ a.txt', '../x.jsonl#1 ~ b.txt'];
    expect(await pairs(join(folder, 'in'), '--changed-since', 'HEAD', '..')).toEqual(found);
    expect(() => statSync(join(folder, 'ran'))).toThrow();
  });

  it('takes the lines that changed for that alone, whatever the user set for diffs and paths', async () => {
    const line = (id: string, subject: string) => `${JSON.stringify({ id, text: story(subject) })}\n`;
    const lines = ['baker', 'baker', 'smith', 'smith'].map((subject, i) => line(`${i}`, subject));
    const { folder, git, write } = repository({ 'x.jsonl': lines.join('') });
    git('config', 'diff.interHunkContext', '50');
    git('config', 'diff.renameLimit', '1');
    write({ 'x.jsonl': [line('new', 'weaver'), ...lines, line('newer', 'weaver')].join('') });
    const args = ['-f', 'json', '--changed-since', 'HEAD'];
    for (const set of [
      {},
      { GIT_DIFF_OPTS: '-u9' },
      { GIT_LITERAL_PATHSPECS: '1' },
      { GIT_GLOB_PATHSPECS: '1' },
      { GIT_EXTERNAL_DIFF: 'touch ran #' },
    ]) {
      const { stdout } = await play(folder, args, { env: { PATH: process.env.PATH ?? '', ...set } });
      expect(JSON.parse(stdout).scope.articles).toEqual(['x.jsonl#new', 'x.jsonl#newer']);
    }
  });

  it('is about the files, whatever links lead to them', async () => {
    const { folder, git, write } = repository({ 'posts/a.txt': story('baker'), 'other/c.txt': story('miller') });
    const links = scratch();
    symlinkSync(folder, join(links, 'there'));
    symlinkSync('posts', join(folder, 'linked'));
    git('add', '--all');
    git('commit', '-qm', 'link');
    const articles = async (cwd: string, ...paths: string[]) =>
      JSON.parse((await run(cwd, ['-f', 'json', '--changed-since', 'HEAD', ...paths])).stdout).scope.articles;
    expect(await articles(folder, 'linked')).toEqual([]);
    write({ 'posts/b.txt': story('baker') });
    expect(await articles(folder, 'linked')).toEqual(['linked/b.txt']);
    const there = join(links, 'there/posts');
    const shown = relative(folder, join(there, 'b.txt'));
    expect(await articles(folder, there)).toEqual([shown]);
    expect(await articles(folder, relative(folder, there))).toEqual([shown]);
    expect(await articles(join(links, 'there'), there)).toEqual(['posts/b.txt']);
    // A link that was not there shows articles that were not there.
    symlinkSync('../other/c.txt', join(folder, 'posts/c.txt'));
    expect(await articles(folder, 'posts')).toEqual(['posts/b.txt', 'posts/c.txt']);
    expect(await articles(folder)).toEqual(['posts/b.txt']);
  });

  it('leaves the index as it is', async () => {
    const { folder, write } = repository(old());
    write({ 'a.txt': story('baker') });
    const index = () => readFileSync(join(folder, '.git/index'));
    const before = index();
    await pairs(folder, '--changed-since', 'HEAD');
    expect(index().equals(before)).toBe(true);
  });

  it.each([
    [['--changed-since', 'nowhere'], "--changed-since: there is no commit, branch or tag 'nowhere' here."],
    [['--changed-since=--output=x'], "--changed-since takes a commit, branch or tag, not '--output=x'."],
    [['--changed-since='], "--changed-since takes a commit, branch or tag, not ''."],
    [['--changed-since', '^HEAD'], "--changed-since takes a commit, branch or tag, not '^HEAD'."],
    [['--changed-since', 'main..HEAD'], "there is no commit, branch or tag 'main..HEAD' here."],
    [['--changed-since', 'HEAD; touch x'], "there is no commit, branch or tag 'HEAD; touch x' here."],
    [['--changed-since', 'HEAD', '--changed-from', 'list'], 'take one of them'],
    [['--changed-from', '-', '--files-from', '-'], 'can not both read standard input'],
    [['--changed-from', 'none'], "Can't read the list of paths"],
    [['compare', 'a.txt', 'b.txt', '--changed-since', 'HEAD'], 'compare takes no --changed-since.'],
  ])('%j can not run', async (args, part) => {
    const { folder } = repository(old());
    const { code, stdout, stderr } = await run(folder, args);
    expect(stderr).toContain(part);
    expect([code, stdout]).toEqual([2, '']);
    for (const file of ['x', '--output=x']) expect(() => statSync(join(folder, file))).toThrow();
  });

  it('says what is missing: a repository, a commit, a common history, the depth of a clone', async () => {
    const error = async (cwd: string, ref: string) => {
      const { code, stderr } = await run(cwd, ['--changed-since', ref]);
      expect(code).toBe(2);
      return stderr;
    };
    expect(await error(scratch(old()), 'main')).toContain('--changed-since: git says: not a git repository');
    const { folder, git, commit } = repository(old());
    expect(await error(join(folder, '.git'), 'main')).toMatch(/^error: --changed-since.* work tree\.?\n$/);
    git('switch', '-q', '--orphan', 'other');
    commit({ 'other.txt': story('smith') });
    expect(await error(folder, 'main')).toContain('no history in common');
    git('switch', '-q', 'main');
    for (const day of ['1', '2', '3']) commit({ 'e.txt': day });
    const clone = join(scratch(), 'clone');
    execFileSync('git', ['clone', '--quiet', '--depth', '1', '--no-single-branch', `file://${folder}`, clone], {
      stdio: 'pipe',
    });
    expect(await error(clone, 'main~2')).toContain('this is a shallow clone: fetch it with');
    expect(await error(clone, 'origin/other')).toContain('shallow clone: fetch it with');
  });
});

describe('--changed-from', () => {
  it('takes the changed files from a list, from another folder or from a pipe', async () => {
    const cwd = scratch({
      ...old(),
      'in/e.txt': story('smith'),
      'in/f.txt': story('smith'),
      list: './c.txt\r\nin/\r\ngone.txt\r\n',
    });
    const found = ['c.txt ~ d.txt', 'in/e.txt ~ in/f.txt'];
    expect(await pairs(cwd, '--changed-from', 'list')).toEqual(found);
    expect(pairsOf(await run(cwd, ['-f', 'json', '--changed-from', '-'], 'in/e.txt\0c.txt\0'))).toEqual(found);
    const nothing = await run(cwd, ['--changed-from', '-'], '');
    expect([nothing.code, nothing.stderr]).toEqual([
      0,
      'nothing changed by the list on standard input, so nothing was compared\n',
    ]);
    const { settings } = JSON.parse((await run(cwd, ['-f', 'json', '--changed-from', 'list'])).stdout);
    expect(settings).toMatchObject({ changedFrom: 'list' });
  });

  it('refuses a list of which nothing is there: paths seen from elsewhere, or no list at all', async () => {
    const cwd = scratch({ 'in/a.txt': story('baker'), 'in/b.txt': story('baker'), 'gone/': '' });
    const fromTop = await run(join(cwd, 'in'), ['--check', '--changed-from', '-'], 'in/a.txt\nin/b.txt\n');
    expect([fromTop.code, fromTop.stderr]).toEqual([
      2,
      expect.stringContaining("nothing at any of the 2 paths that --changed-from - lists, such as 'in/a.txt'"),
    ]);
    const article = await run(cwd, ['--check', '--changed-from', '-'], `${'a word '.repeat(2000)}\n`);
    expect([article.code, article.stderr]).toEqual([2, expect.stringContaining('There is nothing at the path that')]);
    expect((await run(cwd, ['--check', '--changed-from', '-'], 'gone/c.txt\nin/b.txt\n')).code).toBe(1);
  });

  it('is about the files, whatever links lead to them', async () => {
    const cwd = scratch({ 'in/a.txt': story('baker'), 'in/b.txt': story('baker') });
    const there = join(scratch(), 'there');
    symlinkSync(cwd, there);
    const shown = relative(cwd, join(there, 'in'));
    const check = async (paths: readonly string[], list: string) =>
      (await run(cwd, ['--check', '--changed-from', '-', ...paths], list)).code;
    expect(await check([shown], 'in/b.txt')).toBe(1);
    expect(await check([join(there, 'in')], 'in')).toBe(1);
    expect(await check(['in'], join(shown, 'b.txt'))).toBe(1);
    symlinkSync('in', join(cwd, 'link'));
    expect(await check(['link'], 'link')).toBe(1);
    writeFileSync(join(cwd, 'other.txt'), story('miller'));
    expect(await check(['.'], 'other.txt')).toBe(0);
  });
});

describe('--against', () => {
  it('compares the given articles with the paths after it', async () => {
    const cwd = scratch({ 'new.md': story('baker'), 'x/1.txt': story('baker'), 'y/2.txt': story('baker') });
    expect(await pairs(cwd, 'new.md', '--against', 'x', 'y')).toEqual(['new.md ~ x/1.txt', 'new.md ~ y/2.txt']);
    expect(await pairs(cwd, '--against', 'x', 'y', '--', 'new.md')).toEqual(['new.md ~ x/1.txt', 'new.md ~ y/2.txt']);
    const refused = await run(cwd, ['--against', 'x', 'new.md']);
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('name the articles to compare first')]);
  });

  it('counts the given articles that are there already, not the copies that are', async () => {
    const files = { '1.txt': story('baker'), '2.txt': edited('baker'), '3.txt': story('baker') };
    const cwd = scratch({
      'new.md': story('baker'),
      ...Object.fromEntries(Object.entries(files).map(([name, text]) => [`old/${name}`, text])),
    });
    const { code, stderr, stdout } = await run(cwd, ['new.md', '--check', '--against', 'old']);
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(/^check failed: 1 duplicate in 1 cluster; to accept, run this once, and keep .*: dedupe /),
    ]);
    expect(stdout).toMatch(/^4 articles, 1 against the others, /);
  });
});

describe('a baseline of a restricted run', () => {
  it('is added to and not pruned; the whole run passes by it too', async () => {
    const { folder, write } = repository(old());
    const base = ['--baseline', 'base.json', '--check'];
    expect((await run(folder, [...base, '--update-baseline'])).code).toBe(0);
    write({ 'new.txt': story('smith'), 'newer.txt': story('smith') });
    const since = [...base, '--changed-since', 'HEAD'];
    expect((await run(folder, since)).code).toBe(1);
    const updated = await run(folder, [...since, '--update-baseline']);
    expect(updated.stderr).toBe('baseline base.json: 3 pairs accepted, 1 of them new; 0 pruned\n');
    expect(await run(folder, since)).toMatchObject({ code: 0, stderr: '' });
    expect(await run(folder, base)).toMatchObject({ code: 0, stderr: '' });
    rmSync(join(folder, 'd.txt'));
    renameSync(join(folder, 'a.txt'), join(folder, 'z.txt'));
    expect((await run(folder, since)).code).toBe(0);
  });
});
