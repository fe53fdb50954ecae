import type { Skip, Source } from '../model/article.ts';
import type { Portion } from './portions.ts';
import type { Placed } from './records.ts';

/** What was read of a portion; `lines` are those of a stretch, `place` is null for a file. */
export interface PortionRead<T> {
  readonly read: readonly (Placed<T> | { readonly what: T; readonly place: null })[];
  readonly lines: number;
}

/**
 * Gives what was read of portions, one after the other in their order, its final place and name. A record's id is
 * `path#<its id field>`, or `path#L<line>` if that holds no text or number; where the id is taken already, `@L<line>` is
 * put after it, so that no record is lost. Remembers the ids of one file.
 *
 * @param sourceOf the source of what was read; null for what is no article
 * @param named the same from another source
 */
export function recordPlacer<T extends object>(
  sourceOf: (what: T | Skip) => Source | null,
  named: (what: T | Skip, source: Source) => T | Skip,
): (portion: Portion, portionRead: PortionRead<T | Skip>) => (T | Skip)[] {
  let current: Portion | null = null;
  let before = 0;
  let ids = new Set<string>();
  let isEmpty = true;
  let isUnreadable = false;

  return (portion, { read, lines }) => {
    if (!('container' in portion)) return read.map(({ what }) => what);
    const { container, stretch } = portion;
    const { path } = container;
    if (stretch.from === 0 && portion !== current) {
      current = portion;
      before = 0;
      ids = new Set();
      isEmpty = true;
      isUnreadable = false;
    }
    const placed: (T | Skip)[] = [];
    for (const { what, place } of read) {
      if (place === null || place.line === 0) {
        if (!isUnreadable) placed.push(what);
        isUnreadable = true;
        continue;
      }
      isEmpty = false;
      const line = before + place.line;
      if (place.name === undefined) placed.push({ ...(what as Skip), path: `${path}#L${line}`, line });
      else placed.push(named(what, sourceAt(line, place.name, sourceOf(what))));
    }
    before += lines;
    if (stretch.to === Number.POSITIVE_INFINITY && isEmpty && !isUnreadable) {
      placed.push({ path, reason: 'empty', detail: 'no record' });
    }
    return placed;

    function sourceAt(line: number, name: string | null, source: Source | null): Source {
      let id = name ?? `L${line}`;
      while (ids.has(id)) id = `${id}@L${line}`;
      ids.add(id);
      const place = { offset: 0, length: 0, ...source?.record, line };
      return { id: `${path}#${id}`, path, format: 'jsonl', record: place };
    }
  };
}
