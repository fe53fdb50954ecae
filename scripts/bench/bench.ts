/**
 * `npm run bench`: runs this tool and its peers in turn on made-up articles and tells what each cost and found.
 * docs/benchmarks.md says what the figures mean.
 */
import { parseArgs } from 'node:util';
import { fillPage } from '../eval/markdown.ts';
import { type Done, run, titleOf } from './job.ts';
import { PAGE_JOBS, type PageJob } from './pageJobs.ts';
import { section, text, toolsTable } from './report.ts';
import { type Input, TOOLS, type Tool } from './tools.ts';

const PAGE = 'docs/benchmarks.md';

const HELP = `npm run bench -- [options]

  --size N         articles (default: 1000 and 10000); repeatable, up to 1000000
  --input KIND     jsonl or folder (default: both)
  --threshold T    0.3 to 1 (default: 0.8 and 0.5); repeatable
  --all            all four relations, not copies alone
  --tool NAME      only these: ${TOOLS.map(({ name }) => name).join(', ')}; repeatable
  --runs N         how often each is run, the least is taken (default: 3)
  --docs           measure what ${PAGE} shows, of these sizes, and write it there; --size 10000
                   takes some minutes, 100000 half an hour, 1000000 longer
  --json           JSON in place of tables

Peers are installed by: npm run bench:peers
`;

const { values: options } = parseArgs({
  options: {
    help: { type: 'boolean', default: false },
    size: { type: 'string', multiple: true, default: ['1000', '10000'] },
    input: { type: 'string', multiple: true, default: ['jsonl', 'folder'] },
    threshold: { type: 'string', multiple: true, default: ['0.8', '0.5'] },
    all: { type: 'boolean', default: false },
    tool: { type: 'string', multiple: true, default: TOOLS.map(({ name }) => name) },
    runs: { type: 'string', default: '3' },
    docs: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});

if (options.help) process.stdout.write(HELP);
else await bench();

async function bench(): Promise<void> {
  const problem = wrong();
  if (problem !== undefined) {
    process.stderr.write(`bench: ${problem}\n\n${HELP}`);
    process.exitCode = 2;
    return;
  }
  const wanted = TOOLS.filter(({ name }) => options.tool.includes(name));
  const installed = wanted.filter((tool) => tool.version() !== undefined);
  const runs = Number(options.runs);
  const all: Done[] = [];
  for (const job of jobs()) {
    const tools = installed.filter(({ name, inputs }) => inputs.includes(job.input) && job.tools.includes(name));
    if (tools.length === 0) continue;
    const done = await run(job, tools, runs);
    all.push(done);
    if (options.docs) fillPage(PAGE, { tools: toolsTable(), [titleOf(job)]: section(done, runs) });
  }
  process.stdout.write(options.json ? `${JSON.stringify(all, null, 2)}\n` : text(all));
  tellMissing(wanted.filter((tool) => !installed.includes(tool)));
}

function jobs(): readonly PageJob[] {
  if (options.docs) return PAGE_JOBS.filter(({ size }) => options.size.includes(String(size)));
  const relations = options.all ? 'all' : 'copies';
  return options.size.flatMap((size) =>
    options.input.flatMap((input) =>
      options.threshold.map((threshold) => ({
        size: Number(size),
        input: input as Input,
        threshold: Number(threshold),
        relations,
        tools: options.tool,
      })),
    ),
  );
}

function wrong(): string | undefined {
  const isSize = (size: string): boolean => Number.isSafeInteger(Number(size)) && Number(size) >= 1;
  // The truth lists pairs from 0.3.
  const isThreshold = (threshold: string): boolean => Number(threshold) >= 0.3 && Number(threshold) <= 1;
  const names = TOOLS.map(({ name }) => name);
  if (!options.size.every(isSize) || !isSize(options.runs)) return '--size and --runs are whole numbers from 1';
  if (!options.threshold.every(isThreshold)) return '--threshold is 0.3 to 1';
  if (!options.input.every((input) => input === 'jsonl' || input === 'folder')) return '--input is jsonl or folder';
  const unknown = options.tool.filter((name) => !names.includes(name));
  return unknown.length > 0 ? `no tool ${unknown.join(', ')}` : undefined;
}

function tellMissing(missing: readonly Tool[]): void {
  if (missing.length === 0) return;
  process.stderr.write(`\nNOT MEASURED, for they are not installed: ${missing.map(({ name }) => name).join(', ')}.\n`);
  process.stderr.write('npm run bench:peers installs them into .bench/.\n');
}
