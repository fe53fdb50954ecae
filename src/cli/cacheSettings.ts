import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import envPaths from 'env-paths';
import type { CommandSettings, Settings } from '../config/settings.ts';
import { TOOL } from './tool.ts';

/**
 * Where the cache is: in the folder that was named; else in `node_modules/.cache/dedupe` of the package that the working
 * directory is in, if it has dependencies installed, as other tools have it; else in the system's folder for caches.
 */
export function cacheSettings({ cache, cacheLocation }: CommandSettings, cwd: string): Pick<Settings, 'cacheFolder'> {
  if (!cache) return {};
  return { cacheFolder: cacheLocation === undefined ? usualFolder(cwd) : resolve(cwd, cacheLocation) };
}

function usualFolder(cwd: string): string {
  for (let folder = cwd; ; folder = dirname(folder)) {
    const modules = join(folder, 'node_modules');
    if (existsSync(join(folder, 'package.json')) && existsSync(modules)) return join(modules, '.cache', TOOL.name);
    if (folder === dirname(folder)) return envPaths(TOOL.name, { suffix: '' }).cache;
  }
}
