// Source files as text inside the bundles: `import style from './page.css?text'` is the file, minified where esbuild
// can; `import script from './main.ts?script'` is the program for a browser that begins there; `import table from
// './table.ts?value'` is what the module's default export came to when the bundle was made. One meaning for the build,
// the scripts and the tests.
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { build, transform } from 'esbuild';
import { esbuildKernels } from './kernels.mjs';

/** What `natural` requires and nothing here needs: every language's stop words. For whoever bundles sources. */
export const LEFT_OUT = { 'stopwords-iso': resolve(import.meta.dirname, 'noStopWords.cjs') };

const INLINED = /\?(text|script|value)$/;

/** The first that have all that the page asks for: `light-dark()` is the newest of it, from the spring of 2024. */
const BROWSERS = ['chrome123', 'firefox121', 'safari17.5'];

/** For esbuild. `inputs` gathers the files that went into inlined programs, for the licences. */
export function inlined(inputs = new Set()) {
  return {
    name: 'inlined',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: INLINED }, ({ path, resolveDir }) => ({
        path: resolve(resolveDir, path),
        namespace: 'inlined',
      }));
      onLoad({ filter: INLINED, namespace: 'inlined' }, async ({ path }) => {
        const { contents, files } = await contentsOf(path);
        for (const file of files) inputs.add(file);
        return { contents, loader: path.endsWith('?value') ? 'json' : 'text', watchFiles: files };
      });
    },
  };
}

/** The same for vitest, which empties whatever it takes for a style sheet: hence names that don't end like one. */
export function inlinedForTests() {
  const prefix = '\0inlined:';
  const idOf = (path) => prefix + path.replace('?', '!');
  return {
    name: 'inlined',
    enforce: 'pre',
    resolveId: (source, importer) => (INLINED.test(source) ? idOf(resolve(dirname(importer), source)) : undefined),
    load: async (id) => {
      if (!id.startsWith(prefix)) return undefined;
      const { contents } = await contentsOf(id.slice(prefix.length).replace('!', '?'));
      return `export default ${id.endsWith('!value') ? contents : JSON.stringify(contents)}`;
    },
  };
}

async function contentsOf(id) {
  const file = id.replace(INLINED, '');
  if (id.endsWith('?value')) return defaultOf(file);
  if (id.endsWith('?script')) {
    const { outputFiles, metafile } = await build({
      entryPoints: [file],
      bundle: true,
      write: false,
      format: 'iife',
      platform: 'browser',
      target: BROWSERS,
      minify: true,
      metafile: true,
      legalComments: 'none',
      logLevel: 'warning',
    });
    return { contents: outputFiles[0].text.trim(), files: Object.keys(metafile.inputs).map((path) => resolve(path)) };
  }
  const text = readFileSync(file, 'utf8');
  if (!file.endsWith('.css')) return { contents: text, files: [file] };
  const { code } = await transform(text, { loader: 'css', minify: true, target: BROWSERS });
  return { contents: code.trim(), files: [file] };
}

/** The default export of a module, as JSON. */
async function defaultOf(file) {
  const { outputFiles, metafile } = await build({
    entryPoints: [file],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    plugins: [esbuildKernels],
    alias: LEFT_OUT,
    metafile: true,
    logLevel: 'warning',
  });
  const program = Buffer.from(outputFiles[0].contents).toString('base64');
  const { default: value } = await import(`data:text/javascript;base64,${program}`);
  return { contents: JSON.stringify(value), files: Object.keys(metafile.inputs).map((path) => resolve(path)) };
}
