import { readlinkSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** Where a path leads, and by which links. All paths are absolute. */
export interface Way {
  /** The same file without links on the way to it; it need not be there. */
  readonly real: string;
  /** The symbolic links on the way, each without links on the way to it. */
  readonly links: readonly string[];
}

/** Follows paths, each folder once. Links that lead in a circle are followed once. */
export function wayFinder(): (path: string) => Way {
  const known = new Map<string, Way>();
  function wayTo(path: string): Way {
    const before = known.get(path);
    if (before !== undefined) return before;
    known.set(path, { real: path, links: [] });
    const way = find(path);
    known.set(path, way);
    return way;
  }
  function find(path: string): Way {
    if (dirname(path) === path) return { real: path, links: [] };
    const folder = wayTo(dirname(path));
    const here = join(folder.real, basename(path));
    const target = targetOf(here);
    if (target === null) return { real: here, links: folder.links };
    const beyond = wayTo(resolve(folder.real, target));
    return { real: beyond.real, links: [...folder.links, here, ...beyond.links] };
  }
  return wayTo;
}

/** Null for what is no link, or is not there. */
function targetOf(path: string): string | null {
  try {
    return readlinkSync(path);
  } catch {
    return null;
  }
}
