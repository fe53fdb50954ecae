import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scratch } from '../scratch.ts';
import { gather } from './gather.ts';

const ENV = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };

function git(cwd: string, ...args: string[]): string {
  return execFileSync('git', args, { cwd, env: ENV, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}

/** What git would let be added, as it says itself. */
function gitTakes(cwd: string): string[] {
  const listed = git(cwd, '-c', 'core.quotePath=false', 'ls-files', '--others', '--exclude-standard', '-z');
  return listed
    .split('\0')
    .filter((path) => path.endsWith('.txt'))
    .sort();
}

const name = fc.constantFrom('a', 'b', 'ab', 'c d', 'build', 'x[1]');
const rule = fc
  .tuple(
    fc.constantFrom('', '', '!', '/', '!/'),
    fc.array(
      fc.constantFrom('a', 'b', 'ab', '*', '**', 'a*', '?', 'build', '*.txt', 'a.txt', 'c d', '[ab]', 'x\\[1\\]'),
      {
        minLength: 1,
        maxLength: 3,
      },
    ),
    fc.constantFrom('', '', '/', ' '),
  )
  .map(([start, parts, end]) => start + parts.join('/') + end);
const ignoreFile = fc.array(fc.oneof({ arbitrary: rule, weight: 8 }, fc.constantFrom('', '# a', '/', '!', '\\#a')), {
  maxLength: 5,
});

describe('ignore files', () => {
  it('leave out exactly what git leaves out, for any rules in any folders', async () => {
    const cwd = scratch();
    git(cwd, 'init', '-q', '.');
    const folders = ['', 'a/', 'b/', 'a/b/', 'build/', 'c d/', 'a/x[1]/', 'b/ab/'];
    const files = folders.flatMap((folder) => ['a.txt', 'b.txt', 'ab.txt'].map((file) => folder + file));
    for (const path of files) {
      mkdirSync(join(cwd, dirname(path)), { recursive: true });
      writeFileSync(join(cwd, path), 'x');
    }
    await fc.assert(
      fc.asyncProperty(fc.array(ignoreFile, { minLength: 3, maxLength: 3 }), name, async (rules, folder) => {
        const places = ['', 'a', folder === 'build' ? 'build' : 'b'];
        for (const place of ['', 'a', 'b', 'build']) {
          const lines = rules[places.indexOf(place)] ?? [];
          writeFileSync(join(cwd, place, '.gitignore'), lines.join('\n'));
        }
        expect((await gather(cwd, ['.'])).ids).toEqual(gitTakes(cwd));
      }),
      { numRuns: 60 },
    );
  });

  it('hold from the top of the repository, above the scanned folder, down to each folder', async () => {
    const cwd = scratch({
      '.gitignore': 'drafts\n*.html\n',
      'site/a.md': 'x',
      'site/b.html': 'x',
      'site/drafts/c.md': 'x',
      'site/news/.gitignore': '!*.html\n/d.md\n',
      'site/news/d.md': 'x',
      'site/news/e.html': 'x',
      'site/news/deep/d.md': 'x',
    });
    git(cwd, 'init', '-q', '.');
    expect((await gather(join(cwd, 'site'), ['.'])).ids).toEqual(['a.md', 'news/deep/d.md', 'news/e.html']);
  });

  it('hold from the working directory down where there is no repository', async () => {
    const cwd = scratch({ '.dedupeignore': 'old/', 'site/a.md': 'x', 'site/old/b.md': 'x' });
    expect((await gather(cwd, ['site'])).ids).toEqual(['site/a.md']);
  });

  it('.dedupeignore overrules the .gitignore beside it', async () => {
    const cwd = scratch({
      '.gitignore': '*.md\n',
      '.dedupeignore': '\uFEFF!a.md\n*.txt\n',
      'a.md': '',
      'b.md': '',
      'c.txt': '',
    });
    expect((await gather(cwd, ['.'])).ids).toEqual(['a.md']);
  });

  it('hold for what a glob matches, but not for what the user names', async () => {
    const cwd = scratch({
      '.gitignore': 'out/\nb.txt\n',
      'a.txt': 'x',
      'b.txt': 'x',
      'out/c.txt': 'x',
      'out/b.txt': 'x',
    });
    git(cwd, 'init', '-q', '.');
    expect((await gather(cwd, ['**/*.txt'])).ids).toEqual(['a.txt']);
    expect((await gather(cwd, ['b.txt', 'a.txt'])).ids).toEqual(['a.txt', 'b.txt']);
    // The folder is named, the file in it is not.
    expect((await gather(cwd, ['out'])).ids).toEqual(['out/c.txt']);
    expect((await gather(join(cwd, 'out'), ['.'])).ids).toEqual(['c.txt']);
  });

  it('hold for files that are named, not for folders, if the user says so', async () => {
    const cwd = scratch({
      '.gitignore': '*',
      'home/.gitignore': 'out/\nb.txt\n',
      'home/a.txt': 'x',
      'home/b.txt': 'x',
    });
    const home = join(cwd, 'home');
    git(home, 'init', '-q', '.');
    mkdirSync(join(home, 'out'));
    writeFileSync(join(home, 'out/c.txt'), 'x');
    const named = async (...paths: string[]) => (await gather(home, paths, { ignoreNamed: true })).ids;
    expect(await named('a.txt', 'b.txt', 'out/c.txt')).toEqual(['a.txt']);
    expect(await named('.', 'b.txt')).toEqual(['a.txt']);
    expect(await named('out')).toEqual(['out/c.txt']);
  });

  it('are not honoured if the user says so', async () => {
    const cwd = scratch({ '.gitignore': '*\n', '.dedupeignore': '*\n', 'a/b.txt': 'x', 'a/.gitignore': 'b.txt' });
    expect((await gather(cwd, ['.'])).ids).toEqual([]);
    expect((await gather(cwd, ['.'], { ignoreFiles: false })).ids).toEqual(['a/b.txt']);
  });

  it('may be folders by that name, which have no rules', async () => {
    const cwd = scratch({ '.gitignore/x.txt': 'x', 'a.txt': 'x' });
    expect((await gather(cwd, ['.'])).ids).toEqual(['.gitignore/x.txt', 'a.txt']);
  });
});
