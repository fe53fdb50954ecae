import type { CollectConfig } from '../config/config.ts';
import type { Raw, Skip } from '../model/article.ts';
import { find } from './find.ts';
import { recordPlacer } from './placeRecords.ts';
import { type Portion, portionsOf } from './portions.ts';
import { readPortion } from './readPortion.ts';

/**
 * The articles' bytes under `paths`: files, folders (all below them with a known extension) and globs. In order of the
 * files' paths by code unit, and within a JSONL file in that of its lines, whatever the order of `paths`. A file that is
 * met twice is given once.
 *
 * Left out without a word are `node_modules` and `.git`, what `.gitignore` and `.dedupeignore` name, what `include` and
 * `exclude` leave out, and files of other extensions, unless the user named the file itself: then only `exclude` and
 * `include` hold, and with `ignoreNamed` the ignore files. All else that can't be read is a Skip. Whether the bytes are text is for extract to say.
 *
 * @throws UsageError if a path does not exist or a glob matches nothing.
 */
export async function* collect(paths: readonly string[], config: CollectConfig): AsyncGenerator<Raw | Skip> {
  const place = recordPlacer<Raw>(
    (raw) => ('reason' in raw ? null : raw.source),
    (raw, source) => ('reason' in raw ? { ...raw, path: source.id } : { ...raw, source }),
  );
  for (const portion of await collectPortions(paths, config)) {
    const reading = readPortion(portion, config);
    let next = reading.next();
    for (; !next.done; next = reading.next()) yield* place(portion, { read: [next.value], lines: 0 });
    yield* place(portion, { read: [], lines: next.value });
  }
}

/**
 * What lies under `paths`, in portions that can be read each by itself, in the order of `collect`.
 *
 * @throws UsageError as `collect`
 */
export async function collectPortions(paths: readonly string[], config: CollectConfig): Promise<Portion[]> {
  return portionsOf(await find(paths, config));
}
