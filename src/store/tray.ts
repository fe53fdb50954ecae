import type { Fingerprint } from '../model/article.ts';
import type { Spilled } from './spill.ts';
import type { Surveyed } from './surveyed.ts';
import type { Arrays } from './surveyHead.ts';

/** The arrays of an article, by their names. */
export type Kind = keyof Arrays;

/** Makes the arrays of a kind. */
export type Maker = Float64ArrayConstructor | Uint32ArrayConstructor | Uint16ArrayConstructor | Uint8ArrayConstructor;

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

/** Here and in the two lists the widest elements come first: so each array begins at a multiple of its element's size. */
export const MAKERS: Readonly<Record<Kind, Maker>> = {
  shingles: Float64Array,
  anchors: Float64Array,
  lineHashes: Float64Array,
  signature: Uint32Array,
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
