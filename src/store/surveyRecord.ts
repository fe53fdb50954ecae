import type { Skip } from '../model.ts';
import type { Surveyed } from './surveyed.ts';
import { type Arrays, type Head, headOf, parseHead, surveyedOf } from './surveyHead.ts';

/** Says what the bytes are and in which layout; the other byte order reads it differently, and refuses. */
const MAGIC = 0xd0d3_0001;

/** The arrays of a record, the widest elements first: so each begins at a multiple of its element's size. */
const ARRAYS = {
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
  /** All that is no array, as JSON. */
  head: Uint8Array,
};

const NAMES = Object.keys(ARRAYS) as readonly (keyof typeof ARRAYS)[];

/** The magic number, how many elements each array has, and one to spare: the first array begins at a multiple of 8. */
const HEADER_BYTES = 4 * (NAMES.length + 2);

const NONE = {
  termStart: new Uint32Array(0),
  termList: new Uint32Array(0),
  trigrams: new Uint32Array(0),
  quoted: new Uint32Array(0),
  kinds: new Uint8Array(0),
};

/**
 * What the first reading kept of an article, or why it was left out, as one run of bytes in a buffer of its own: threads
 * hand it over, the cache and the spill write it. Takes some 10 KB for 500 words, 5 KB without a telling.
 */
export function encodeSurvey(survey: Surveyed | Skip): Uint8Array<ArrayBuffer> {
  const head = new TextEncoder().encode(JSON.stringify(headOf(survey)));
  const arrays: Record<string, ArrayBufferView & { readonly length: number }> = { ...arraysOf(survey), head };
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

/**
 * The survey that was encoded; null for bytes that are none, are cut short or of another layout. Its arrays look into
 * `bytes`, which must not be changed after. Whoever reads the bytes from a disk wants `unseal` before.
 */
export function decodeSurvey(bytes: Uint8Array): Surveyed | Skip | null {
  if (bytes.length < HEADER_BYTES) return null;
  // A view on wider elements begins at a multiple of their size. (A Buffer's slice() would be no copy.)
  const { buffer, byteOffset } = bytes.byteOffset % 8 === 0 ? bytes : new Uint8Array(bytes);
  const header = new Uint32Array(buffer, byteOffset, HEADER_BYTES / 4);
  if (header[0] !== MAGIC) return null;
  const lengths = NAMES.map((_, i) => header[i + 1] as number);
  const size = NAMES.reduce((sum, name, i) => sum + ARRAYS[name].BYTES_PER_ELEMENT * (lengths[i] as number), 0);
  if (HEADER_BYTES + size !== bytes.length) return null;

  let offset = byteOffset + HEADER_BYTES;
  const views = NAMES.map((name, i) => {
    const view = new ARRAYS[name](buffer as ArrayBuffer, offset, lengths[i]);
    offset += view.byteLength;
    return [name, view] as const;
  });
  const { head: json, ...arrays } = Object.fromEntries(views) as unknown as Arrays & { head: Uint8Array };
  const head = parseHead(json);
  if (head === null) return null;
  if ('reason' in head) return head;
  return fits(arrays, head) ? surveyedOf(head, arrays) : null;
}

function arraysOf(survey: Surveyed | Skip): Partial<Arrays> {
  if ('reason' in survey) return {};
  const { fingerprint, telling, lineHashes } = survey;
  const { shingles, anchors, signature, terms } = fingerprint;
  const { termStart, termList, trigrams, quoted, kinds } = telling ?? NONE;
  return { shingles, anchors, lineHashes, signature, ...terms, termStart, termList, trigrams, quoted, kinds };
}

/** Whether the arrays go together, so that nothing that walks along one of them leaves another. */
function fits({ ids, counts, kinds, termStart, termList }: Arrays, { lead }: Head): boolean {
  if (ids.length !== counts.length) return false;
  if (lead === null) return kinds.length + termStart.length + termList.length === 0;
  return (
    kinds.length === ids.length &&
    termStart[0] === 0 &&
    termStart.at(-1) === termList.length &&
    termStart.every((start, i) => i === 0 || start >= (termStart[i - 1] as number)) &&
    termList.every((place) => place < ids.length) &&
    lead < termStart.length
  );
}
