import { existsSync, lstatSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { scratch } from '../scratch.ts';
import { play } from './stage.ts';
import { story } from './story.ts';

const copies = () => ({ 'a.txt': story('baker'), 'b.txt': story('baker'), 'c.txt': story('miller') });
const dashed = { '-dash.txt': story('smith'), '-verbose.txt': story('smith') };
const distinct = () => ({ 'a.txt': story('baker'), 'c.txt': story('miller') });

const ACCEPT =
  'to accept, run this once, and keep --baseline dedupe-baseline.json in the check: dedupe --baseline dedupe-baseline.json --update-baseline --check\n';

describe('exit codes', () => {
  it('0: it ran, whatever it found', async () => {
    expect((await play(scratch(copies()), [])).code).toBe(0);
    expect((await play(scratch(distinct()), [])).code).toBe(0);
  });

  it('1: it found something under --check, and says so in one line on stderr', async () => {
    const { code, stderr } = await play(scratch(copies()), ['--check']);
    expect([code, stderr]).toEqual([1, `check failed: 1 duplicate in 1 cluster; ${ACCEPT}`]);
    expect(await play(scratch(distinct()), ['--check'])).toMatchObject({ code: 0, stderr: '' });
  });

  it('1: an excerpt is a finding too', async () => {
    const long = ['baker', 'miller', 'smith'].map(story).join('\n');
    const ran = await play(scratch({ 'long.txt': long, 'short.txt': story('smith') }), ['--check']);
    expect([ran.code, ran.stderr]).toEqual([1, `check failed: 1 excerpt; ${ACCEPT}`]);
  });

  it('1: the two of compare match under --check', async () => {
    const cwd = scratch(copies());
    expect((await play(cwd, ['compare', 'a.txt', 'b.txt', '--check'])).code).toBe(1);
    expect((await play(cwd, ['compare', 'a.txt', 'b.txt'])).code).toBe(0);
    expect((await play(cwd, ['compare', 'a.txt', 'c.txt', '--check'])).code).toBe(0);
  });

  it.each([
    [['--treshold', '1'], "unknown option '--treshold'"],
    [['--treshold', '1'], 'Did you mean --threshold?'],
    [['--threshold', 'high'], "--threshold must be a number above 0 and at most 1, not 'high'."],
    [['--threshold', '1.5', '--relations', 'copy'], '--threshold must be a number above 0 and at most 1, not 1.5.'],
    [['--threshold', '1.5', '--relations', 'copy'], "or rewrite, not 'copy'."],
    [['--min-words', '0'], '--min-words must be a whole number from 1, not 0.'],
    [['--relations', 'identical,excerpts'], "Did you mean 'excerpt'?"],
    [['--color', 'red'], 'Allowed choices are auto, always, never'],
    [['-q', '-v'], 'cannot be used with'],
    [['-f', 'jsn'], '--format must be terminal, json, '],
    [['-f', 'jsn'], "not 'jsn'. Did you mean 'json'?"],
    [['-f', 'json:'], "alone or with :file, not 'json:'"],
    [['-f', 'json', '-f', 'terminal'], 'both write to stdout'],
    [['-f', 'json:-', '-f', 'terminal:/dev/stdout'], 'both write to stdout'],
    [['-f', 'json:x', '-f', 'terminal:./y/../x'], 'both name one file'],
    [['-f', 'json:a.txt/in/a/file.json'], "Can't write the json report"],
    [['-f', 'json:empty'], 'names a folder; name a file in it, as in json:empty/report.out'],
    [['-f', 'json:new/'], 'names a folder'],
    [['a.txt', 'b.txt', '-f', 'json:./b.txt'], 'would replace a file of another kind'],
    [['compare', 'a.txt', 'b.txt', '-f', 'json:a.txt'], 'would replace a file of another kind'],
    [['d.txt'], "There is no file or folder 'd.txt'."],
    [['*.md'], "Nothing matches '*.md'."],
    [['empty'], 'Nothing to compare'],
    [['--treshold', '1'], 'dedupe --help lists the options.'],
    [['-dash.txt'], "The file '-dash.txt' is written ./-dash.txt."],
    [['-verbose.txt'], "The file '-verbose.txt' is written ./-verbose.txt."],
    [['inti'], "There is no command, file or folder 'inti'. Did you mean 'init'?"],
    [['completoin', 'bash'], "Did you mean 'completion'?"],
    [['comapre', 'a.txt', 'b.txt'], "There is no command, file or folder 'comapre'. Did you mean 'compare'?"],
    [['--files-from', 'missing'], "Can't read the list of paths"],
    [['--files-from', '-'], "No path is listed in '-'."],
    [['compare', 'a.txt'], "missing required argument 'b'"],
    [['compare', 'a.txt', 'b.txt', 'c.txt'], 'too many arguments'],
    [['compare', 'a.txt', '--treshold', '1'], 'dedupe compare --help lists the options.'],
    [['help'], "There is no command, file or folder 'help'; dedupe --help tells all."],
    [['-'], 'dedupe compare - b.md compares one'],
    [['empty/../sub/nix.md'], "Did you mean 'sub/nil.md'?"],
    [['--config', 'x.json', '--no-config'], 'contradict each other'],
    [['--no-config', '--config', 'x.json'], 'contradict each other'],
    [['--threshold', '0x1'], "not '0x1'"],
    [['--max-duplicates', '1e99'], "not '1e99'"],
    [['compare', '-', '-'], 'Only one of the two'],
    [['compare', 'a.txt', 'b.txt', '--files-from', '-'], 'compare takes no --files-from.'],
    [['init', '--check'], 'init takes no --check.'],
    [['completion', 'bash', '-v'], 'completion takes no --verbose.'],
  ])('2: %j, and stdout stays empty', async (args, part) => {
    const { code, stdout, stderr } = await play(
      scratch({ ...copies(), ...dashed, 'empty/': '', 'sub/nil.md': 'x' }),
      args,
    );
    expect(stderr).toContain(part);
    expect(stderr).toMatch(/^error: /);
    expect([code, stdout]).toEqual([2, '']);
  });
});

it('what the user typed never steers the terminal', async () => {
  for (const args of [
    ['\u001b[31mx'],
    ['--\u001b[31mx'],
    ['-f', '\u001b[31m'],
    ['--config', '\u001b[31m'],
    ['a\u202eb\nc'],
  ]) {
    const { code, stderr } = await play(scratch(copies()), args);
    expect(code).toBe(2);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the point of the test
    expect(stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
    expect(stderr.trimEnd().split('\n').length).toBeLessThanOrEqual(2);
  }
});

describe('what is scanned', () => {
  it('the working directory by default', async () => {
    const { stdout } = await play(scratch(copies()), ['-f', 'json']);
    expect(JSON.parse(stdout).summary).toMatchObject({ articles: 3, clusters: 1, duplicates: 1 });
  });

  it.each([
    ['a path a line', 'a.txt\r\n\nwith space.txt\n'],
    ['a NUL after each path', 'a.txt\0with space.txt\0'],
    ['a byte order mark first', '\uFEFFa.txt\r\nwith space.txt\r\n'],
  ])('--files-from a file or stdin: %s', async (_, list) => {
    const cwd = scratch({ ...copies(), 'with space.txt': story('smith'), list });
    const fromFile = await play(cwd, ['--files-from', 'list', '-f', 'json']);
    expect(JSON.parse(fromFile.stdout).summary.articles).toBe(2);
    const fromStdin = await play(cwd, ['--files-from', '-', '-f', 'json'], { stdin: Readable.from([list]) });
    expect(fromStdin).toEqual(fromFile);
    const withPath = await play(cwd, ['c.txt', '--files-from', 'list', '-f', 'json']);
    expect(JSON.parse(withPath.stdout).summary.articles).toBe(3);
  });

  it('a folder called like a command, if it is written as a path', async () => {
    const cwd = scratch({ 'compare/a.txt': story('baker') });
    expect((await play(cwd, ['./compare'])).code).toBe(0);
    expect((await play(cwd, ['compare'])).stderr).toContain("missing required argument 'a'");
  });

  it('paths that begin with a dash, after two dashes', async () => {
    const cwd = scratch({ '-a.txt': story('baker'), '-b.txt': story('baker') });
    expect((await play(cwd, ['--check', '--', '-a.txt', '-b.txt'])).code).toBe(1);
  });

  it('what --include, --exclude and --no-ignore leave', async () => {
    const cwd = scratch({ ...copies(), 'd.md': story('smith'), '.gitignore': 'b.txt' });
    const articles = async (...args: string[]) =>
      JSON.parse((await play(cwd, ['-f', 'json', ...args])).stdout).summary.articles;
    expect(await articles()).toBe(3);
    expect(await articles('--no-ignore')).toBe(4);
    expect(await articles('--include', '*.md', '--include', 'a.*')).toBe(2);
    expect(await articles('--exclude', '*.md', '--exclude', 'a.*')).toBe(1);
  });

  it('the fields of JSONL records by the names that the user gives', async () => {
    const record = (url: string, body: string) => JSON.stringify({ url, body, head: `On ${url}` });
    const cwd = scratch({ 'x.jsonl': `${record('one', story('baker'))}\n${record('two', story('baker'))}\n` });
    const fields = ['--text-field', 'body', '--id-field', 'url', '--title-field', 'head'];
    const { clusters, matches } = JSON.parse((await play(cwd, ['x.jsonl', '-f', 'json', ...fields])).stdout);
    // Two records of one text: that their lines have other ids is no difference of the articles.
    expect(matches[0].evidence.sameBytes).toBe(true);
    expect(clusters).toMatchObject([
      { representative: 'x.jsonl#one', title: 'On one', members: [{ path: 'x.jsonl#two', relation: 'identical' }] },
    ]);
  });
});

describe('compare', () => {
  it('takes one of the two from standard input', async () => {
    const cwd = scratch(copies());
    const ran = await play(cwd, ['compare', '-', 'a.txt', '-f', 'json'], { stdin: Readable.from([story('baker')]) });
    expect(JSON.parse(ran.stdout).match).toMatchObject({ relation: 'identical' });
    const other = await play(cwd, ['compare', 'a.txt', '-', '-f', 'json'], { stdin: Readable.from([story('smith')]) });
    expect(JSON.parse(other.stdout).match).toBeNull();
  });
});

describe('reports', () => {
  it('go to stdout and to files, several at once', async () => {
    const cwd = scratch(copies());
    const both = await play(cwd, ['-f', 'terminal', '-f', 'json:out.json', '--format', 'terminal:out.txt']);
    expect(both.stdout).toBe(readFileSync(join(cwd, 'out.txt'), 'utf8'));
    expect(JSON.parse(readFileSync(join(cwd, 'out.json'), 'utf8')).summary.clusters).toBe(1);
    expect((await play(cwd, ['-f', 'json:only.json', 'a.txt', 'b.txt'])).stdout).toBe('');
    expect(existsSync(join(cwd, 'only.json'))).toBe(true);
  });

  it('are the same bytes for the same articles, whatever the order of the paths', async () => {
    const cwd = scratch(copies());
    const once = await play(cwd, ['-f', 'json', 'a.txt', 'b.txt', 'c.txt']);
    expect(await play(cwd, ['-f', 'json', 'c.txt', '.', 'b.txt'])).toEqual(once);
  });

  it('are colored in no file, unless it is asked for by name', async () => {
    const cwd = scratch(copies());
    const colors = async (args: string[], env: Record<string, string>) => {
      await play(cwd, ['-f', 'terminal:out.txt', '--exclude', 'out.txt', ...args], { env, columns: 80 });
      return readFileSync(join(cwd, 'out.txt'), 'utf8').includes('\u001b[');
    };
    expect(await colors([], { FORCE_COLOR: '1' })).toBe(false);
    expect(await colors(['--color', 'always'], {})).toBe(true);
  });

  it('are not written over a folder', async () => {
    const { code, stderr } = await play(scratch({ ...copies(), 'folder/': '' }), ['-f', 'json:folder']);
    expect(stderr).toContain('names a folder');
    expect(code).toBe(2);
  });

  it('make the folders that they go to', async () => {
    const cwd = scratch(copies());
    await play(cwd, ['-f', 'json:out/of/the/way.json']);
    expect(existsSync(join(cwd, 'out/of/the/way.json'))).toBe(true);
  });

  it('are written all or not at all, and leave what was there before', async () => {
    const cwd = scratch(copies());
    await play(cwd, ['-f', 'json:old.json', '--relations', 'identical']);
    const old = readFileSync(join(cwd, 'old.json'), 'utf8');
    const { code } = await play(cwd, ['-f', 'json:old.json', '-f', 'csv:a.txt/x']);
    expect(code).toBe(2);
    expect(readFileSync(join(cwd, 'old.json'), 'utf8')).toBe(old);
    expect(readdirSync(cwd).sort()).toEqual(['a.txt', 'b.txt', 'c.txt', 'old.json']);
  });

  it('are found through a link, which stays one', async () => {
    const cwd = scratch({ ...copies(), 'real/': '' });
    symlinkSync('real/out.json', join(cwd, 'link.json'));
    writeFileSync(join(cwd, 'real/out.json'), '');
    await play(cwd, ['-f', 'json:link.json']);
    expect(lstatSync(join(cwd, 'link.json')).isSymbolicLink()).toBe(true);
    expect(JSON.parse(readFileSync(join(cwd, 'real/out.json'), 'utf8')).summary.articles).toBe(3);
    const twice = await play(cwd, ['-f', 'json:link.json', '-f', 'csv:real/out.json']);
    expect(twice.stderr).toContain('both name one file');
  });

  it('are no articles of the next run, though they lie in its folder; Markdown says so itself', async () => {
    const cwd = scratch(copies());
    const run = () =>
      play(cwd, ['-f', 'terminal', '-f', 'terminal:report.txt', '-f', 'markdown:sub/report.md', '-f', 'jsonl:m.jsonl']);
    const first = await run();
    expect(await run()).toEqual(first);
    const { skipped } = JSON.parse((await play(cwd, ['-f', 'json'])).stdout);
    expect(skipped.map(({ path }: { path: string }) => path)).toContain('sub/report.md');
  });

  it('go to devices and pipes at once', async () => {
    const { code, stderr } = await play(scratch(copies()), ['-f', 'json:/dev/null', '-f', 'terminal']);
    expect([code, stderr]).toEqual([0, '']);
  });
});

describe('stderr', () => {
  const files = { ...copies(), 'bad.jsonl': 'no json\n', 'tiny.md': 'Three words only.' };

  it('sums up the skips, lists them with -v beside another report, and says nothing with -q', async () => {
    const cwd = scratch(files);
    expect((await play(cwd, [])).stderr).toMatch(/^2 skipped: .*; -v lists them\n$/);
    expect((await play(cwd, ['-v'])).stderr).toMatch(/^Starting .*\n$/);
    expect((await play(cwd, ['-v'])).stdout).toContain('bad.jsonl#L1');
    const listed = (await play(cwd, ['-v', '-f', 'json'])).stderr;
    expect(listed).toContain('skipped bad.jsonl#L1: bad record, not JSON\n');
    expect(listed).toContain('skipped tiny.md: too short');
    expect((await play(cwd, ['-q'])).stderr).toBe('');
  });

  it('shows a line a stage on a terminal, unless the user wants none', async () => {
    const cwd = scratch(copies());
    const { stderr, stdout } = await play(cwd, [], { columns: 80 });
    const shown = stderr.split('\n').map((line) => line.slice(line.lastIndexOf('\u001b[K') + 3));
    expect(shown[0]).toMatch(/^Reading +3 .*, 3 articles$/);
    expect(stdout).not.toContain('Reading');
    for (const off of ['--no-progress', '-q']) expect((await play(cwd, [off], { columns: 80 })).stderr).toBe('');
    expect((await play(cwd, [])).stderr).toBe('');
  });

  it('counts one thing as one', async () => {
    const { stderr } = await play(scratch({ 'a.txt': story('baker') }), [], { columns: 80 });
    expect(stderr).toContain('1 source, 1 article\n');
    expect(stderr).not.toMatch(/\b1 \w+s\b/);
  });

  it('never wraps a progress line on a narrow terminal', async () => {
    const { stderr } = await play(scratch(copies()), [], { columns: 20 });
    for (const line of stderr.replaceAll('\r\u001b[K', '\n').split('\n')) expect(line.length).toBeLessThan(20);
  });
});

describe('--help and --version', () => {
  it('fit 80 columns, show examples, and go to stdout', async () => {
    for (const args of [['--help'], ['compare', '--help'], ['init', '--help'], ['completion', '--help']]) {
      const { code, stdout, stderr } = await play(scratch(), args);
      expect([code, stderr]).toEqual([0, '']);
      expect(stdout).toContain('Examples:');
      for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    }
  });

  it('print the version of the package', async () => {
    const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'));
    expect(await play(scratch(), ['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });
});

describe('a link that leads to nothing', () => {
  it.each([
    [['--exclude', 'dead.md'], []],
    [['--include', '*.txt'], []],
    [['--exclude', 'other.md'], ['dead.md']],
  ])('is left out by globs as a file is: %j', async (args, skipped) => {
    const cwd = scratch(copies());
    symlinkSync('nix.md', join(cwd, 'dead.md'));
    const { stdout } = await play(cwd, ['-f', 'json', ...args]);
    expect(JSON.parse(stdout).skipped.map(({ path }: { path: string }) => path)).toEqual(skipped);
  });
});

it('what a comment took from an article that is then too short is not put down to recurring lines', async () => {
  const text = `Word.\n\n<!-- dedupe-disable -->\n\n${story('harbour')}\n`;
  const { stdout } = await play(scratch({ ...copies(), 'd.md': text }), ['-f', 'json']);
  expect(JSON.parse(stdout).skipped[0].detail).toMatch(/^1 word, fewer than 30; \d+ set aside by comments$/);
});
