import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The top of the work tree (of git) that a folder is in: the nearest folder with a `.git`. Absolute paths. */
export function repositoryOf(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (at === dirname(at)) return undefined;
  }
}
