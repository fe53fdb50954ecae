import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { COMMAND_DEFAULTS, DEFAULTS } from '../../src/config/defaults.ts';
import { FIELDS } from '../../src/config/fields.ts';
import { runCommand } from '../command.ts';
import { scratch } from '../scratch.ts';
import { play } from './stage.ts';
import { story } from './story.ts';

const ARTICLES = { 'a.txt': story('baker'), 'b.txt': story('baker'), 'c.md': story('miller') };

/** A repository as far as the search for a config is concerned: a folder with `.git`. */
const repository = (files: Record<string, string>) => scratch({ '.git/': '', ...files });

const articles = async (cwd: string, ...args: string[]): Promise<number> => {
  const { stdout, stderr } = await play(cwd, ['-f', 'json', ...args]);
  expect(stderr.replace(/^\d+ skipped: .*\n$/, '')).toBe('');
  return JSON.parse(stdout).summary.articles;
};

describe('a config file', () => {
  it.each([
    ['dedupe.config.json', '\uFEFF{ "$schema": "x", "include": ["*.md"] }'],
    ['dedupe.config.yaml', 'include:\n  - "*.md" # all\n'],
    ['dedupe.config.yml', 'include: ["*.md"]'],
    ['dedupe.config.mjs', 'export default { include: ["*.md"] };'],
    ['package.json', '{ "name": "x", "dedupe": { "include": ["*.md"] } }'],
  ])('is %s', async (name, text) => {
    expect(await articles(repository({ ...ARTICLES, [name]: text }))).toBe(1);
  });

  it('is searched for upward to the top of the repository, and no further', async () => {
    const cwd = scratch({ 'dedupe.config.json': '{"include": ["*.md"]}' });
    const files = Object.entries(ARTICLES);
    for (const top of ['plain/deep', 'repository/deep']) {
      mkdirSync(join(cwd, top), { recursive: true });
      for (const [name, text] of files) writeFileSync(join(cwd, top, name), text);
    }
    expect(await articles(join(cwd, 'plain/deep'))).toBe(3);
    mkdirSync(join(cwd, 'repository/.git'));
    expect(await articles(join(cwd, 'repository/deep'))).toBe(3);
    writeFileSync(join(cwd, 'repository/dedupe.config.yaml'), 'include: ["*.txt"]');
    expect(await articles(join(cwd, 'repository/deep'))).toBe(2);
    writeFileSync(join(cwd, 'repository/deep/package.json'), '{}');
    expect(await articles(join(cwd, 'repository/deep'))).toBe(2);
  });

  it('says nothing if it is empty, or comments alone', async () => {
    for (const text of ['', '# include: ["*.md"]\n']) {
      expect(await articles(repository({ ...ARTICLES, 'dedupe.config.yaml': text }))).toBe(3);
    }
  });

  it('is overruled by options, and left out by --no-config', async () => {
    const cwd = repository({ ...ARTICLES, 'dedupe.config.json': '{"include": ["*.md"], "check": true}' });
    expect(await articles(cwd, '--include', '*.txt', '--no-check')).toBe(2);
    expect(await articles(cwd, '--no-config')).toBe(3);
    expect((await play(cwd, ['--include', '*'])).code).toBe(1);
    expect((await play(cwd, ['--include', '*', '--no-check'])).code).toBe(0);
  });

  it('can be named with --config', async () => {
    const cwd = repository({ ...ARTICLES, 'ci/strict.json': '{"include": ["*.md"]}' });
    expect(await articles(cwd, '--config', 'ci/strict.json')).toBe(1);
    const missing = await play(cwd, ['--config', 'ci/strict.yaml']);
    expect([missing.code, missing.stderr]).toEqual([2, "error: There is no config file 'ci/strict.yaml'.\n"]);
    expect((await play(cwd, ['--config', 'a.txt'])).stderr).toContain('must be a .json, .yaml or .mjs file');
    writeFileSync(join(cwd, 'package.json'), '{}');
    expect((await play(cwd, ['--config', 'package.json'])).stderr).toContain('no key "dedupe"');
  });

  it('has paths and globs relative to itself', async () => {
    const config = { paths: ['posts'], exclude: ['/posts/old/'], format: ['json:out/report.json'] };
    const cwd = repository({
      'posts/a.txt': story('baker'),
      'posts/old/b.txt': story('miller'),
      'other/c.txt': story('smith'),
      'out/': '',
      'dedupe.config.json': JSON.stringify(config),
    });
    expect((await play(join(cwd, 'other'), [])).stdout).toBe('');
    const { summary } = JSON.parse(readFileSync(join(cwd, 'out/report.json'), 'utf8'));
    expect(summary.articles).toBe(1);
    // Globs that are typed are relative to where they are typed.
    expect(await articles(join(cwd, 'posts'), '.', '--exclude', '/a.txt')).toBe(1);
  });

  it('has - and /dev/stdout as stdout, from wherever it is found', async () => {
    for (const place of ['-', '/dev/stdout']) {
      const cwd = repository({ ...ARTICLES, 'deep/d.txt': story('smith') });
      writeFileSync(join(cwd, 'dedupe.config.json'), JSON.stringify({ format: [`json:${place}`] }));
      expect(JSON.parse((await play(join(cwd, 'deep'), [])).stdout).summary.articles).toBe(1);
    }
  });

  it('says what matches for compare too, and nothing of its reports', async () => {
    const config = { relations: ['rewrite'], format: ['json'], check: true, exclude: ['a.txt'] };
    const cwd = repository({ ...ARTICLES, 'dedupe.config.json': JSON.stringify(config) });
    const { code, stdout } = await play(cwd, ['compare', 'a.txt', 'b.txt']);
    expect(stdout).toMatch(/^No match/);
    expect(code).toBe(0);
  });
});

describe('a config file that is wrong', () => {
  const refusal = async (files: Record<string, string>, ...args: string[]) => {
    const { code, stdout, stderr } = await play(repository({ ...ARTICLES, ...files }), args);
    expect([code, stdout]).toEqual([2, '']);
    return stderr;
  };

  it('is refused with every problem at once, each named by its place', async () => {
    const config = { minWords: 0, relations: ['identical', 'rewrit'], color: 'always', 'min-words': 3, format: 'json' };
    expect(await refusal({ 'dedupe.config.json': JSON.stringify(config) })).toBe(
      [
        "error: color can't be set in dedupe.config.json: the terminal decides it, or NO_COLOR and FORCE_COLOR.",
        'error: minWords in dedupe.config.json must be a whole number from 1, not 0.',
        "error: relations[1] in dedupe.config.json must be identical, near-copy, excerpt or rewrite, not 'rewrit'. Did you mean 'rewrite'?",
        "error: format in dedupe.config.json must be a list of formats, not 'json'.",
        "error: There is no setting min-words in dedupe.config.json. Did you mean 'minWords'?",
        '',
      ].join('\n'),
    );
  });

  it.each([
    ['dedupe.config.json', '{ no JSON', "Can't read the config dedupe.config.json: "],
    ['dedupe.config.json', '[]', 'dedupe.config.json must be an object of settings, not an empty list.'],
    ['dedupe.config.yaml', 'a: [', "Can't read the config dedupe.config.yaml: "],
    ['dedupe.config.yaml', 'minWords: 1\nminWords: 2\n', 'Map keys must be unique'],
    ['dedupe.config.yaml', `${'['.repeat(1e5)}`, 'nested too deep'],
    ['dedupe.config.yaml', 'threshold: .nan', 'threshold in dedupe.config.yaml must be a number'],
    ['dedupe.config.mjs', 'throw new Error("no luck")', 'no luck'],
    ['dedupe.config.mjs', 'export const config = {};', 'no default export'],
    ['dedupe.config.mjs', 'export default () => ({})', 'must be an object of settings, not a function'],
    ['dedupe.config.json', '{ "minWords": 1, "minWords": 2 }', 'Map keys must be unique'],
    ['dedupe.config.json', '{ "minWords": 1e99 }', 'must be a whole number from 1, not 1e+99'],
    ['dedupe.config.mjs', 'export default { get minWords() { throw new Error("no getter luck"); } }', 'no getter luck'],
    ['package.json', '{ "dedupe": { "minWords": "x" } }', 'minWords in package.json#dedupe must be'],
    ['package.json', '{ no JSON', "Can't read the config package.json: "],
    ['dedupe.config.json/x', '', "Can't read the config: "],
  ])('%s: %j', async (name, text, part) => {
    const said = await refusal({ [name]: text });
    expect(said).toContain(part);
    expect(said).toMatch(/^(error: [^\n]{1,300}\n)+$/);
  });

  it('is one of several beside each other', async () => {
    const said = await refusal({ 'dedupe.config.json': '{}', 'dedupe.config.yaml': '' });
    expect(said).toContain('There are several configs: dedupe.config.json and dedupe.config.yaml. Keep one');
  });

  it('names no format that there is not', async () => {
    const said = await refusal({ 'dedupe.config.json': '{"format": ["terminal", "jsn"]}' });
    expect(said).toContain('format[1] in dedupe.config.json must be terminal, json,');
    expect(said).toContain("not 'jsn'. Did you mean 'json'?");
  });

  it('is never run from outside of the repository, neither by its name nor through a link', async () => {
    const outside = scratch({ 'evil.mjs': 'globalThis.wasRun = true; export default {};' });
    const cwd = repository(ARTICLES);
    const named = await play(cwd, ['--config', join(outside, 'evil.mjs')]);
    expect([named.code, named.stderr]).toEqual([2, expect.stringContaining('would be run, and lies outside of .')]);
    symlinkSync(join(outside, 'evil.mjs'), join(cwd, 'dedupe.config.mjs'));
    expect(await play(cwd, [])).toMatchObject({ code: 2, stdout: '' });
    expect('wasRun' in globalThis).toBe(false);
  });
});

describe('--print-config', () => {
  it('shows every setting and where it came from, and runs nothing', async () => {
    const cwd = repository({ 'dedupe.config.yaml': 'minWords: 7\nthreshold: 0.5\n', 'x/': '' });
    const { code, stdout, stderr } = await play(join(cwd, 'x'), ['--print-config', '--threshold', '0.9', 'no such']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('# Config file: ../dedupe.config.yaml\n');
    expect(stdout).toContain('minWords: 7 # ../dedupe.config.yaml\n');
    expect(stdout).toContain('threshold: 0.9 # --threshold\n');
    expect(stdout).toContain('textField: "text" # default\n');
    expect(Object.keys(parse(stdout)).sort()).toEqual(Object.keys({ ...DEFAULTS, ...COMMAND_DEFAULTS }).sort());
    expect((await play(cwd, ['--print-config', '--no-config'])).stdout).toMatch(/^# No config file\.\n/);
    expect((await play(cwd, ['compare', 'a', 'b', '--print-config'])).stdout).toContain('minWords: 7');
  });
});

describe('dedupe init', () => {
  it('writes a config that says nothing until its lines are taken out of their comments', async () => {
    const cwd = repository({});
    expect(await play(cwd, ['init'])).toMatchObject({ code: 0, stdout: '' });
    const text = readFileSync(join(cwd, 'dedupe.config.yaml'), 'utf8');
    expect(parse(text)).toBeNull();
    const named = new RegExp(`^# (${Object.keys(FIELDS).join('|')}): `, 'gm');
    const uncommented = text.replace(named, '$1: ');
    expect(Object.keys(parse(uncommented))).toEqual(Object.keys(FIELDS));
    expect(parse(uncommented)).toMatchObject(
      JSON.parse(JSON.stringify({ ...DEFAULTS, ignorePairs: [{ reason: 'translations' }], ...COMMAND_DEFAULTS })),
    );
    expect(text).not.toContain('undefined');
    writeFileSync(join(cwd, 'dedupe.config.yaml'), uncommented);
    expect((await play(cwd, ['--print-config'])).stderr).toBe('');
  });

  it('overwrites nothing', async () => {
    for (const name of ['dedupe.config.yaml', 'dedupe.config.json']) {
      const cwd = repository({ [name]: '{}' });
      expect(await play(cwd, ['init'])).toMatchObject({ code: 2, stderr: expect.stringContaining(name) });
      expect(readFileSync(join(cwd, name), 'utf8')).toBe('{}');
    }
    const linked = repository({});
    symlinkSync(join(linked, 'nowhere'), join(linked, 'dedupe.config.yaml'));
    expect(await play(linked, ['init'])).toMatchObject({ code: 2, stdout: '' });
  });
});

describe('configs in one folder', () => {
  it('are named also where one of them is a key of package.json; init writes none beside it', async () => {
    const manifest = { 'package.json': '{ "dedupe": { "minWords": 5 } }' };
    const two = await play(repository({ ...ARTICLES, ...manifest, 'dedupe.config.yaml': '' }), []);
    expect(two.stderr).toContain('There are several configs: dedupe.config.yaml and package.json#dedupe. Keep one');
    const init = await play(repository(manifest), ['init']);
    expect([init.code, init.stderr]).toEqual([
      2,
      'error: There is a package.json#dedupe here already; dedupe init overwrites none.\n',
    ]);
    expect((await play(repository({ 'package.json': '{}' }), ['init'])).code).toBe(0);
  });
});

describe('a config that is run', () => {
  it('leaves stdout to the report', async () => {
    const cwd = repository({ ...ARTICLES, 'dedupe.config.mjs': 'console.log("hello"); export default {};' });
    const { stdout } = await play(cwd, ['-f', 'json']);
    expect(JSON.parse(stdout).summary.articles).toBe(3);
  });

  it('is given up if it never ends', { timeout: 30_000 }, async () => {
    for (const text of ['await new Promise(() => {}); export default {};', 'export default new Promise(() => {});']) {
      const { code, stderr } = await runCommand(repository({ ...ARTICLES, 'dedupe.config.mjs': text }), []);
      expect(code).toBe(2);
      expect(stderr).toContain("Can't read the config dedupe.config.mjs: it was not done in 10 seconds.");
    }
  });
});

describe('what a config says to check for', () => {
  it.each([
    ['{ "failOn": ["identical"] }', [], 1],
    ['{ "maxDuplicates": 0 }', [], 1],
    ['{ "maxDuplicates": 5 }', [], 0],
    ['{ "failOn": ["identical"], "check": false }', [], 0],
    ['{ "failOn": ["identical"] }', ['--no-check'], 0],
    ['{ "failOn": ["identical"] }', ['compare', 'a.txt', 'b.txt'], 0],
  ])('asks for the check, as the options do: %s %j', async (text, args, code) => {
    expect((await play(repository({ ...ARTICLES, 'dedupe.config.json': text }), args)).code).toBe(code);
  });
});

it('unknown settings are listed once with all that there are', async () => {
  const { stderr } = await play(repository({ ...ARTICLES, 'dedupe.config.json': '{ "quux": 1, "blorbs": 2 }' }), []);
  expect(stderr.match(/There is no setting/g)).toHaveLength(2);
  expect(stderr.match(/There are /g)).toHaveLength(1);
});
