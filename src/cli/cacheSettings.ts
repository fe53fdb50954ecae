import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import envPaths from 'env-paths';
import type { CommandSettings, Settings } from '../config/settings.ts';
import { makeFolder } from '../store/makeFolder.ts';
import { TOOL } from './tool.ts';

/**
 * Where the cache is: in the folder that was named; else in `node_modules/.cache/dedupe` of the package that the working
 * directory is in, if it has dependencies installed, as other tools have it; else in the system's folder for caches.
 *
 * A folder that nobody named and that can't be used costs time and nothing else: the run goes on without, and `tell` is
 * told why.
 */
export function cacheSettings(
  { cache, cacheLocation }: CommandSettings,
  cwd: string,
  tell: (note: string) => void,
): Pick<Settings, 'cacheFolder'> {
  if (!cache) return {};
  if (cacheLocation !== undefined) return { cacheFolder: resolve(cwd, cacheLocation) };
  const cacheFolder = usualFolder(cwd);
  try {
    makeFolder(cacheFolder);
    readdirSync(cacheFolder);
    return { cacheFolder };
  } catch (error) {
    tell(`no cache was used, for ${(error as Error).message}; --cache-location names another folder`);
    return {};
  }
}

function usualFolder(cwd: string): string {
  for (let folder = cwd; ; folder = dirname(folder)) {
    const modules = join(folder, 'node_modules');
    if (existsSync(join(folder, 'package.json')) && existsSync(modules)) return join(modules, '.cache', TOOL.name);
    if (folder === dirname(folder)) return envPaths(TOOL.name, { suffix: '' }).cache;
  }
}
