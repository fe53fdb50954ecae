// Builds dist/: the command and the library as bundles that need nothing installed beside them, the library's type
// declarations, and the licences of all that was bundled.
import { createHash } from 'node:crypto';
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { build } from 'esbuild';
import { writeDeclarations } from './declarations.mjs';
import { inlined, LEFT_OUT } from './inlined.mjs';
import { esbuildKernels } from './kernels.mjs';
import { licensesOf } from './licenses.mjs';

const ROOT = resolve(import.meta.dirname, '..');
const DIST = join(ROOT, 'dist');

/** What went into programs that are inside the bundles. */
const inner = new Set();

rmSync(DIST, { recursive: true, force: true });
const { metafile } = await build({
  absWorkingDir: ROOT,
  // Threads start `worker.js` from beside `crew.js`: entries, so that they are where their names say.
  entryPoints: {
    index: 'src/index.ts',
    'cli/main': 'src/cli/main.ts',
    'threads/crew': 'src/threads/crew.ts',
    'threads/worker': 'src/threads/worker.ts',
  },
  outdir: 'dist',
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  plugins: [esbuildKernels, inlined(inner)],
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  define: { BUILD_DIGEST: JSON.stringify(digestOfSources()) },
  alias: LEFT_OUT,
  // Names are what a user's bug report shows of us: they are not minified. (To minify and keep them costs a call whenever
  // a function is made: a tenth of the start.)
  minifyWhitespace: true,
  minifySyntax: true,
  metafile: true,
  logLevel: 'warning',
  // CommonJS packages in the bundle require Node's own modules; an ES module has no `require` of its own.
  banner: { js: "import{createRequire as $require}from'node:module';const require=$require(import.meta.url);" },
});
writeDeclarations(ROOT, DIST);
copyFileSync(join(ROOT, 'src/report/result.schema.json'), join(DIST, 'result.schema.json'));
writeFileSync(join(DIST, 'config.schema.json'), `${JSON.stringify(await configSchema(), null, 2)}\n`);
writeFileSync(
  join(DIST, 'THIRD-PARTY-LICENSES.txt'),
  licensesOf([...Object.keys(metafile.inputs), ...Array.from(inner, (file) => relative(ROOT, file))], ROOT),
);
if (process.argv.includes('--sizes')) printSizes(metafile);

/** What one build has stored between runs, another does not read. */
function digestOfSources() {
  const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.\w+$/.test(path),
  );
  const digest = createHash('sha256').update(readFileSync(join(ROOT, 'package-lock.json')));
  for (const path of files.sort()) digest.update(path).update(readFileSync(join(ROOT, 'src', path)));
  return digest.digest('hex').slice(0, 16);
}

/** The JSON Schema of config files, as the command checks by it. */
async function configSchema() {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: ['src/config/configSchema.ts'],
    bundle: true,
    plugins: [esbuildKernels],
    format: 'esm',
    platform: 'node',
    write: false,
  });
  const code = Buffer.from(outputFiles[0].contents).toString('base64');
  const { CONFIG_SCHEMA } = await import(`data:text/javascript;base64,${code}`);
  return CONFIG_SCHEMA;
}

/** What each package adds to the bundles, largest first. */
function printSizes({ outputs }) {
  const sizes = new Map();
  for (const { inputs } of Object.values(outputs))
    for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
      const name = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? path.split('/').slice(0, 2).join('/');
      sizes.set(name, (sizes.get(name) ?? 0) + bytesInOutput);
    }
  for (const [path, { bytes }] of Object.entries(outputs)) console.log(`${String(bytes).padStart(9)}  ${path}`);
  console.log();
  for (const [name, bytes] of [...sizes].sort(([, a], [, b]) => b - a))
    console.log(`${String(bytes).padStart(9)}  ${name}`);
}
