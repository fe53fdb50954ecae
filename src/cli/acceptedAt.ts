import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { namesAny } from '../collect/named.ts';
import { isWithin, withSlashes } from '../collect/paths.ts';
import { completeSettings } from '../config/completeSettings.ts';
import type { Globs, Settings } from '../config/settings.ts';
import { NothingToCompare } from '../errors.ts';
import type { Failing } from '../model/result.ts';
import { findDuplicates } from '../pipeline.ts';
import { baselineOf } from '../policy/baseline.ts';
import type { Baseline } from '../policy/known.ts';
import type { Naming } from '../policy/reach.ts';
import { type Checkout, checkout } from './checkout.ts';
import { withTemporaryFolder } from './temporaryFolder.ts';
import { wayFinder } from './wayTo.ts';
import type { World } from './world.ts';

/**
 * The findings of a commit: what a run by the same settings would find there, all of it. Paths that are not there yet
 * have none. Articles are named from the top of the work tree, by where they are, whatever links lead there.
 *
 * @throws UsageError outside of a work tree, and if there is no such commit
 */
export function acceptedAt(
  ref: string,
  paths: readonly string[],
  settings: Settings,
  failOn: readonly Failing[],
  world: World,
): Promise<Baseline> {
  return withTemporaryFolder(async (folder) => {
    const there = await checkout(ref, paths, folder, { world, option: '--baseline-from-ref' });
    const moved = settingsAt(settings, there);
    const config = completeSettings(moved, there.cwd).collect;
    const present: string[] = [];
    for (const path of paths) {
      const moved = pathAt(path, world.cwd, there);
      if (await namesAny(moved, config)) present.push(moved);
    }
    const naming = namingFrom(there.top, world.cwd);
    if (present.length === 0) return { accepted: [], ...naming };
    try {
      const found = await findDuplicates(present, { ...moved, detail: 'nothing' });
      return { accepted: baselineOf(found, failOn, namingFrom(there.tree, there.cwd).nameOf), ...naming };
    } catch (error) {
      if (error instanceof NothingToCompare) return { accepted: [], ...naming };
      throw error;
    }
  });
}

/** What stands there for a path; relative, so that no letter of the temporary folder's own path is taken for a glob's. */
function pathAt(path: string, cwd: string, there: Checkout): string {
  const moved = there.at(resolve(cwd, path));
  return isWithin(moved, there.tree) ? relative(there.cwd, moved) || '.' : moved;
}

/** @param top what the names are relative to; absolute, without links on the way */
function namingFrom(top: string, cwd: string): Naming {
  const wayTo = wayFinder();
  return {
    nameOf: ({ id, path }) => withSlashes(relative(top, wayTo(resolve(cwd, path)).real)) + id.slice(path.length),
    isThere: (name) => existsSync(resolve(top, name)),
  };
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
