import { type Column, column } from './column.ts';
import { openSpill } from './spill.ts';
import type { Surveyed } from './surveyed.ts';
import { arraysOf } from './surveyRecord.ts';
import { type Block, JUDGED, type Kind, MAKERS, NO_LEAD, type Rare, SEARCHED, type Tray } from './tray.ts';

/** A tray that is being filled. */
export interface Filling {
  /** Copies a survey into it: what its arrays look into may change after. */
  add(survey: Surveyed): void;
  /** What was added, a row each. Nothing can be added any more. */
  tray(): Tray;
}

/** Trays whose contents share a temporary file, and the memory that they are filled in. */
export interface TrayMaker {
  /** @param room so many bytes of what pairs are judged by stay in memory, of all trays; the rest goes to a temporary file */
  fill(room: number): Filling;
  close(): void;
}

export function trayMaker(): TrayMaker {
  const spill = openSpill();
  // Articles that take a parser are waited for: a thread that has two portions fills two trays at a time.
  const free: Columns[] = [];
  let taken = 0;
  return {
    fill(room) {
      const columns = free.pop() ?? noColumns();
      const heads = noHeads();
      return {
        add(survey) {
          addHead(heads, survey);
          const arrays = arraysOf(survey);
          for (const kind of SEARCHED) columns[kind].add(arrays[kind]);
          for (const kind of JUDGED) columns[kind].add(arrays[kind]);
        },
        tray() {
          const { numbers, digests, byteDigests, languages, titles, rare } = heads;
          const searched = block(SEARCHED, columns, together);
          const judged = block(JUDGED, columns, (parts) => {
            const size = sizeOf(parts);
            if (taken + size > room) return spill.add(parts);
            taken += size;
            return together(parts);
          });
          free.push(columns);
          return {
            rows: titles.length,
            numbers: numberColumn(numbers),
            digests: together([Buffer.from(digests.join(''), 'hex')]),
            byteDigests: together([Buffer.from(byteDigests.join(''), 'hex')]),
            languages,
            titles,
            rare,
            searched,
            judged,
          };
        },
      };
    },
    close: spill.close,
  };
}

type Columns = Readonly<Record<Kind, Column>>;

function noColumns(): Columns {
  return Object.fromEntries(Object.entries(MAKERS).map(([kind, Maker]) => [kind, column(Maker)])) as Columns;
}

/** @param kinds the widest elements first */
function block(kinds: readonly Kind[], columns: Columns, put: (parts: readonly Uint8Array[]) => Block['bytes']): Block {
  const rows = columns[kinds[0] as Kind].ends.length;
  const ends = new Uint32Array(shared(4 * kinds.length * rows));
  const bases: number[] = [];
  const parts: Uint8Array[] = [];
  for (const [k, kind] of kinds.entries()) {
    ends.set(columns[kind].ends, k * rows);
    bases.push(sizeOf(parts));
    parts.push(columns[kind].bytes());
  }
  const bytes = put(parts);
  for (const kind of kinds) columns[kind].clear();
  return { bytes, bases, ends };
}

function sizeOf(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, { length }) => sum + length, 0);
}

function together(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(shared(sizeOf(parts)));
  let size = 0;
  for (const part of parts) {
    bytes.set(part, size);
    size += part.length;
  }
  return bytes;
}

/** What a tray has of its articles beside their arrays, while it is filled. Digests are in hex. */
interface Heads {
  readonly numbers: number[];
  readonly digests: string[];
  readonly byteDigests: string[];
  readonly languages: string[];
  readonly titles: (string | undefined)[];
  readonly rare: Map<number, Rare>;
}

function noHeads(): Heads {
  return { numbers: [], digests: [], byteDigests: [], languages: [], titles: [], rare: new Map() };
}

function addHead(heads: Heads, { fingerprint, setAside, setAsideWords, telling }: Surveyed): void {
  const { words, language, source, digest, byteDigest, title, declares, misread } = fingerprint;
  const { offset = 0, length = 0 } = source.record ?? {};
  if (!heads.languages.includes(language)) heads.languages.push(language);
  const spoken = heads.languages.indexOf(language);
  heads.numbers.push(words, setAsideWords, telling?.lead ?? NO_LEAD, spoken, offset, length);
  heads.digests.push(digest);
  heads.byteDigests.push(byteDigest);
  const row = heads.titles.push(title) - 1;
  if (setAside.length === 0 && declares === undefined && misread === undefined) return;
  const first = source.record?.line ?? 1;
  heads.rare.set(row, {
    ...(declares === undefined ? {} : { declares }),
    ...(misread === undefined ? {} : { misread }),
    setAside: setAside.map((passage) => ({ ...passage, line: passage.line - first })),
  });
}

function numberColumn(numbers: readonly number[]): Float64Array {
  const column = new Float64Array(shared(8 * numbers.length));
  column.set(numbers);
  return column;
}

function shared(bytes: number): SharedArrayBuffer {
  return new SharedArrayBuffer(bytes);
}
