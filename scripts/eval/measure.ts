import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ReportedSettings } from '../../src/model/result.ts';
import { dumpMatches, type Reading, type Rewrites, rewrites } from './blind.ts';
import { compareMatches, type Output, runCommand } from './command.ts';
import { type CurvePoint, curve, LOW_THRESHOLD } from './curve.ts';
import { type Judgement, judge, RELATIONS, type Share } from './judge.ts';
import { type Notices, notices } from './notices.ts';
import { type Reposts, reposts } from './reposts.ts';
import type { Task } from './tasks.ts';

/** All that the evaluation says of one run of the command. */
export interface Measurement {
  readonly name: string;
  readonly settings: ReportedSettings;
  readonly seconds: number;
  readonly peakMiB: number;
  /** All matches, by relation; `template` counts those among them that differ in facts only. */
  readonly matches: Readonly<Record<string, number>>;
  /** Articles that were not compared, by reason. */
  readonly skipped: Readonly<Record<string, number>>;
  readonly judgement: Readonly<Record<Share, Judgement>>;
  readonly curve?: readonly CurvePoint[];
  readonly reposts?: Reposts;
  readonly notices?: Notices;
  /** The matches whose articles are both in the part. */
  readonly rewrites?: Readonly<Record<Share, Rewrites>>;
  /** Of the articles on other subjects, how many were compared and matched. */
  readonly strangers?: { readonly compared: number; readonly matched: number };
}

/** What the user may ask for beyond the tables. */
export interface Wishes {
  /** Judge at each score, from another run with a low threshold where the command has the option for it. */
  readonly curve?: { readonly low: boolean };
  /** Labels of the archive's pairs that were read since, named by path. */
  readonly readings: readonly Reading[];
  /** Where to write the archive's rewrite matches for blind reading. */
  readonly dump?: string;
}

/** Where the command's reports are kept, relative to the project's root; git ignores it. */
const REPORTS = '.eval/reports';

/** Runs the command on a task's articles, which are written already, and judges what it reports. */
export async function measure(task: Task, wishes: Wishes): Promise<Measurement> {
  mkdirSync(REPORTS, { recursive: true });
  const { output, seconds, peakMiB } = await runCommand(task.args, task.cwd, join(REPORTS, `${task.name}.json`));
  return {
    name: task.name,
    settings: output.settings,
    seconds,
    peakMiB,
    matches: countMatches(output),
    skipped: countSkips(output),
    judgement: judge(task.known, output),
    ...(wishes.curve && { curve: await measureCurve(task, output, wishes.curve.low) }),
    ...measureMore(task, output, wishes),
  };
}

async function measureCurve(task: Task, output: Output, low: boolean): Promise<CurvePoint[]> {
  if (!low) return curve(task.known, output);
  const file = join(REPORTS, `${task.name}.low.json`);
  return curve(task.known, (await runCommand([...task.args, ...LOW_THRESHOLD], task.cwd, file)).output);
}

/** What is asked of one run only. */
function measureMore(task: Task, output: Output, { readings, dump }: Wishes): Partial<Measurement> {
  const { name, known, texts, strangers, cwd } = task;
  if (name === 'bbc2225') return { reposts: reposts(known, output) };
  if (name === 'reuters21578')
    return { notices: notices(texts, output), rewrites: readRewrites(task, output, readings) };
  if (name === 'pact') {
    const [first] = known.articles.keys();
    const matched = strangers.filter((path) => compareMatches(first as string, path, cwd)).length;
    return { strangers: { compared: strangers.length, matched } };
  }
  if (name === 'archive') return { rewrites: readRewrites(task, output, readings, dump) };
  return {};
}

/** The rewrite matches, and what readers say of them, by part; the pact pair, which others put there, left out. */
function readRewrites(
  { known, texts }: Task,
  output: Output,
  readings: readonly Reading[],
  dump?: string,
): Record<Share, Rewrites> {
  const read = [...known.pairs, ...readings];
  const found = output.matches.filter(({ a, relation }) => relation === 'rewrite' && !a.startsWith('pact/'));
  if (dump !== undefined) dumpMatches(dump, found, texts, read);
  const isIn = (path: string, share: Share): boolean => share === 'both' || known.articles.get(path)?.part === share;
  const inShare = (share: Share): Rewrites =>
    rewrites(
      found.filter(({ a, b }) => isIn(a, share) && isIn(b, share)),
      read,
    );
  return { tune: inShare('tune'), report: inShare('report'), both: inShare('both') };
}

function countMatches({ matches }: Output): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const relation of RELATIONS) counts[relation] = matches.filter((match) => match.relation === relation).length;
  counts.template = matches.filter(({ template }) => template).length;
  return counts;
}

function countSkips({ skipped }: Output): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { reason } of skipped) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
}
