// Runs a TypeScript script of this folder on any supported Node: bundles it into .eval/ (git-ignored) and imports it.
// Usage: node scripts/run.mjs scripts/eval/eval.ts [arguments for the script]
import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { inlined } from './inlined.mjs';
import { esbuildKernels } from './kernels.mjs';

const [script, ...args] = process.argv.slice(2);
if (script === undefined) throw new Error('usage: node scripts/run.mjs <script.ts> [arguments]');
const outfile = resolve(import.meta.dirname, '../.eval/scripts', `${basename(script, '.ts')}.mjs`);
await build({
  entryPoints: [script],
  outfile,
  bundle: true,
  plugins: [esbuildKernels, inlined()],
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  sourcemap: 'inline',
  logLevel: 'warning',
});
process.argv = [process.execPath, outfile, ...args];
await import(pathToFileURL(outfile).href);
