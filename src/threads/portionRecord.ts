import type { PortionRead } from '../collect/placeRecords.ts';
import type { Portion } from '../collect/portions.ts';
import type { Skip, Source } from '../model/article.ts';
import type { Keeping } from '../store/keeping.ts';
import { type Kept, recordIn } from '../store/kept.ts';
import type { Tray } from '../store/tray.ts';

type Read<T> = PortionRead<T>['read'][number];

/** What was read of a portion, in the form in which it is kept: whoever reads it makes that once. */
export interface PortionRecord {
  readonly places: readonly Read<unknown>['place'][];
  readonly lines: number;
  /** By its place among what was read. All else is a row of the tray. */
  readonly skips: ReadonlyMap<number, Skip>;
  readonly tray: Tray;
}

/** What was read, under the names and lines that the portion alone can tell. */
export function decodePortion(
  { places, lines, skips, tray }: PortionRecord,
  portion: Portion,
  at: Keeping['at'],
): PortionRead<Kept | Skip> {
  let row = 0;
  const read = places.map((place, i): Read<Kept | Skip> => {
    const skip = skips.get(i);
    const what = skip ?? at(tray, row, sourceIn(portion, i, tray, row));
    if (skip === undefined) row++;
    return { what, place } as Read<Kept | Skip>;
  });
  return { read, lines };

  function sourceIn(...[from, i, tray, row]: [Portion, number, Tray, number]): Source {
    if ('files' in from) {
      const { path, format } = from.files[i] as (typeof from.files)[number];
      return { id: path, path, format };
    }
    const { path } = (from as Extract<Portion, { container: unknown }>).container;
    return { id: path, path, format: 'jsonl', record: { line: places[i]?.line as number, ...recordIn(tray, row) } };
  }
}
