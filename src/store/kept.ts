import type { Fingerprint, Source } from '../model/article.ts';
import { readSpilled } from './spill.ts';
import type { Surveyed } from './surveyed.ts';
import { type Arrays, tellingOf } from './surveyHead.ts';
import {
  DIGEST_BYTES,
  JUDGED,
  type Kind,
  MAKERS,
  NO_LEAD,
  NUMBERS,
  NUMBERS_A_ROW,
  SEARCHED,
  type Tray,
} from './tray.ts';

/** Where an article is kept. */
export interface Row {
  readonly tray: Tray;
  readonly row: number;
}

/** A survey that looks all of it up when it is asked for; copying its parts leaves them behind. */
export interface Kept extends Surveyed {
  readonly fingerprint: Fingerprint & Row;
}

/** An array that was read back lately: a pair is looked at in several steps, and one article meets its partners in a row. */
interface Read extends Row {
  readonly kind: Kind;
  readonly array: Arrays[Kind];
}

/** Each has its slot, from which the next one puts it out: some 2 MB. */
const MOST_RECENT = 512;

/** Gives what is in a row of a tray as the survey of a source. */
export function keptAt(): (tray: Tray, row: number, source: Source) => Kept {
  const arrayOf = arraysInTrays();
  const fingerprints: Omit<Fingerprint, 'source'> & ThisType<Row & Pick<Fingerprint, 'source'>> = {
    get digest() {
      return digestIn(this, 'digests');
    },
    get byteDigest() {
      return digestIn(this, 'byteDigests');
    },
    // What may be absent is undefined then: the same to whoever asks for it.
    get title() {
      return this.tray.titles[this.row] as string;
    },
    get declares() {
      return this.tray.rare.get(this.row)?.declares as NonNullable<Fingerprint['declares']>;
    },
    get misread() {
      return this.tray.rare.get(this.row)?.misread as NonNullable<Fingerprint['misread']>;
    },
    get language() {
      return this.tray.languages[numberIn(this, 'language')] as string;
    },
    get words() {
      return numberIn(this, 'words');
    },
    get shingles() {
      return arrayOf(this, 'shingles');
    },
    get shingleCount() {
      const { place, block } = WHERE.shingles;
      const { begin, end } = rangeOf(this, block, place);
      return end - begin;
    },
    get anchors() {
      return arrayOf(this, 'anchors');
    },
    get signature() {
      return arrayOf(this, 'signature');
    },
    get terms() {
      return { ids: arrayOf(this, 'ids'), counts: arrayOf(this, 'counts') };
    },
  };
  const surveys: Omit<Surveyed, 'fingerprint'> & ThisType<Kept> = {
    get telling() {
      const { fingerprint } = this;
      const lead = numberIn(fingerprint, 'lead');
      if (lead === NO_LEAD) return null;
      const arrays = Object.fromEntries(JUDGED.map((kind) => [kind, arrayOf(fingerprint, kind)]));
      return tellingOf({ language: fingerprint.language, words: fingerprint.words, lead }, arrays as unknown as Arrays);
    },
    get setAside() {
      const { tray, row, source } = this.fingerprint;
      const first = source.record?.line ?? 1;
      return (tray.rare.get(row)?.setAside ?? []).map((passage) => ({ ...passage, line: passage.line + first }));
    },
    get setAsideWords() {
      return numberIn(this.fingerprint, 'setAsideWords');
    },
    get lineHashes() {
      return arrayOf(this.fingerprint, 'lineHashes');
    },
  };
  return (tray, row, source) => {
    const fingerprint = { __proto__: fingerprints, source, tray, row };
    return { __proto__: surveys, fingerprint } as unknown as Kept;
  };
}

/** Where in its container a record is that a row is of. */
export function recordIn(tray: Tray, row: number): { readonly offset: number; readonly length: number } {
  return { offset: numberIn({ tray, row }, 'offset'), length: numberIn({ tray, row }, 'length') };
}

function numberIn({ tray, row }: Row, name: keyof typeof NUMBERS): number {
  return tray.numbers[row * NUMBERS_A_ROW + NUMBERS[name]] as number;
}

function digestIn({ tray, row }: Row, column: keyof typeof DIGEST_BYTES): string {
  const { buffer, byteOffset, byteLength } = tray[column];
  const bytes = DIGEST_BYTES[column];
  return Buffer.from(buffer, byteOffset, byteLength).toString('hex', row * bytes, (row + 1) * bytes);
}

/** Looks up one array of a row: a view where it is in memory. */
function arraysInTrays(): <K extends Kind>(row: Row, kind: K) => Arrays[K] {
  const recent = new Array<Read | undefined>(MOST_RECENT);
  return <K extends Kind>({ tray, row }: Row, kind: K): Arrays[K] => {
    const { block, place } = WHERE[kind];
    const { bytes, bases } = tray[block];
    const { begin, end } = rangeOf({ tray, row }, block, place);
    const count = end - begin;
    const Maker = MAKERS[kind];
    const offset = (bases[place] as number) + begin * Maker.BYTES_PER_ELEMENT;
    if (count === 0) return new Maker(0) as Arrays[K];
    if (bytes instanceof Uint8Array) return new Maker(bytes.buffer as ArrayBuffer, offset, count) as Arrays[K];
    const slot = (row * JUDGED.length + place) % MOST_RECENT;
    const known = recent[slot];
    if (known?.tray === tray && known.row === row && known.kind === kind) return known.array as Arrays[K];
    const array = new Maker(readSpilled(bytes, offset, count * Maker.BYTES_PER_ELEMENT).buffer);
    recent[slot] = { tray, row, kind, array: array as Arrays[K] };
    return array as Arrays[K];
  };
}

/** The place of a row's array among those of its kind, in elements. */
function rangeOf({ tray, row }: Row, block: 'searched' | 'judged', place: number): { begin: number; end: number } {
  const { ends } = tray[block];
  const last = place * tray.rows + row;
  return { begin: row === 0 ? 0 : (ends[last - 1] as number), end: ends[last] as number };
}

/** In which block of a tray a kind of arrays is, and which of it. */
const WHERE = Object.fromEntries([
  ...SEARCHED.map((kind, place) => [kind, { block: 'searched', place }]),
  ...JUDGED.map((kind, place) => [kind, { block: 'judged', place }]),
]) as Readonly<Record<Kind, { readonly block: 'searched' | 'judged'; readonly place: number }>>;
