import { compareArticles } from '../compare.ts';
import { UsageError } from '../errors.ts';
import { isFailing } from '../policy/isFailing.ts';
import { clean } from '../report/clean.ts';
import { type Options, settingsOf } from './options.ts';
import { isExploring, outputsOf } from './outputs.ts';
import { policyOf } from './policy.ts';
import { readAll } from './readAll.ts';
import { refuseLosses } from './refuseLosses.ts';
import type { World } from './world.ts';
import { writeReports } from './writeReports.ts';

/** `dedupe compare <a> <b>`: reports on one pair, and returns the exit code. */
export async function compare(a: string, b: string, options: Options, world: World): Promise<number> {
  if (a === '-' && b === '-') throw new UsageError('Only one of the two articles can come from standard input.');
  const outputs = outputsOf(options.format, world.cwd);
  refuseLosses(outputs, [], world.cwd);
  const { failOn } = policyOf(options);
  const settings = { ...settingsOf(options, world.cwd), explore: isExploring(outputs) };
  const stdin = a === '-' || b === '-' ? { stdin: await readAll(world.stdin) } : {};
  const comparison = await compareArticles(a, b, { ...settings, ...stdin });
  await writeReports(outputs, options, world, (reporter, style) => reporter.comparison(comparison, style));
  if (!options.check || comparison.match === null || !isFailing(comparison.match, failOn)) return 0;
  world.stderr.write(`check failed: ${clean(`${comparison.match.a} and ${comparison.match.b} match`)}\n`);
  return 1;
}
