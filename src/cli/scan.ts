import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { didYouMean } from '../didYouMean.ts';
import { UsageError } from '../errors.ts';
import type { Policy, Result } from '../model.ts';
import { findDuplicates } from '../pipeline.ts';
import { verdictOf } from '../policy/verdict.ts';
import { skipSummary, skipWords } from '../report/skips.ts';
import { verdictWords } from '../report/verdict.ts';
import { type Options, settingsOf } from './options.ts';
import { filesOf, type Output, outputsOf, refuseArticles } from './outputs.ts';
import { policyOf } from './policy.ts';
import { progressOn } from './progress.ts';
import { readAll } from './readAll.ts';
import type { World } from './world.ts';
import { writeReports } from './writeReports.ts';

/** `dedupe [paths...]`: reports the duplicates under `paths`, and returns the exit code. */
export async function scan(paths: readonly string[], options: Options, world: World): Promise<number> {
  const outputs = outputsOf(options.format, world.cwd);
  const policy = policyOf(options);
  const all = await pathsOf(paths, options, world);
  refuseArticles(outputs, all, world.cwd);
  const progress = progressOn(world.stderr, options);
  const settings = { ...settingsOf(options, world.cwd), leaveOut: filesOf(outputs), onProgress: progress.tell };
  const result = await findDuplicates(all, settings).finally(progress.end);
  await writeReports(outputs, options, world, (reporter, style) => reporter.result(result, style));
  for (const note of notesOn(result, options, outputs)) world.stderr.write(`${note}\n`);
  return options.check ? check(result, policy, world) : 0;
}

function check(result: Result, policy: Policy, world: World): number {
  const verdict = verdictOf(result, policy);
  if (verdict.passes) return 0;
  world.stderr.write(`check failed: ${verdictWords(verdict, policy.maxDuplicates, '')}\n`);
  return 1;
}

async function pathsOf(paths: readonly string[], options: Options, world: World): Promise<readonly string[]> {
  const { filesFrom } = options;
  const [first] = paths;
  if (filesFrom === undefined) {
    if (first !== undefined && paths.length > 1 && !existsSync(resolve(world.cwd, first))) refuseSlip(first);
    return paths.length > 0 ? paths : options.paths;
  }
  const listed = listedIn(await textOf(filesFrom, world));
  if (paths.length + listed.length === 0) throw new UsageError(`No path is listed in '${filesFrom}'.`);
  return [...paths, ...listed];
}

/** `dedupe comapre a b` would else be told that there is no file 'comapre'. */
function refuseSlip(word: string): void {
  const guess = didYouMean(word, ['compare']);
  if (guess !== '') throw new UsageError(`There is no command, file or folder '${word}'.${guess}`);
}

async function textOf(file: string, world: World): Promise<string> {
  if (file === '-') return (await readAll(world.stdin)).toString('utf8');
  try {
    return await readFile(resolve(world.cwd, file), 'utf8');
  } catch (error) {
    throw new UsageError(`Can't read the list of paths: ${(error as Error).message}.`);
  }
}

/**
 * A path a line; or, as `find -print0` and `git ls-files -z` write it, with a NUL after each. Windows' tools open a list
 * with a byte order mark, which is no part of the first path.
 */
function listedIn(text: string): string[] {
  const list = text.replace(/^\uFEFF/, '');
  return list.split(list.includes('\0') ? '\0' : /\r?\n/).filter((path) => path !== '');
}

function notesOn({ skipped }: Result, { quiet, verbose }: Options, outputs: readonly Output[]): string[] {
  if (quiet || skipped.length === 0) return [];
  if (!verbose) return [skipSummary(skipped)];
  // The terminal report has them; beside others they are told here.
  if (outputs.some(({ format }) => format === 'terminal')) return [];
  return skipped.map(({ path, reason, detail }) => `skipped ${path}: ${skipWords[reason]}, ${detail}`);
}
