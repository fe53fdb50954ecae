import { spawn, spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Skip } from '../../src/model/article.ts';
import type { Cluster, Match } from '../../src/model/match.ts';
import type { ReportedSettings } from '../../src/model/result.ts';

/** The part of the command's JSON report that is judged. */
export interface Output {
  readonly settings: ReportedSettings;
  readonly clusters: readonly Pick<Cluster, 'representative' | 'members' | 'template'>[];
  readonly matches: readonly Omit<Match, 'evidence' | 'bridge'>[];
  readonly skipped: readonly Skip[];
}

/** What a run of the command gave and cost. */
export interface Run {
  readonly output: Output;
  /** Wall-clock time from start to exit. */
  readonly seconds: number;
  /** Peak resident memory of the process, in MiB. */
  readonly peakMiB: number;
}

/** Relative to the project's root, from which the evaluation is run. */
const COMMAND = resolve('bin/dedupe.js');
const PEAK = resolve('scripts/eval/peak.cjs');

/**
 * Runs the built command as a user would, with `cwd` as working directory, and reads its JSON report, which it keeps at
 * `file`. Throws with the command's own words if it could not run.
 */
export async function runCommand(args: readonly string[], cwd: string, file: string): Promise<Run> {
  const report = openSync(file, 'w');
  const started = performance.now();
  const child = spawn(process.execPath, ['--require', PEAK, COMMAND, ...args, '--format', 'json', '--no-progress'], {
    cwd,
    stdio: ['ignore', report, 'pipe', 'pipe'],
  });
  closeSync(report);
  const said = ['', ''];
  for (const [i, stream] of [child.stderr, child.stdio[3]].entries()) {
    stream?.on('data', (bytes: Buffer) => {
      said[i] += bytes.toString();
    });
  }
  const code = await new Promise<number | null>((done, fail) => child.on('error', fail).on('close', done));
  const seconds = (performance.now() - started) / 1000;
  if (code !== 0) throw new Error(`dedupe ${args.join(' ')} ended with ${code}: ${said[0]}`);
  return { output: JSON.parse(readFileSync(file, 'utf8')) as Output, seconds, peakMiB: Number(said[1]) / 1024 };
}

/** Whether `compare` says that the two articles match. */
export function compareMatches(a: string, b: string, cwd: string): boolean {
  const { status } = spawnSync(process.execPath, [COMMAND, 'compare', a, b, '--check'], { cwd, stdio: 'ignore' });
  if (status !== 0 && status !== 1) throw new Error(`dedupe compare ${a} ${b} ended with ${status}`);
  return status === 1;
}

/** Whether the command's help names an option. */
export function offersOption(option: string): boolean {
  return spawnSync(process.execPath, [COMMAND, '--help'], { encoding: 'utf8' }).stdout.includes(option);
}
