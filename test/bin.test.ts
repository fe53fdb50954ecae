import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { CONFIG_SCHEMA } from '../src/config/configSchema.ts';
import { story } from './cli/story.ts';
import { buildIfStale, COMMAND, runCommand } from './command.ts';
import { scratch } from './scratch.ts';

const copies = () => ({ 'a b.txt': story('baker'), 'ü/ç.txt': story('baker'), 'c.txt': story('miller') });

beforeAll(buildIfStale);

it('is built with the schema of config files beside it', () => {
  const published = readFileSync(resolve(import.meta.dirname, '../dist/config.schema.json'), 'utf8');
  expect(JSON.parse(published)).toEqual(CONFIG_SCHEMA);
});

describe('the built command', () => {
  it('reports on stdout, and on nothing else', async () => {
    const { code, stdout, stderr } = await runCommand(scratch(copies()), []);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('a b.txt');
    expect(stdout).toContain('ü/ç.txt');
    expect(stdout).not.toContain('\u001b');
  });

  it('ends with 1 on findings under --check, and with 2 where it could not run', async () => {
    const cwd = scratch(copies());
    expect(await runCommand(cwd, ['--check', 'a b.txt', 'ü'])).toMatchObject({ code: 1 });
    expect(await runCommand(cwd, ['no such folder'])).toMatchObject({ code: 2, stdout: '' });
  });

  it('reads an article or a list of paths from a pipe', async () => {
    const cwd = scratch(copies());
    const compared = await runCommand(cwd, ['compare', '-', 'c.txt', '-f', 'json'], story('miller'));
    expect(JSON.parse(compared.stdout).match.relation).toBe('identical');
    const scanned = await runCommand(cwd, ['--files-from', '-', '-f', 'json'], 'a b.txt\nc.txt\n');
    expect(JSON.parse(scanned.stdout).summary.articles).toBe(2);
  });

  it('compares a file with what comes from a pipe, and ends with 1 if they match under --check', async () => {
    const cwd = scratch(copies());
    const same = await runCommand(cwd, ['compare', 'c.txt', '-', '--check'], story('miller'));
    expect(same).toMatchObject({ code: 1, stdout: '  A  c.txt\n  B  -\n     identical, same bytes\n' });
    const other = await runCommand(cwd, ['compare', 'c.txt', '-', '--check'], story('baker'));
    expect(other).toMatchObject({ code: 0, stderr: '' });
    expect(other.stdout).toMatch(/^No match\./);
    const none = await runCommand(cwd, ['compare', 'c.txt', '-'], ' \n');
    expect(none).toMatchObject({ code: 2, stdout: '', stderr: "error: '-' holds no article to compare: no words.\n" });
  });

  it('compares one record of a container, whatever the others are', async () => {
    const record = (id: string, subject: string) => JSON.stringify({ id, text: story(subject) });
    const lines = [record('first', 'miller'), 'no JSON', record('second', 'baker'), '{"id":"third"}'];
    const cwd = scratch({ ...copies(), 'news/all.jsonl': lines.join('\n') });
    const compare = (a: string) => runCommand(cwd, ['compare', a, 'c.txt', '-f', 'json', '--check']);

    const first = await compare('./news/all.jsonl#first');
    expect([first.code, JSON.parse(first.stdout).match]).toMatchObject([
      1,
      { a: 'news/all.jsonl#first', relation: 'identical' },
    ]);
    const second = await compare('news/all.jsonl#second');
    expect([second.code, JSON.parse(second.stdout)]).toMatchObject([0, { match: null, a: 'news/all.jsonl#second' }]);
    const refusals: Record<string, RegExp> = {
      'news/all.jsonl#L2': /can't be compared: not JSON/,
      'news/all.jsonl#third': /holds no article to compare: no field "text"/,
      'news/all.jsonl#fourth': /'news\/all\.jsonl#fourth' holds no article\./,
      'news/all.jsonl': /holds 3 articles and 1 line that is none; name one of them, as 'news\/all\.jsonl#third'/,
    };
    for (const [name, reason] of Object.entries(refusals)) {
      const { code, stdout, stderr } = await compare(name);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(reason);
    }
  });

  it.skipIf(process.platform === 'win32')('compares what comes from a pipe that is named', async () => {
    const cwd = scratch(copies());
    const shell = (command: string) => spawnSync('sh', ['-c', command], { cwd, encoding: 'utf8' });
    const dedupe = `"${process.execPath}" "${COMMAND}"`;
    const compared = shell(`cat c.txt | ${dedupe} compare /dev/stdin c.txt`);
    expect([compared.status, compared.stdout]).toEqual([0, expect.stringContaining('identical, same bytes')]);
    const endless = shell(`${dedupe} compare /dev/zero c.txt`);
    expect([endless.status, endless.stderr]).toEqual([2, expect.stringContaining('gives more than 8388608 bytes')]);
    const scanned = shell(`cat c.txt | ${dedupe} -v /dev/stdin c.txt`);
    expect(scanned.stdout).toContain('can be read once only');
  });

  it.skipIf(process.platform !== 'linux')('says so where it stands in no folder, or nobody gets its help', () => {
    const cwd = scratch();
    const shell = (command: string) => spawnSync('sh', ['-c', command], { cwd, encoding: 'utf8' });
    const dedupe = `"${process.execPath}" "${COMMAND}"`;
    const gone = shell(`mkdir gone && cd gone && rmdir ../gone && ${dedupe}`);
    expect([gone.status, gone.stderr]).toEqual([
      2,
      'error: The working directory is no longer there: go to one that is.\n',
    ]);
    for (const asked of ['--help', '--version', '--print-config', 'completion bash']) {
      const full = shell(`${dedupe} ${asked} >/dev/full`);
      expect([full.status, full.stderr]).toEqual([2, expect.stringContaining("Can't write to stdout")]);
    }
  });

  it.skipIf(process.platform !== 'linux')('says of a name that is no UTF-8 what is wrong with it', () => {
    const cwd = scratch(copies());
    writeFileSync(Buffer.concat([Buffer.from(`${cwd}/x`), Buffer.from([0xff]), Buffer.from('.txt')]), story('smith'));
    const ran = spawnSync(process.execPath, [COMMAND, '-v'], { cwd, encoding: 'utf8' });
    expect(ran.stdout).toContain('its name is no UTF-8: rename it');
  });

  it('shows, when asked to explain, what two articles that do not match have in common', async () => {
    const told = 'The mayor of Harrow Bay opened a bakery on Monday.';
    const wall =
      'The old harbour wall was broken by two storms in three places last winter, and the engineers of the region are ' +
      'to rebuild it from May to September for four million crowns.';
    const court =
      'A court in the capital heard on the same day how a gang of thieves had carried a painting out of the museum by ' +
      'night, sold it to a dentist abroad and quarrelled over the price.';
    const cwd = scratch({ 'a.txt': `${told} ${wall}\n`, 'b.txt': `${told} ${court}\n` });
    const plain = await runCommand(cwd, ['compare', 'a.txt', 'b.txt']);
    const explained = await runCommand(cwd, ['compare', 'a.txt', 'b.txt', '--explain']);
    expect([plain.code, explained.code]).toEqual([0, 0]);
    expect(plain.stdout).toMatch(/^No match\./);
    expect(explained.stdout.startsWith(plain.stdout)).toBe(true);
    const more = explained.stdout.slice(plain.stdout.length);
    expect(more).toContain('what they share all the same');
    expect(more).toContain('A:1 The mayor of Harrow Bay opened a bakery on Monday.');
    expect(more).toContain('only in B: 1 sentence');
    expect(more).toMatch(/what spoke for \(\+\) and against \(-\) a rewrite, in log-odds\n {2}[+-]\d\.\d\d {2}/);
  });

  it('ends quietly, with its own exit code, when its reader goes away', async () => {
    // More than a pipe holds (64 KiB), so that the command is still writing when the reader closes.
    const names = Array.from({ length: 700 }, (_, i) => `${i}`);
    const cwd = scratch(Object.fromEntries(names.map((name) => [`${name}.txt`, story('baker')])));
    const child = spawn(process.execPath, [COMMAND, '-f', 'json', '--check'], { cwd });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text) => {
      stderr += text;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const [code, signal] = await new Promise<[number | null, string | null]>((done) => {
      child.on('close', (...ended) => done(ended));
    });
    expect([code, signal]).toEqual([1, null]);
    expect(stderr).toMatch(/^check failed: [^\n]*\n$/);
  });

  it.skipIf(process.platform !== 'linux')('says so where the report can not be written', () => {
    const cwd = scratch(copies());
    const { status, stderr } = spawnSync('sh', ['-c', `"${process.execPath}" "${COMMAND}" > /dev/full`], {
      cwd,
      encoding: 'utf8',
    });
    expect(stderr).toMatch(/^error: Can't write the terminal report: ENOSPC/);
    expect(status).toBe(2);
  });

  it('answers --version and --help without loading the pipeline', () => {
    const cwd = scratch(copies());
    // Node tells of each module that it loads.
    const loads = (arg: string) =>
      spawnSync(process.execPath, [COMMAND, arg], {
        cwd,
        encoding: 'utf8',
        env: { ...process.env, NODE_DEBUG: 'esm' },
      });
    expect(loads('.').stderr).toMatch(/dist\/chunks\/scan-/);
    for (const option of ['--version', '--help']) {
      expect(loads(option).stderr).toContain('dist/cli/main.js');
      expect(loads(option).stderr).not.toMatch(/dist\/chunks\/(?:scan|compare)-/);
    }
  });
});

describe('the built library', () => {
  it('is what the command runs', async () => {
    const cwd = scratch(copies());
    const { findDuplicates } = await import(resolve(import.meta.dirname, '../dist/index.js'));
    const result = await findDuplicates('.', { cwd });
    const { stdout } = await runCommand(cwd, ['-f', 'json']);
    expect(JSON.parse(stdout)).toMatchObject({ summary: result.summary, clusters: result.clusters });
  });

  it('brings the licences of all that is bundled', () => {
    const texts = readFileSync(resolve(import.meta.dirname, '../dist/THIRD-PARTY-LICENSES.txt'), 'utf8');
    for (const name of ['commander', 'fast-glob', 'ignore', 'natural']) {
      expect(texts).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+\\n\\n\\S`, 'm'));
    }
    expect(texts).not.toMatch(/^stopwords-iso/m);
  });
});
