import { resolve } from 'node:path';
import type { Options } from './options.ts';
import type { UsedFile } from './refuseLosses.ts';

const isStats = (beginning: string): boolean => /^\{\s*"dedupeStats":/.test(beginning);
const isProfile = (beginning: string): boolean => beginning.startsWith('{"nodes":[');
/** Who writes there refuses by itself what is of another kind. */
const isAny = (): boolean => true;

/** The files that a scan uses beside the articles and the reports. */
export function usedFiles(options: Options, cwd: string): UsedFile[] {
  const { baseline, updateBaseline, stats, updateStats, cpuProfile, cacheLocation, config } = options;
  const used = (by: string, path: string | false | undefined, mayReplace?: UsedFile['mayReplace']): UsedFile[] => {
    if (path === undefined || path === false || path === '-') return [];
    return [{ by: `${by} ${path}`, file: resolve(cwd, path), ...(mayReplace && { mayReplace }) }];
  };
  return [
    ...used('--baseline', baseline, updateBaseline && isAny),
    ...used('--stats', stats, updateStats && isStats),
    ...used('--cpu-profile', cpuProfile, isProfile),
    ...used('--cache-location', cacheLocation, isAny),
    ...used('--config', config),
    ...used('--files-from', options.filesFrom),
    ...used('--changed-from', options.changedFrom),
  ];
}
