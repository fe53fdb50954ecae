import { readlinkSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** As many links in a row as Linux follows (path_resolution(7)). */
const MAX_LINKS = 40;

/**
 * A path without links, whether or not the file, or the folders it is to be in, exist yet: a link that leads to nothing
 * is followed to where a file written to it would be.
 */
export function realPlace(absolute: string, links: number = MAX_LINKS): string {
  try {
    return realpathSync.native(absolute);
  } catch {
    const folder = dirname(absolute);
    if (folder === absolute) return absolute;
    const target = links > 0 ? targetOf(absolute) : null;
    return target === null ? join(realPlace(folder, links), basename(absolute)) : realPlace(target, links - 1);
  }
}

function targetOf(link: string): string | null {
  try {
    return resolve(dirname(link), readlinkSync(link));
  } catch {
    return null;
  }
}
