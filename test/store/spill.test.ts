import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, expect, it } from 'vitest';
import { buildIfStale, runCommand } from '../command.ts';
import { scratch } from '../scratch.ts';

beforeAll(buildIfStale, 60_000);

/** Some 3 MB are kept of these: 400 reports of 500 words, of which each tenth is a copy of the one before, with a word changed. */
function archive(): string {
  const lines = Array.from({ length: 400 }, (_, i) => {
    const own = i % 10 === 9 ? i - 1 : i;
    const words = Array.from(
      { length: 500 },
      (_, w) => `${w % 9 === 8 ? 'The ' : ''}w${(own * 500 + w) ** 2 % 1_000_003}`,
    );
    return JSON.stringify({ id: i, text: `${words.join(' ')} ${i % 10 === 9 ? 'indeed' : 'so'}.` });
  });
  return lines.join('\n');
}

it('finds the same within any bound of memory', async () => {
  const [cwd, TMPDIR] = [scratch({ 'all.jsonl': archive() }), scratch()];
  for (const relations of ['near-copy,excerpt', 'identical,near-copy,excerpt,rewrite']) {
    const args = ['all.jsonl', '-f', 'json', '--relations', relations];
    const free = await runCommand(cwd, args);
    expect(JSON.parse(free.stdout).matches).toHaveLength(40);
    for (const size of ['1', '100M']) {
      expect(await runCommand(cwd, [...args, '--max-memory', size], '', { TMPDIR, TEMP: TMPDIR })).toEqual(free);
    }
    expect(readdirSync(TMPDIR)).toEqual([]);
  }
}, 60_000);

it.each(['lots', '0', '1.5G', '-1M'])('refuses %s as a size', async (size) => {
  const { code, stderr } = await runCommand(scratch({ 'a.txt': 'word' }), ['--max-memory', size]);
  expect(code).toBe(2);
  expect(stderr).toContain(`--max-memory must be a size as 400M or 2G, not '${size}'.`);
});

/** Says so when articles are kept in a file, and never ends. */
const HALTED = `
const { readdirSync, readlinkSync } = require('node:fs');
const [, library, folder] = process.argv;
import(library).then(({ findDuplicates }) => findDuplicates('all.jsonl', {
  maxMemory: '1',
  onProgress({ stage }) {
    if (stage !== 'lsh') return;
    const open = process.platform === 'linux' ? readdirSync('/proc/self/fd').map((file) => {
      try { return readlinkSync('/proc/self/fd/' + file); } catch { return ''; }
    }) : [folder];
    require('node:fs').writeSync(1, open.some((file) => file.startsWith(folder)) ? 'spilled' : 'not spilled');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  },
}));`;

it.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)(
  'leaves nothing behind when it is ended by %s',
  async (signal) => {
    const [cwd, TMPDIR] = [scratch({ 'all.jsonl': archive() }), scratch()];
    const library = pathToFileURL(resolve(import.meta.dirname, '../../dist/index.js')).href;
    const env = { ...process.env, TMPDIR, TEMP: TMPDIR };
    const child = spawn(process.execPath, ['-e', HALTED, library, TMPDIR], { cwd, env });
    const [said] = await once(child.stdout, 'data');
    expect(String(said)).toBe('spilled');
    child.kill(signal);
    const [code, endedBy] = await once(child, 'exit');
    expect([code, endedBy]).toEqual([null, signal]);
    expect(readdirSync(TMPDIR)).toEqual([]);
  },
  60_000,
);
