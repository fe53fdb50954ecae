import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { clonePairs, listedPairs, matchedPairs, type Pairs } from './found.ts';
import { CARGO, NPM, PYTHON } from './place.ts';
import type { Tokenization } from './tokenizations.ts';

export type Input = 'jsonl' | 'folder';

/** What a tool is asked to do: the collection, relative to the working directory, and a file for what it finds. */
export interface Order {
  readonly source: string;
  readonly threshold: number;
  readonly relations: 'copies' | 'all';
  readonly out: string;
}

/** A tool that is measured. */
export interface Tool {
  readonly name: string;
  readonly inputs: readonly Input[];
  /** The version that is installed; undefined if none is. */
  readonly version: () => string | undefined;
  readonly command: (order: Order) => readonly string[];
  /** What it found, and by whose words that is judged; absent where only its time is of interest. */
  readonly judged?: { readonly by: Tokenization; readonly pairs: (order: Order) => Pairs };
  /** What a reader must know to compare it. */
  readonly note: string;
}

const SCRIPTS = resolve('scripts/bench/peers');

const COPIES = 'identical,near-copy,excerpt';

export const TOOLS: readonly Tool[] = [
  {
    name: 'dedupe',
    inputs: ['jsonl', 'folder'],
    version: () => (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version,
    command: ({ source, threshold, relations, out }) => [
      ...[process.execPath, resolve('bin/dedupe.js'), source, '--threshold', String(threshold)],
      ...['--format', `csv:${out}`, '--no-progress', '--quiet', '--no-ignore'],
      ...(relations === 'copies' ? ['--relations', COPIES] : []),
    ],
    judged: { by: 'words', pairs: ({ out }) => matchedPairs(out) },
    note: 'this tool: near-copies and excerpts, each pair verified, and what differs',
  },
  python(
    'gaoya',
    'gaoya_pairs.py',
    'punctuated',
    'Rust, all cores; its word tokenizer, 5-grams, 16 bands of 8 at 0.8, 32 of 4 at 0.5; parallel bulk calls; pairs by estimated similarity',
  ),
  python(
    'rensa',
    'rensa_pairs.py',
    'spaced',
    'Rust below Python; 128 permutations, the same bands; candidates, not verified',
  ),
  python(
    'datasketch',
    'datasketch_pairs.py',
    'spaced',
    'Python and numpy; 128 permutations, bands as it chooses them; candidates, not verified',
  ),
  python(
    'text-dedup',
    'text_dedup_pairs.py',
    'nonWord',
    'Python, all cores; 128 permutations, bands as it chooses them; clusters of candidates, not verified',
  ),
  {
    name: 'jscpd',
    inputs: ['folder'],
    version: () => versionSaid([join(NPM, 'node_modules/.bin/jscpd'), '--version']),
    command: ({ source, out }) => [
      ...[join(NPM, 'node_modules/.bin/jscpd'), source, '--reporters', 'json', '--output', out, '--silent'],
      ...['--max-size', '100mb', '--max-lines', '100000'],
    ],
    judged: { by: 'words', pairs: ({ out }) => clonePairs(join(out, 'jscpd-report.json')) },
    note: 'Rust, all cores; files that share 50 tokens in a row: it knows no similarity, and its recall and precision say how far that rule is from one',
  },
  {
    name: 'fclones',
    inputs: ['folder'],
    version: () => versionSaid([join(CARGO, 'bin/fclones'), '--version']),
    command: ({ source }) => [join(CARGO, 'bin/fclones'), 'group', source, '--format', 'csv'],
    note: 'Rust, all cores; files that are equal byte by byte',
  },
  {
    name: 'jdupes',
    inputs: ['folder'],
    version: () => versionSaid(['jdupes', '--version']),
    command: ({ source }) => ['jdupes', '--recurse', '--quiet', source],
    note: 'C; files that are equal byte by byte',
  },
  {
    name: 'reading alone',
    inputs: ['jsonl', 'folder'],
    version: () => process.version.slice(1),
    command: ({ source }) => [process.execPath, resolve('scripts/bench/readAll.mjs'), source],
    note: 'Node opens and reads every file, and does nothing with it: the physical limit',
  },
];

function python(name: string, script: string, by: Tokenization, note: string): Tool {
  const version = `import importlib.metadata as m; print(m.version(${JSON.stringify(name)}))`;
  return {
    name,
    inputs: ['jsonl'],
    version: () => (existsSync(PYTHON) ? versionSaid([PYTHON, '-c', version]) : undefined),
    command: ({ source, threshold, out }) => [PYTHON, join(SCRIPTS, script), source, String(threshold), out],
    judged: { by, pairs: ({ out }) => listedPairs(out) },
    note,
  };
}

/** The first number with points that a command says. */
function versionSaid([command, ...args]: readonly string[]): string | undefined {
  const { stdout, status } = spawnSync(command as string, args, { encoding: 'utf8' });
  return status === 0 ? /\d+(\.\d+)+/.exec(stdout)?.[0] : undefined;
}
