import type { Arrays } from './surveyHead.ts';
import { MAKERS, type Maker } from './tray.ts';

/** Says what the bytes are and in which layout; the other byte order reads it differently, and refuses. */
const MAGIC = 0xd0d3_0001;

/** What a record holds; `head` is all that is no array, as JSON. */
export type Recorded = Arrays & { readonly head: Uint8Array };

type Name = keyof Recorded;

/** The arrays of a record, the widest elements first. */
const ARRAYS: Readonly<Record<Name, Maker>> = { ...MAKERS, head: Uint8Array };

const NAMES = Object.keys(ARRAYS) as readonly Name[];

/** The magic number, how many elements each array has, and one to spare: the first array begins at a multiple of 8. */
const HEADER_BYTES = 4 * (NAMES.length + 2);

/** Some arrays of an article as one run of bytes in a buffer of its own; those that are not given are empty. */
export function encodeArrays(arrays: Partial<Recorded>): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(NAMES.reduce((size, name) => size + (arrays[name]?.byteLength ?? 0), HEADER_BYTES));
  const header = new Uint32Array(bytes.buffer, 0, HEADER_BYTES / 4);
  header[0] = MAGIC;
  let offset = HEADER_BYTES;
  NAMES.forEach((name, i) => {
    const array = arrays[name];
    if (array === undefined) return;
    header[i + 1] = array.length;
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), offset);
    offset += array.byteLength;
  });
  return bytes;
}

/** All arrays of a record, as views into `bytes`; null for bytes that are no record. */
export function decodeArrays(bytes: Uint8Array): Recorded | null {
  if (bytes.length < HEADER_BYTES) return null;
  // A view on wider elements begins at a multiple of their size. (A Buffer's slice() would be no copy.)
  const aligned = bytes.byteOffset % 8 === 0 ? bytes : new Uint8Array(bytes);
  const header = headerOf(aligned);
  if (header[0] !== MAGIC || HEADER_BYTES + offsetOf(header, NAMES.length) !== bytes.length) return null;
  return Object.fromEntries(NAMES.map((name) => [name, arrayIn(aligned, name)])) as unknown as Recorded;
}

/** One array of a record that is known to be one and begins at a multiple of 8: a view. */
export function arrayIn<N extends Name>(record: Uint8Array, name: N): Recorded[N] {
  const header = headerOf(record);
  const place = NAMES.indexOf(name);
  const offset = record.byteOffset + HEADER_BYTES + offsetOf(header, place);
  return new ARRAYS[name](record.buffer as ArrayBuffer, offset, header[place + 1]) as unknown as Recorded[N];
}

function headerOf({ buffer, byteOffset }: Uint8Array): Uint32Array {
  return new Uint32Array(buffer, byteOffset, HEADER_BYTES / 4);
}

/** Bytes of the arrays before this one. */
function offsetOf(header: Uint32Array, place: number): number {
  let offset = 0;
  for (let i = 0; i < place; i++) offset += ARRAYS[NAMES[i] as Name].BYTES_PER_ELEMENT * (header[i + 1] as number);
  return offset;
}
