import type { Fingerprint } from '../model/article.ts';
import { openSpill, type Spilled } from './spill.ts';
import type { Surveyed } from './surveyed.ts';
import type { Arrays } from './surveyHead.ts';
import { arraysOf } from './surveyRecord.ts';

/** The arrays of an article, by their names. */
export type Kind = keyof Arrays;

type Maker = Float64ArrayConstructor | Uint32ArrayConstructor | Uint16ArrayConstructor | Uint8ArrayConstructor;

/** Signatures, anchors and lines, some 1 KB for 500 words: the search for candidates goes through them again and again. */
export const SEARCHED: readonly Kind[] = ['anchors', 'lineHashes', 'signature'];

/** What pairs are judged by, 4 KB for 500 words, 10 KB where rewrites are looked for: asked for by few. */
export const JUDGED: readonly Kind[] = [
  'shingles',
  'ids',
  'termStart',
  'termList',
  'trigrams',
  'quoted',
  'counts',
  'kinds',
];

/** In the two lists the widest elements come first: so each array begins at a multiple of its element's size. */
export const MAKERS: Readonly<Record<Kind, Maker>> = {
  anchors: Float64Array,
  lineHashes: Float64Array,
  signature: Uint32Array,
  shingles: Float64Array,
  ids: Uint32Array,
  termStart: Uint32Array,
  termList: Uint32Array,
  trigrams: Uint32Array,
  quoted: Uint32Array,
  counts: Uint16Array,
  kinds: Uint8Array,
};

/** The numbers of a row; of a record of a container the last two say where it is, of a file they are 0. */
export const NUMBERS = { words: 0, setAsideWords: 1, lead: 2, language: 3, offset: 4, length: 5 } as const;
export const NUMBERS_A_ROW = 6;

/** No telling. */
export const NO_LEAD = -1;

/** The bytes of a digest of each kind. */
export const DIGEST_BYTES = { digests: 16, byteDigests: 32 } as const;

/** Arrays of some kinds, kind by kind, those of one kind row by row. */
export interface Block {
  readonly bytes: Uint8Array | Spilled;
  /** Where each kind begins in `bytes`. */
  readonly bases: readonly number[];
  /** Where, in elements of its kind, each row's array ends: all rows of a kind, then those of the next. */
  readonly ends: Uint32Array;
}

/**
 * The surveys of some articles as a run keeps them: by columns, in memory that threads share, with no object for an article
 * or an array. What names an article, its source, is not in it.
 */
export interface Tray {
  readonly rows: number;
  readonly numbers: Float64Array;
  readonly digests: Uint8Array;
  /** Empty where no run is to know them again. */
  readonly byteDigests: Uint8Array;
  readonly languages: readonly string[];
  readonly titles: readonly (string | undefined)[];
  /** By row, what few articles have. Lines are counted from the article's first. */
  readonly rare: ReadonlyMap<number, Rare>;
  readonly searched: Block;
  readonly judged: Block;
}

export type Rare = Pick<Fingerprint, 'declares' | 'misread'> & Pick<Surveyed, 'setAside'>;

export interface TrayMaker {
  /** @param room so many bytes of what pairs are judged by stay in memory, of all trays; the rest goes to a temporary file */
  make(surveys: readonly Surveyed[], room: number): Tray;
  close(): void;
}

export function trayMaker(): TrayMaker {
  const spill = openSpill();
  let taken = 0;
  let passing = new ArrayBuffer(0);
  return {
    make(surveys, room) {
      const arrays = surveys.map(arraysOf);
      const languages = [...new Set(surveys.map(({ fingerprint }) => fingerprint.language))];
      return {
        rows: surveys.length,
        numbers: numbersOf(surveys, languages),
        digests: digestColumn(
          surveys.map(({ fingerprint }) => fingerprint.digest),
          DIGEST_BYTES.digests,
        ),
        byteDigests: digestColumn(
          surveys.map(({ fingerprint }) => fingerprint.byteDigest),
          DIGEST_BYTES.byteDigests,
        ),
        languages,
        titles: surveys.map(({ fingerprint }) => fingerprint.title),
        rare: rareOf(surveys),
        searched: block(SEARCHED, arrays, shared),
        judged: judged(arrays, room),
      };
    },
    close: spill.close,
  };

  function judged(arrays: readonly Arrays[], room: number): Block {
    let stays = true;
    const made = block(JUDGED, arrays, (bytes) => {
      stays = taken + bytes <= room;
      if (stays) return shared(bytes);
      if (passing.byteLength < bytes) passing = new ArrayBuffer(2 * bytes);
      return passing;
    });
    if (!stays) return { ...made, bytes: spill.add(made.bytes) };
    taken += made.bytes.length;
    return made;
  }
}

/** @param kinds the widest elements first */
function block(
  kinds: readonly Kind[],
  rows: readonly Arrays[],
  memory: (bytes: number) => ArrayBufferLike,
): Block & { readonly bytes: Uint8Array } {
  const ends = new Uint32Array(shared(4 * kinds.length * rows.length));
  const bases: number[] = [];
  let size = 0;
  for (const [k, kind] of kinds.entries()) {
    let end = 0;
    for (const [i, row] of rows.entries()) {
      end += row[kind].length;
      ends[k * rows.length + i] = end;
    }
    bases.push(size);
    size += end * MAKERS[kind].BYTES_PER_ELEMENT;
  }
  const buffer = memory(size);
  for (const [k, kind] of kinds.entries()) {
    const column = new MAKERS[kind](buffer as ArrayBuffer, bases[k], ends[(k + 1) * rows.length - 1]);
    for (const [i, row] of rows.entries()) {
      column.set(row[kind], i === 0 ? 0 : ends[k * rows.length + i - 1]);
    }
  }
  return { bytes: new Uint8Array(buffer, 0, size), bases, ends };
}

function numbersOf(surveys: readonly Surveyed[], languages: readonly string[]): Float64Array {
  const numbers = new Float64Array(shared(8 * NUMBERS_A_ROW * surveys.length));
  for (const [i, { fingerprint, setAsideWords, telling }] of surveys.entries()) {
    const { words, language, source } = fingerprint;
    const { offset = 0, length = 0 } = source.record ?? {};
    const row = [words, setAsideWords, telling?.lead ?? NO_LEAD, languages.indexOf(language), offset, length];
    numbers.set(row, i * NUMBERS_A_ROW);
  }
  return numbers;
}

/** One digest after the other; nothing where there are none. */
function digestColumn(digests: readonly string[], bytes: number): Uint8Array {
  if (digests[0] === '') return new Uint8Array(0);
  const memory = shared(bytes * digests.length);
  const column = Buffer.from(memory);
  for (const [i, digest] of digests.entries()) column.write(digest, i * bytes, 'hex');
  return new Uint8Array(memory);
}

function rareOf(surveys: readonly Surveyed[]): Map<number, Rare> {
  const rare = new Map<number, Rare>();
  for (const [i, { fingerprint, setAside }] of surveys.entries()) {
    const { declares, misread, source } = fingerprint;
    if (setAside.length === 0 && declares === undefined && misread === undefined) continue;
    const first = source.record?.line ?? 1;
    rare.set(i, {
      ...(declares === undefined ? {} : { declares }),
      ...(misread === undefined ? {} : { misread }),
      setAside: setAside.map((passage) => ({ ...passage, line: passage.line - first })),
    });
  }
  return rare;
}

function shared(bytes: number): SharedArrayBuffer {
  return new SharedArrayBuffer(bytes);
}
