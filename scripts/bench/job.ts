import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Accuracy, accuracy } from './accuracy.ts';
import { stored } from './collection.ts';
import { type Cost, measure } from './measure.ts';
import { PLACE } from './place.ts';
import type { Input, Order, Tool } from './tools.ts';

/** One row of measurements: what the tools are to do. */
export interface Job {
  readonly size: number;
  readonly input: Input;
  readonly threshold: number;
  readonly relations: Order['relations'];
}

/** What a tool did. */
export interface Outcome {
  readonly tool: string;
  readonly version: string;
  readonly runs: number;
  /** The least of each over the runs. */
  readonly cost: Cost;
  readonly accuracy?: Accuracy;
}

export interface Done {
  readonly job: Job;
  readonly bytes: number;
  readonly outcomes: readonly Outcome[];
}

/** A tool that took this long has settled: it is not run again. */
const LONG = 30;

/** Runs the tools in turn, `runs` times, so that what else the machine does falls on all of them. */
export async function run(job: Job, tools: readonly Tool[], runs: number): Promise<Done> {
  const { source, bytes, truth } = stored(job.size, job.input);
  const costs = new Map<Tool, Cost[]>(tools.map((tool) => [tool, []]));
  for (let round = 0; round < runs; round++) {
    for (const tool of tools) {
      const before = costs.get(tool) as Cost[];
      if (before.some(({ seconds }) => seconds > LONG)) continue;
      const order = orderTo(tool, job, source);
      rmSync(order.out, { recursive: true, force: true });
      const cost = await measure(tool.command(order), PLACE, `${order.out}.said`);
      process.stderr.write(`${titleOf(job)}: ${tool.name} ${cost.seconds.toFixed(2)} s\n`);
      before.push(cost);
    }
  }
  const outcomes = tools.map((tool): Outcome => {
    const { judged } = tool;
    const taken = costs.get(tool) as Cost[];
    const least = (of: keyof Cost): number => taken.reduce((value, cost) => Math.min(value, cost[of]), Infinity);
    return {
      tool: tool.name,
      version: tool.version() ?? '',
      runs: taken.length,
      cost: { seconds: least('seconds'), cpuSeconds: least('cpuSeconds'), peakMiB: least('peakMiB') },
      ...(judged && {
        accuracy: accuracy(judged.pairs(orderTo(tool, job, source)), truth, judged.by, job.threshold),
      }),
    };
  });
  return { job, bytes, outcomes };
}

function orderTo(tool: Tool, { threshold, relations }: Job, source: string): Order {
  return { source, threshold, relations, out: join(PLACE, `found-${tool.name.replaceAll(' ', '-')}`) };
}

export function titleOf({ size, input, threshold, relations }: Job): string {
  const what = relations === 'copies' ? 'copies' : 'all relations';
  return `${what}, ${size.toLocaleString('en')} articles as ${input === 'jsonl' ? 'JSONL' : 'a folder'}, threshold ${threshold}`;
}
