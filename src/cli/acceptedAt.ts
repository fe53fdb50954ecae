import { resolve } from 'node:path';
import { namesAny } from '../collect/named.ts';
import { completeSettings } from '../config/completeSettings.ts';
import type { Globs, Settings } from '../config/settings.ts';
import { NothingToCompare } from '../errors.ts';
import type { Accepted, Failing } from '../model.ts';
import { findDuplicates } from '../pipeline.ts';
import { baselineOf } from '../policy/baseline.ts';
import { type Checkout, checkout } from './checkout.ts';
import { withTemporaryFolder } from './temporaryFolder.ts';
import type { World } from './world.ts';

/**
 * The findings of a commit: what a run by the same settings would find there, all of it. Paths that are not there yet
 * have none.
 *
 * @throws UsageError outside of a work tree, and if there is no such commit
 */
export function acceptedAt(
  ref: string,
  paths: readonly string[],
  settings: Settings,
  failOn: readonly Failing[],
  world: World,
): Promise<Accepted[]> {
  return withTemporaryFolder(async (folder) => {
    const there = await checkout(ref, paths, folder, { world, option: '--baseline-from-ref' });
    const moved = settingsAt(settings, there);
    const config = completeSettings(moved, there.cwd).collect;
    const present: string[] = [];
    for (const path of paths) {
      const moved = pathAt(path, world.cwd, there);
      if (await namesAny(moved, config)) present.push(moved);
    }
    if (present.length === 0) return [];
    try {
      return baselineOf(await findDuplicates(present, moved), failOn, ({ id }) => id);
    } catch (error) {
      if (error instanceof NothingToCompare) return [];
      throw error;
    }
  });
}

/** A path as it is written, if it means the same from there. */
function pathAt(path: string, cwd: string, { at }: Checkout): string {
  const absolute = resolve(cwd, path);
  const moved = at(absolute);
  const isRelative = path !== absolute;
  return moved !== absolute && isRelative ? path : moved;
}

function settingsAt(settings: Settings, { cwd, at }: Checkout): Settings {
  const { changed: _changed, against: _against, include, exclude, ignorePairs, ...others } = settings;
  const globs = (of: Globs) => ('from' in of ? { ...of, from: at(of.from) } : of);
  return {
    ...others,
    cwd,
    explore: false,
    ...(include && { include: globs(include) }),
    ...(exclude && { exclude: globs(exclude) }),
    ...(ignorePairs && {
      ignorePairs: ignorePairs.map((pair) => (pair.from === undefined ? pair : { ...pair, from: at(pair.from) })),
    }),
  };
}
