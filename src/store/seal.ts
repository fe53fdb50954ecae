import { crc32 } from 'node:zlib';

/** The checksum, and the number of bytes that it is of: what follows begins at a multiple of 8. */
const SEAL_BYTES = 8;

/**
 * Bytes with what shows later that they are whole: a torn write, a bad block. CRC-32 finds any burst of up to 32 bits and
 * lets 2^-32 of all else pass; 4 µs for the 10 KB of an article.
 */
export function seal(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const sealed = new Uint8Array(SEAL_BYTES + bytes.length);
  sealed.set(bytes, SEAL_BYTES);
  new Uint32Array(sealed.buffer, 0, 2).set([crc32(bytes), bytes.length]);
  return sealed;
}

/** The bytes that were sealed, a view; null if they are not whole. */
export function unseal(sealed: Uint8Array): Uint8Array | null {
  if (sealed.length < SEAL_BYTES) return null;
  const bytes = sealed.subarray(SEAL_BYTES);
  const [checksum, length] = new Uint32Array(new Uint8Array(sealed.subarray(0, SEAL_BYTES)).buffer);
  return length === bytes.length && checksum === crc32(bytes) ? bytes : null;
}
