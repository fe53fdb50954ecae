// Packs the package, installs the tarball into an empty folder as a user would, and uses it there: the command, the
// library, its types. Nothing is fetched: the package needs nothing beside it.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startUpRatios } from './startUp.mjs';

const ROOT = resolve(import.meta.dirname, '..');
const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'dedupe-pack-'));

/** Bytes that a download and an installation may take, with whatever it depends on. */
const MOST_PACKED = 3e6;
const MOST_INSTALLED = 6e6;

/** How many times as long as Node's own start each may take: a user feels what is more. */
const MOST_START_UP = { '--version': 1.5, '--help': 2 };

const STORY = `The council of Harrow Bay voted late on Tuesday to rebuild the old harbour wall, which two winter storms
had broken in three places. Work starts in May and is to cost four million crowns, half of it paid by the region.`;

try {
  run('publint', [process.execPath, join(ROOT, 'node_modules/publint/src/cli.js'), '--strict'], ROOT);

  const [packed] = JSON.parse(run('npm pack', ['npm', 'pack', '--json', '--pack-destination', folder], ROOT));
  const strays = packed.files.map(({ path }) => path).filter((path) => !/^(bin|dist)\/|^[^/]+$/.test(path));
  assert.deepEqual(strays, [], 'only the command, the bundles and the papers are packed');
  console.log(`packed ${packed.files.length} files, ${packed.size} bytes, ${packed.unpackedSize} unpacked`);
  assert.ok(packed.size <= MOST_PACKED, `packed ${packed.size} bytes, more than ${MOST_PACKED}`);

  const project = join(folder, 'project');
  mkdirSync(join(project, 'articles'), { recursive: true });
  writeFileSync(join(project, 'package.json'), '{"private":true,"type":"module"}\n');
  const install = ['npm', 'install', '--offline', '--no-audit', '--no-fund', join(folder, packed.filename)];
  run('npm install', install, project);
  const installed = run('npm ls', ['npm', 'ls', '--all', '--parseable'], project).trim().split('\n');
  assert.equal(installed.length, 2, 'nothing is installed beside the package');
  const size = bytesBelow(join(project, 'node_modules'));
  assert.ok(size <= MOST_INSTALLED, `installed ${size} bytes, more than ${MOST_INSTALLED}`);

  writeFileSync(join(project, 'articles/a.txt'), STORY);
  writeFileSync(join(project, 'articles/b.md'), `---\ntitle: Harbour wall\n---\n\n${STORY}\n`);
  const dedupe = join(project, 'node_modules/.bin/dedupe');
  assert.equal(run('dedupe --version', [dedupe, '--version'], project).trim(), manifest.version);
  const report = JSON.parse(run('dedupe articles', [dedupe, 'articles', '--format', 'json'], project));
  assert.deepEqual(
    report.matches.map(({ a, b, relation }) => [a, b, relation]),
    [['articles/a.txt', 'articles/b.md', 'identical']],
  );
  const check = spawnSync(dedupe, ['--check', 'articles'], { cwd: project, shell: process.platform === 'win32' });
  assert.equal(check.status, 1, 'dedupe --check ends with 1');

  const command = join(project, 'node_modules', manifest.name, manifest.bin.dedupe);
  const starts = Object.entries(MOST_START_UP).map(([option, limit]) => ({ args: [command, option], limit }));
  for (const [i, ratio] of startUpRatios(starts, project).entries()) {
    const [option, limit] = [starts[i].args[1], starts[i].limit];
    console.log(`${option} takes ${ratio.toFixed(2)} times as long as node -e 0`);
    assert.ok(ratio <= limit, `${option} takes ${ratio.toFixed(2)} times as long as node -e 0, more than ${limit}`);
  }

  writeFileSync(
    join(project, 'use.ts'),
    `import { findDuplicates, type Result } from '${manifest.name}';
const result: Result = await findDuplicates('articles');
console.log(result.clusters.map((cluster) => cluster.members.length).join());\n`,
  );
  const compile = ['--strict', '--module', 'nodenext', '--target', 'es2022', '--types', ''];
  run('type check', [process.execPath, join(ROOT, 'node_modules/typescript/bin/tsc'), ...compile, 'use.ts'], project);
  assert.equal(run('import', [process.execPath, 'use.js'], project).trim(), '1');
  console.log('The package works where it is installed: command, library and types.');
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function bytesBelow(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

function run(what, [command, ...args], cwd) {
  try {
    const env = { ...process.env, npm_config_update_notifier: 'false' };
    const shell = process.platform === 'win32';
    return execFileSync(command, args, { cwd, env, shell, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    throw new Error(`${what} failed:\n${error.stdout ?? ''}${error.stderr ?? error.message}`);
  }
}
