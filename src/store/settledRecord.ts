import { decodeTermCounts, encodeTermCounts, type TermCounts } from '../fingerprint/termCounts.ts';
import { seal, unseal } from './seal.ts';

const MAGIC = 0xd0d3_0201;

/** Magic number, how many articles and pairs there are, and one to spare. */
const HEADER_BYTES = 16;
const KEY_BYTES = 16;

/** Pairs that do not match with certain weights of terms, nor with any that are near these. */
export interface SettledRecord {
  /** What the weights were made of. */
  readonly counts: TermCounts;
  /** Keys of the articles, 32 hexadecimal digits each. */
  readonly articles: readonly string[];
  /** Pairs of places among the articles, one after the other. */
  readonly pairs: Uint32Array;
}

export function encodeSettled({ counts, articles, pairs }: SettledRecord): Uint8Array {
  const header = new Uint8Array(Uint32Array.of(MAGIC, articles.length, pairs.length / 2, 0).buffer);
  const listed = new Uint8Array(pairs.buffer, pairs.byteOffset, pairs.byteLength);
  return seal(Buffer.concat([header, listed, Buffer.from(articles.join(''), 'hex'), encodeTermCounts(counts)]));
}

/** Null if the bytes are no such record, or not whole. */
export function decodeSettled(sealed: Uint8Array): SettledRecord | null {
  const whole = unseal(sealed);
  if (whole === null || whole.length < HEADER_BYTES) return null;
  // A copy, which begins at a multiple of its elements' size. (A Buffer's slice() is none.)
  const bytes = new Uint8Array(whole);
  const { buffer } = bytes;
  const [magic, articleCount, pairCount] = new Uint32Array(buffer, 0, 3) as unknown as [number, number, number];
  const keysAt = HEADER_BYTES + 8 * pairCount;
  const countsAt = keysAt + KEY_BYTES * articleCount;
  if (magic !== MAGIC || countsAt > bytes.length) return null;
  const pairs = new Uint32Array(buffer, HEADER_BYTES, 2 * pairCount);
  if (pairs.some((place) => place >= articleCount)) return null;
  const keys = Buffer.from(buffer, keysAt, countsAt - keysAt);
  try {
    return {
      counts: decodeTermCounts(bytes.subarray(countsAt)),
      articles: Array.from({ length: articleCount }, (_, i) =>
        keys.toString('hex', KEY_BYTES * i, KEY_BYTES * (i + 1)),
      ),
      pairs,
    };
  } catch {
    return null;
  }
}
