import { cpus, loadavg, totalmem } from 'node:os';
import { markdownTable } from '../eval/markdown.ts';
import { type Done, type Outcome, titleOf } from './job.ts';
import { TOOLS } from './tools.ts';

const HEAD = ['', 'version', 'wall s', 'CPU s', 'MiB', 'articles/s', 'MB/s', 'recall', 'precision', 'x dedupe'];

/** A job's measurements as a table, the quickest first. */
export function table({ job, bytes, outcomes }: Done): string {
  const ours = outcomes.find(({ tool }) => tool === 'dedupe')?.cost.seconds;
  const row = ({ tool, version, cost, accuracy, runs }: Outcome): string[] => [
    runs === 1 ? `${tool} (one run)` : tool,
    version,
    cost.seconds.toFixed(2),
    cost.cpuSeconds.toFixed(2),
    cost.peakMiB.toFixed(0),
    (job.size / cost.seconds).toFixed(0),
    (bytes / 1e6 / cost.seconds).toFixed(1),
    accuracy === undefined ? '' : accuracy.recall.toFixed(4),
    accuracy === undefined ? '' : accuracy.precision.toFixed(4),
    ours === undefined ? '' : (cost.seconds / ours).toFixed(2),
  ];
  return markdownTable([HEAD, ...outcomes.toSorted((x, y) => x.cost.seconds - y.cost.seconds).map(row)]);
}

export function text(done: readonly Done[]): string {
  return done.map((one) => `${titleOf(one.job)} (${megabytes(one)} MB)\n\n${table(one)}\n`).join('\n');
}

/** What the page shows of one job: when and where, the table, and what the tools are. */
export function section(done: Done, runs: number): string {
  const pairs = done.outcomes.find(({ accuracy }) => accuracy !== undefined)?.accuracy?.pairs ?? 0;
  const day = new Date().toISOString().slice(0, 10);
  const facts = `${megabytes(done)} MB, ${pairs} pairs at or over ${done.job.threshold}; minimum of ${runs} ${runs === 1 ? 'run' : 'runs'} on ${day}; ${machine()}; load average ${loadavg()[0]?.toFixed(1)} at the end.`;
  return `${facts}\n\n${table(done)}`;
}

/** What the tools do, for the page. */
export function toolsTable(): string {
  return markdownTable([['tool', 'what it does here'], ...TOOLS.map(({ name, note }) => [name, note])]);
}

function machine(): string {
  const [cpu] = cpus();
  return `${cpus().length} cores (${cpu?.model ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform}, Node ${process.versions.node}`;
}

function megabytes({ bytes }: Done): string {
  return (bytes / 1e6).toFixed(0);
}
