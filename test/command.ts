import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '..');
const BUNDLE = join(ROOT, 'dist/cli/main.js');

/** The command as a user starts it. */
export const COMMAND: string = join(ROOT, 'bin/dedupe.js');

/** Builds dist/ if it is missing or older than the sources, so that a test of the command never runs a stale one. */
export function buildIfStale(): void {
  const sources = readdirSync(join(ROOT, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const newest = [...sources, join(ROOT, 'package.json')].reduce((time, path) => Math.max(time, changed(path)), 0);
  if (existsSync(BUNDLE) && changed(BUNDLE) >= newest) return;
  execFileSync(process.execPath, [join(ROOT, 'scripts/build.mjs')], { stdio: 'inherit' });
}

function changed(path: string): number {
  return statSync(path).mtimeMs;
}

export interface Ran {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command in a folder, with this on its standard input, and little in its environment. */
export function runCommand(
  cwd: string,
  args: readonly string[],
  stdin: string | Uint8Array = '',
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [COMMAND, ...args], { cwd, env: { PATH: process.env.PATH, ...env } });
    const said = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text) => {
      said.stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      said.stderr += text;
    });
    child.on('error', fail).on('close', (code, signal) => done({ code, signal, ...said }));
    // A command that reads nothing may end before all is written.
    child.stdin.on('error', () => {}).end(stdin);
  });
}
