import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { story } from './cli/story.ts';
import { buildIfStale, COMMAND, runCommand } from './command.ts';
import { scratch } from './scratch.ts';

const copies = () => ({ 'a b.txt': story('baker'), 'ü/ç.txt': story('baker'), 'c.txt': story('miller') });

beforeAll(buildIfStale, 60_000);

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
