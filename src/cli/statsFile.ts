import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Settings } from '../config/settings.ts';
import { UsageError } from '../errors.ts';
import { readStats, statsText } from '../fingerprint/statsText.ts';
import type { Options } from './options.ts';

/**
 * What `--stats` says of a run: to weigh terms by the counts in a file, so that the same two articles have the same score
 * wherever they are judged; or with `--update-stats`, to write what was counted to it.
 */
export function statsSettings({ stats: file, updateStats }: Options, cwd: string): Pick<Settings, 'stats' | 'onStats'> {
  if (file === undefined) {
    if (updateStats) throw new UsageError('--update-stats needs a file to write, named by --stats.');
    return {};
  }
  const path = resolve(cwd, file);
  if (updateStats) return { onStats: (stats) => write(path, file, statsText(stats)) };
  return { stats: read(path, file) };
}

function read(path: string, file: string): NonNullable<Settings['stats']> {
  try {
    return readStats(readFileSync(path, 'utf8'));
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    const why = isMissing ? 'There is no such file; --update-stats writes it.' : (error as Error).message;
    throw new UsageError(`Can't take the statistics in '${file}'. ${why}`);
  }
}

function write(path: string, file: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw new UsageError(`Can't write the statistics to '${file}': ${(error as Error).message}.`);
  }
}
