// Compiles the kernels: an import of `x.wasm` gives the bytes of the WebAssembly that `x.as.ts`, the AssemblyScript beside
// it, compiles to. One plugin for the build's bundler, one for the tests' loader.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

const FLAGS = '--runtime stub --enable simd -O3 --noAssert --initialMemory 64'.split(' ');

/** Kernels compiled before, by their source: to compile one takes seconds. */
const CACHE = resolve(import.meta.dirname, '../node_modules/.cache/kernels');

/**
 * The WebAssembly of an AssemblyScript file and those beside it that it imports. What these declare is called from `kernel`.
 */
export async function compileKernel(file) {
  const sources = sourcesBeside(file);
  const key = createHash('sha256')
    .update(JSON.stringify([FLAGS, basename(file), [...sources]]))
    .digest('hex');
  const known = join(CACHE, `${key}.wasm`);
  if (existsSync(known)) return readFileSync(known);
  const binary = await compile(file, sources);
  mkdirSync(CACHE, { recursive: true });
  // Written whole or not at all: tests and builds may run at the same time.
  writeFileSync(`${known}.${process.pid}`, binary);
  renameSync(`${known}.${process.pid}`, known);
  return binary;
}

/** By their names. */
function sourcesBeside(file) {
  const folder = dirname(file);
  const names = readdirSync(folder).filter((name) => name.endsWith('.as.ts'));
  return new Map(names.sort().map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

async function compile(file, sources) {
  const { default: asc } = await import('assemblyscript/asc');
  let binary;
  const { error, stderr } = await asc.main([basename(file), '--outFile', 'kernel.wasm', ...FLAGS], {
    readFile: (name) => sources.get(name) ?? null,
    writeFile: (_name, bytes) => {
      binary = bytes;
    },
    listFiles: () => [],
  });
  if (error) throw new Error(`${file}: ${stderr}`);
  return binary;
}

function sourceOf(wasm) {
  return wasm.replace(/\.wasm$/, '.as.ts');
}

export const esbuildKernels = {
  name: 'kernels',
  setup(build) {
    build.onResolve({ filter: /\.wasm$/ }, ({ path, importer }) => ({
      path: resolve(dirname(importer), path),
      namespace: 'kernel',
    }));
    build.onLoad({ filter: /\.wasm$/, namespace: 'kernel' }, async ({ path }) => ({
      contents: await compileKernel(sourceOf(path)),
      loader: 'binary',
    }));
  },
};

export const viteKernels = {
  name: 'kernels',
  enforce: 'pre',
  resolveId: (path, importer) => (path.endsWith('.wasm') && importer ? resolve(dirname(importer), path) : null),
  load: async (path) => {
    if (!path.endsWith('.wasm')) return null;
    const base64 = Buffer.from(await compileKernel(sourceOf(path))).toString('base64');
    return `export default Uint8Array.from(atob('${base64}'), (c) => c.charCodeAt(0));`;
  },
};
