import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync, rmSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAgain } from '../../src/collect/readPortion.ts';
import { completeSettings } from '../../src/config/completeSettings.ts';
import { UsageError } from '../../src/errors.ts';
import { scratch } from '../scratch.ts';
import { gather } from './gather.ts';

/** Runs with the rights of a user whom nothing belongs to: root may read everything. */
async function asNobody<T>(run: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0) return run();
  process.seteuid?.(65_534);
  try {
    return await run();
  } finally {
    process.seteuid?.(0);
  }
}

describe('which files collect takes', () => {
  it('takes the known extensions of a folder, in either case, in code-unit order of their paths', async () => {
    const cwd = scratch({
      'b.md': 'x',
      'B.TXT': 'x',
      'a/z.html': 'x',
      'a/y.htm': 'x',
      'a.markdown': 'x',
      'ä.mdx': 'x',
      'notes.docx': 'x',
      'script.js': 'x',
      'no-extension': 'x',
    });
    const { ids, skips, raws } = await gather(cwd, ['.']);
    expect(ids).toEqual(['B.TXT', 'a.markdown', 'a/y.htm', 'a/z.html', 'b.md', 'ä.mdx']);
    expect(raws.map((raw) => raw.source.format)).toEqual(['text', 'markdown', 'html', 'html', 'markdown', 'markdown']);
    expect(skips).toEqual([]);
  });

  it('gives the same whatever the order of the paths and however they overlap', async () => {
    const cwd = scratch({ 'a/1.txt': 'x', 'a/b/2.txt': 'x', 'c/3.md': 'x', '4.txt': 'x' });
    const whole = await gather(cwd, ['.']);
    const paths = ['.', 'a', 'a/b', './a/../a', 'a/b/2.txt', join(cwd, 'c'), '**/*.txt', 'c/*', '4.txt'];
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(paths), async (some) => {
        expect(await gather(cwd, ['.', ...some])).toEqual(whole);
        expect((await gather(cwd, some.reverse())).ids).toEqual((await gather(cwd, some)).ids);
      }),
      { numRuns: 40 },
    );
  });

  it('never enters node_modules and .git, nor lets a glob search them, but takes what is named in them', async () => {
    const cwd = scratch({ 'a.txt': 'x', 'node_modules/p/README.md': 'x', 'b/.git/description.txt': 'x' });
    expect((await gather(cwd, ['.'])).ids).toEqual(['a.txt']);
    expect((await gather(cwd, ['**/*.{txt,md}'])).ids).toEqual(['a.txt']);
    expect((await gather(cwd, ['node_modules/p'])).ids).toEqual(['node_modules/p/README.md']);
  });

  it.each([
    'with space.txt',
    '[1].txt',
    'x*.txt',
    '-dash.txt',
    'Übung – 中文 😀.txt',
    '{a,b}.txt',
    '!not.txt',
    '#1.txt',
  ])('takes a file called %j, found or named, and only that file', async (name) => {
    const cwd = scratch({ [name]: 'x', '1.txt': 'x', 'xy.txt': 'x', 'a.txt': 'x' });
    expect((await gather(cwd, [name])).ids).toEqual([name]);
    expect((await gather(cwd, ['.'])).ids).toContain(name);
  });

  it('lets a glob stand for the files and folders that it matches', async () => {
    const cwd = scratch({ 'a/1.txt': 'x', 'a/2.md': 'x', 'a/b/3.txt': 'x', 'c.txt': 'x' });
    expect((await gather(cwd, ['a/*.txt'])).ids).toEqual(['a/1.txt']);
    expect((await gather(cwd, ['a/**/*.txt'])).ids).toEqual(['a/1.txt', 'a/b/3.txt']);
    expect((await gather(cwd, ['a*'])).ids).toEqual(['a/1.txt', 'a/2.md', 'a/b/3.txt']);
    expect((await gather(join(cwd, 'a/b'), ['../*.txt'])).ids).toEqual(['../1.txt']);
  });

  it('narrows to include, less exclude, also for named files', async () => {
    const cwd = scratch({ 'news/a.md': 'x', 'news/old/b.md': 'x', 'blog/c.md': 'x', 'blog/d.txt': 'x' });
    expect((await gather(cwd, ['.'], { include: ['news/'] })).ids).toEqual(['news/a.md', 'news/old/b.md']);
    expect((await gather(cwd, ['.'], { include: ['*.md'], exclude: ['old'] })).ids).toEqual(['blog/c.md', 'news/a.md']);
    expect((await gather(cwd, ['blog/c.md', 'blog/d.txt'], { exclude: ['*.md'] })).ids).toEqual(['blog/d.txt']);
    const sideways = await gather(join(cwd, 'blog'), ['../news'], { exclude: ['news/old/**'] });
    expect(sideways.ids).toEqual(['../news/a.md']);
  });
});

describe('a file of another extension', () => {
  it('is text if the user or a glob names it', async () => {
    const cwd = scratch({ 'notes.rst': 'x', README: 'x', 'a.txt': 'x' });
    const { raws } = await gather(cwd, ['notes.rst', 'READ*', '.']);
    expect(raws.map(({ source }) => [source.id, source.format])).toEqual([
      ['README', 'text'],
      ['a.txt', 'text'],
      ['notes.rst', 'text'],
    ]);
  });
});

describe('paths that lead nowhere', () => {
  it('are refused all at once, each with the nearest name beside it', async () => {
    const cwd = scratch({ 'articles/sport/a.txt': 'x' });
    const run = gather(cwd, ['artcles/sport', 'articles/sprot', 'articles/sport/a.txt/b', '*.md', '', 'a\0b']);
    await expect(run).rejects.toThrow(UsageError);
    await expect(run).rejects.toThrow(
      [
        "There is no file or folder 'artcles/sport'. Did you mean 'articles'?",
        "There is no file or folder 'articles/sprot'. Did you mean 'articles/sport'?",
        "There is no file or folder 'articles/sport/a.txt/b'.",
        "Nothing matches '*.md'.",
        'A path is empty.',
        "Can't read 'a\0b': its path holds a NUL.",
      ].join('\n'),
    );
  });
});

describe('what collect can not give is a named skip', () => {
  it('files over the limit, exactly', async () => {
    const cwd = scratch({ 'a.txt': 'x'.repeat(100), 'b.txt': 'x'.repeat(101) });
    const { ids, skips } = await gather(cwd, ['.'], { maxBytes: 100 });
    expect(ids).toEqual(['a.txt']);
    expect(skips).toEqual([{ path: 'b.txt', reason: 'too-large', detail: '101 bytes, more than 100' }]);
  });

  it.skipIf(process.platform === 'win32')('pipes, without waiting for their writer', async () => {
    const cwd = scratch();
    execFileSync('mkfifo', [join(cwd, 'pipe.txt'), join(cwd, 'pipe.jsonl')]);
    const { skips } = await gather(cwd, ['.']);
    expect(skips.map((skip) => skip.reason)).toEqual(['unreadable', 'unreadable']);
  });

  it.skipIf(process.platform === 'win32')('files and folders that may not be read', async () => {
    const cwd = scratch({ 'a.txt': 'x', 'closed/b.txt': 'x', 'unlisted/c.txt': 'x', 'open/d.txt': 'x' });
    for (const [path, mode] of Object.entries({ '.': 0o755, 'a.txt': 0, closed: 0, unlisted: 0o444 }))
      chmodSync(join(cwd, path), mode);
    const { ids, skips } = await asNobody(() => gather(cwd, ['.']));
    expect(ids).toEqual(['open/d.txt']);
    expect(skips).toEqual([
      { path: 'a.txt', reason: 'unreadable', detail: 'permission denied' },
      { path: 'closed', reason: 'unreadable', detail: 'permission denied' },
      { path: 'unlisted/c.txt', reason: 'unreadable', detail: 'permission denied' },
    ]);
    expect((await asNobody(() => gather(cwd, ['**/*.txt']))).skips.map((skip) => skip.path)).toContain('closed');
    for (const path of ['closed', 'unlisted']) chmodSync(join(cwd, path), 0o700);
  });
});

describe.skipIf(process.platform === 'win32')('symbolic links', () => {
  it('are followed where they lead to something new', async () => {
    const cwd = scratch({ 'site/a.txt': 'x', 'store/b.txt': 'x', 'store/sub/c.txt': 'x' });
    symlinkSync('../store', join(cwd, 'site/more'));
    symlinkSync('../../store/b.txt', join(cwd, 'store/sub/same.txt'));
    const { ids, skips } = await gather(cwd, ['site']);
    expect(ids).toEqual(['site/a.txt', 'site/more/b.txt', 'site/more/sub/c.txt']);
    expect(skips.map((skip) => skip.path)).toEqual(['site/more/sub/same.txt']);
  });

  it('are skips where they lead in a circle, upwards, to what is taken, or to nothing', async () => {
    const cwd = scratch({ 'site/a.txt': 'x', 'site/sub/b.txt': 'x' });
    symlinkSync('..', join(cwd, 'site/sub/up'));
    symlinkSync('../..', join(cwd, 'site/sub/out'));
    symlinkSync('self', join(cwd, 'site/self'));
    symlinkSync('sub', join(cwd, 'site/alias'));
    symlinkSync('a.txt', join(cwd, 'site/a-again.txt'));
    symlinkSync('missing.txt', join(cwd, 'site/broken.txt'));
    const { ids, skips } = await gather(cwd, ['site']);
    expect(ids).toEqual(['site/a.txt', 'site/sub/b.txt']);
    expect(skips.every((skip) => skip.reason === 'link')).toBe(true);
    expect(Object.fromEntries(skips.map((skip) => [skip.path, skip.detail]))).toEqual({
      'site/a-again.txt': 'is site/a.txt, which is taken already',
      'site/alias': 'leads to site/sub, which is scanned already',
      'site/broken.txt': 'leads to nothing',
      'site/self': 'a symbolic link that leads to itself',
      'site/sub/out': 'leads back to a folder above it',
      'site/sub/up': 'leads back to a folder above it',
    });
  });

  it('among many folders that all link to each other, each file is taken once', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const cwd = scratch(Object.fromEntries(names.map((name) => [`${name}/${name}.txt`, 'x'])));
    for (const from of names) for (const to of names) symlinkSync(`../${to}`, join(cwd, from, `to-${to}`));
    expect((await gather(cwd, ['a'])).ids).toHaveLength(names.length);
    expect((await gather(cwd, ['.'])).ids).toEqual(names.map((name) => `${name}/${name}.txt`));
  });

  it('may be the named folder, or lie above the working directory', async () => {
    const cwd = scratch({ 'real/a.txt': 'x' });
    symlinkSync('real', join(cwd, 'link'));
    expect((await gather(cwd, ['link'])).ids).toEqual(['link/a.txt']);
    expect((await gather(join(cwd, 'link'), ['.'])).ids).toEqual(['a.txt']);
    expect((await gather(join(cwd, 'link'), ['..'])).ids).not.toEqual([]);
    expect((await gather(cwd, ['link', 'real'])).ids).toEqual(['real/a.txt']);
  });
});

describe('readAgain', () => {
  const article = (cwd: string) => completeSettings({}, cwd).collect;

  it('gives the same bytes for each source, files and records alike', async () => {
    const lines = ['{"id":"ä","text":"öß"}', '', '{"text":"no id"}\r', '{"id":7,"text":"last, without line feed"}'];
    const cwd = scratch({ 'a.txt': 'some text', 'b.jsonl': `\uFEFF${lines.join('\n')}` });
    const { raws } = await gather(cwd, ['.']);
    expect(raws).toHaveLength(4);
    for (const raw of raws) {
      const again = await readAgain(raw.source, article(cwd));
      expect(Buffer.compare(again.bytes, raw.bytes)).toBe(0);
    }
    expect(readFileSync(join(cwd, 'a.txt'), 'utf8')).toBe(Buffer.from(raws[0]?.bytes ?? []).toString());
  });

  it('says so if the file has gone or shrunk', async () => {
    const cwd = scratch({ 'a.txt': 'some text', 'b.jsonl': '{"id":1,"text":"one"}\n{"id":2,"text":"two"}\n' });
    const [a, , second] = (await gather(cwd, ['.'])).raws;
    if (!a || !second) throw new Error('collect found too little');
    rmSync(join(cwd, 'a.txt'));
    truncateSync(join(cwd, 'b.jsonl'), 30);
    await expect(readAgain(a.source, article(cwd))).rejects.toThrow(
      "Can't read 'a.txt' a second time: no longer there.",
    );
    await expect(readAgain(second.source, article(cwd))).rejects.toThrow('it has become shorter');
  });
});
