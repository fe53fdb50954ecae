import type { Progress } from '../config/settings.ts';
import type { Match } from '../model/match.ts';
import type { Result } from '../model/result.ts';
import { findDuplicates } from '../pipeline.ts';
import { clean } from '../report/clean.ts';
import { setAsideWords, skipSummary, skipWords } from '../report/skips.ts';
import { idleWords, misreadWords, suppressionWords } from '../report/suppressions.ts';
import { changedWords } from '../report/wording.ts';
import { applyBaseline, baselineFor, updateBaseline } from './baseline.ts';
import { cacheSettings } from './cacheSettings.ts';
import { changedFor } from './changed.ts';
import { check } from './check.ts';
import { type Options, settingsOf } from './options.ts';
import { detailOf, filesOf, isExploring, type Output, outputsOf } from './outputs.ts';
import { pathsOf } from './paths.ts';
import { policyOf } from './policy.ts';
import { progressOn } from './progress.ts';
import { refuseLosses } from './refuseLosses.ts';
import { stageTimes } from './stages.ts';
import { statsSettings } from './statsFile.ts';
import { usedFiles } from './usedFiles.ts';
import type { World } from './world.ts';
import { writeReports } from './writeReports.ts';

/**
 * `dedupe [paths...]`: reports the duplicates under `paths`, and returns the exit code.
 *
 * @param argv the whole command line, for suggesting another
 */
export async function scan(
  paths: readonly string[],
  options: Options,
  world: World,
  argv: readonly string[],
): Promise<number> {
  const { cpuProfile } = options;
  const outputs = outputsOf(options.format, world.cwd);
  refuseLosses(outputs, usedFiles(options, world.cwd), world.cwd);
  const run = () => scanTimed(paths, outputs, options, world, argv);
  if (cpuProfile === undefined) return run();
  const { withCpuProfile } = await import('./cpuProfile.ts');
  return withCpuProfile(cpuProfile, world.cwd, run);
}

async function scanTimed(
  paths: readonly string[],
  outputs: readonly Output[],
  options: Options,
  world: World,
  argv: readonly string[],
): Promise<number> {
  const times = options.profile || options.verbose ? stageTimes() : null;
  const policy = policyOf(options);
  const changed = await changedFor(options, world);
  const all = await pathsOf(paths, options, world);
  const { against = [] } = options;
  const progress = progressOn(world.stderr, options);
  const about = { against, ...(changed && { changed }) };
  const told = {
    leaveOut: filesOf(outputs),
    detail: detailOf(outputs),
    explore: isExploring(outputs),
    onProgress: (told: Progress) => {
      progress.tell(told);
      times?.tell(told);
    },
    today: world.today,
  };
  const early: string[] = [];
  const settings = {
    ...settingsOf(options, world.cwd),
    ...cacheSettings(options, world.cwd, (note) => early.push(note)),
    ...statsSettings(options, world.cwd),
    ...about,
    ...told,
  };
  const baseline = await baselineFor(options, [...all, ...against], settings, policy, world).finally(progress.end);
  const found = await findDuplicates(all, settings).finally(progress.end);
  let applied = applyBaseline(found, baseline, policy);
  const { result } = applied;
  // Its matches have what these reports take: the run was asked for it.
  await writeReports(outputs, options, world, (reporter, style) => reporter.result(result as Result, style));
  times?.mark('Reporting');
  if (baseline && options.updateBaseline) applied = await updateBaseline(applied, baseline, policy, world.cwd);
  const idle = result.idleSuppressions.map(idleWords);
  const notes = [
    ...early,
    ...scopeNotes(result),
    ...skipNotes(result, options, outputs),
    ...knownNotes(result, options, outputs),
    ...setAsideNotes(result, options, outputs),
    ...idle,
    ...result.misread.map(misreadWords),
    ...applied.notes,
    ...(options.verbose && times ? [times.line()] : []),
  ];
  for (const note of options.quiet ? [] : notes) world.stderr.write(`${clean(note)}\n`);
  if (options.profile && times) world.stderr.write(`${times.table().join('\n')}\n`);
  return options.check ? check(applied, policy, options, argv, world) : 0;
}

function scopeNotes({ scope, skipped, settings }: Result<Match>): string[] {
  if (scope === undefined) return [];
  const left = new Set(skipped.map(({ path }) => path));
  if (scope.articles.some((id) => !left.has(id))) return [];
  const changed = changedWords(settings);
  if (changed !== null && scope.articles.length === 0) return [`nothing ${changed}, so nothing was compared`];
  return [`nothing that ${changed ?? 'was given'} can be compared`];
}

function skipNotes({ skipped }: Result<Match>, { verbose }: Options, outputs: readonly Output[]): string[] {
  if (skipped.length === 0) return [];
  if (!verbose) return [skipSummary(skipped)];
  // The terminal report has them; beside others they are told here.
  if (outputs.some(({ format }) => format === 'terminal')) return [];
  return skipped.map(({ path, reason, detail }) => `skipped ${path}: ${skipWords[reason]}, ${detail}`);
}

/** The matches that are known, where -v asks for them and no terminal report has them. */
function knownNotes({ suppressed }: Result<Match>, { verbose }: Options, outputs: readonly Output[]): string[] {
  if (!verbose || outputs.some(({ format }) => format === 'terminal')) return [];
  return suppressed.map(({ a, b, suppression }) => `suppressed ${a} and ${b}: ${suppressionWords(suppression)}`);
}

/** What was set aside, on the same terms; its text is in the article. */
function setAsideNotes({ setAside }: Result<Match>, { verbose }: Options, outputs: readonly Output[]): string[] {
  if (!verbose || outputs.some(({ format }) => format === 'terminal')) return [];
  return setAside.flatMap(({ path, passages }) =>
    passages.map(({ line, reason }) => `set aside in ${path}, line ${line}: ${setAsideWords[reason]}`),
  );
}
