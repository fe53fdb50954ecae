import type { Skip } from '../model/article.ts';
import { decodeArrays, encodeArrays } from './arrayRecord.ts';
import type { Surveyed } from './surveyed.ts';
import { type Arrays, type Head, headOf, parseHead, surveyedOf } from './surveyHead.ts';

const NONE = {
  termStart: new Uint32Array(0),
  termList: new Uint32Array(0),
  trigrams: new Uint32Array(0),
  quoted: new Uint32Array(0),
  kinds: new Uint8Array(0),
};

/**
 * What the first reading kept of an article, or why it was left out, as one run of bytes in a buffer of its own: threads
 * hand it over, the cache writes it. Takes some 10 KB for 500 words, 5 KB without a telling.
 */
export function encodeSurvey(survey: Surveyed | Skip): Uint8Array<ArrayBuffer> {
  const head = new TextEncoder().encode(JSON.stringify(headOf(survey)));
  return encodeArrays('reason' in survey ? { head } : { ...arraysOf(survey), head });
}

/**
 * The survey that was encoded; null for bytes that are none, are cut short or of another layout. Its arrays look into
 * `bytes`, which must not be changed after. Whoever reads the bytes from a disk wants `unseal` before.
 */
export function decodeSurvey(bytes: Uint8Array): Surveyed | Skip | null {
  const decoded = decodeArrays(bytes);
  if (decoded === null) return null;
  const { head: json, ...arrays } = decoded;
  const head = parseHead(json);
  if (head === null) return null;
  if ('reason' in head) return head;
  return fits(arrays, head) ? surveyedOf(head, arrays) : null;
}

/** All arrays of a survey. */
export function arraysOf({ fingerprint, telling, lineHashes }: Surveyed): Arrays {
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
