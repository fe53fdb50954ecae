import { existsSync, lstatSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FORMATS } from '../../src/config/formats.ts';
import { scratch } from '../scratch.ts';
import { play } from './stage.ts';
import { story } from './story.ts';

const copies = () => ({ 'a.md': story('harbour'), 'b.md': story('harbour') });

describe('a file that is there is replaced only by what it was', () => {
  it.each([
    ['an article of the folder', ['.', '-f', 'json:a.md'], 'a.md'],
    ['a page', ['.', '-f', 'html:index.html'], 'index.html'],
    ['a manifest', ['.', '-f', 'json:package.json'], 'package.json'],
    ['a config', ['.', '-f', 'json:dedupe.config.json'], 'dedupe.config.json'],
    ['a baseline', ['.', '-f', 'json:base.json'], 'base.json'],
    ['an article, by statistics', ['.', '--update-stats', '--stats', 'a.md'], 'a.md'],
    ['an article, by a profile', ['.', '--cpu-profile', 'a.md'], 'a.md'],
  ])('%s', async (_, args, file) => {
    const cwd = scratch({
      ...copies(),
      'index.html': '<p>Welcome to the harbour.</p>',
      'package.json': '{}',
      'dedupe.config.json': '{}',
    });
    await play(cwd, ['.', '--baseline', 'base.json', '--update-baseline']);
    const before = readFileSync(join(cwd, file), 'utf8');
    const { code, stdout, stderr } = await play(cwd, args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('would replace a file of another kind; name another one, or remove it.');
    expect(readFileSync(join(cwd, file), 'utf8')).toBe(before);
  });

  it.each(Object.keys(FORMATS))('%s: by any other report, found or not found, colored or not', async (format) => {
    for (const args of [['.'], ['other'], ['compare', 'a.md', 'b.md'], ['compare', 'a.md', 'other/c.md']]) {
      const cwd = scratch({ ...copies(), 'other/c.md': story('bridge'), 'other/d.md': story('budget') });
      const first = await play(cwd, [...args, '--color', 'always', '-f', `${format}:report`]);
      expect(first).toMatchObject({ code: 0, stderr: expect.not.stringContaining('error') });
      const again = await play(cwd, [...args, '-f', `${format === 'json' ? 'csv' : 'json'}:report`]);
      expect(again).toMatchObject({ code: 0, stderr: expect.not.stringContaining('error') });
    }
  });

  it('an empty file by anything', async () => {
    const cwd = scratch({ ...copies(), out: '' });
    expect((await play(cwd, ['-f', 'json:out'])).code).toBe(0);
  });
});

describe('nothing is written to a file that the run uses for something else', () => {
  it.each([
    [['-f', 'json:dup.json', '--baseline', 'dup.json', '--update-baseline']],
    [['-f', 'json:dup.json', '--baseline', 'link.json', '--update-baseline']],
    [['-f', 'json:dup.json', '--stats', './dup.json', '--update-stats']],
    [['-f', 'json:dup.json', '--cpu-profile', 'dup.json']],
    [['-f', 'json:dup.json', '--cache', '--cache-location', 'dup.json']],
    [['--baseline', 'dup.json', '--update-baseline', '--stats', 'dup.json', '--update-stats']],
  ])('%j', async (args) => {
    const cwd = scratch(copies());
    symlinkSync('dup.json', join(cwd, 'link.json'));
    const { code, stderr } = await play(cwd, args);
    expect(code).toBe(2);
    expect(stderr).toContain('both name one file; give each a file of its own.');
    expect(existsSync(join(cwd, 'dup.json'))).toBe(false);
  });
});

it('a link to a file that is not there yet still leads to the report after', async () => {
  const cwd = scratch(copies());
  symlinkSync('out/r.json', join(cwd, 'l.json'));
  expect((await play(cwd, ['-f', 'json:l.json'])).code).toBe(0);
  expect(lstatSync(join(cwd, 'l.json')).isSymbolicLink()).toBe(true);
  expect(JSON.parse(readFileSync(join(cwd, 'out/r.json'), 'utf8')).summary.articles).toBe(2);
});

it('pages that earlier runs left among the articles are none', async () => {
  const cwd = scratch(copies());
  await play(cwd, ['-f', 'html:r1.html']);
  await play(cwd, ['-f', 'html:r2.html']);
  const { stdout } = await play(cwd, ['-f', 'json']);
  expect(JSON.parse(stdout).summary).toMatchObject({ articles: 2, skipped: 2 });
  expect(JSON.parse(stdout).skipped[0]).toEqual({
    path: 'r1.html',
    reason: 'disabled',
    detail: 'a report of dedupe',
  });
});
