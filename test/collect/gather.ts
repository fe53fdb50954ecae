import { collect } from '../../src/collect/collect.ts';
import { completeSettings } from '../../src/config/completeSettings.ts';
import type { Settings } from '../../src/config/settings.ts';
import type { Raw, Skip } from '../../src/model/article.ts';

export interface Gathered {
  readonly raws: Raw[];
  readonly skips: Skip[];
  /** The articles' ids, in the order in which they came. */
  readonly ids: string[];
}

/** All that collect yields for these paths, in the folder `cwd`. */
export async function gather(cwd: string, paths: readonly string[], settings: Settings = {}): Promise<Gathered> {
  const raws: Raw[] = [];
  const skips: Skip[] = [];
  for await (const each of collect(paths, completeSettings(settings, cwd).collect)) {
    if ('bytes' in each) raws.push(each);
    else skips.push(each);
  }
  return { raws, skips, ids: raws.map((raw) => raw.source.id) };
}
