import { hash } from 'node:crypto';

/** 32 hexadecimal digits: 128 bits of SHA-256, so that no two texts of any collection meet by chance (2^-128 a pair). */
const DIGITS = 32;

/**
 * 128-bit digest of a word sequence, in hex: SHA-256 of the word hashes as little-endian bytes, truncated.
 *
 * It sees words through their 32-bit hashes. Two different sequences of one length have the same digest only if the
 * words at every place where they differ collide: 2^-32 for a single changed word, 2^-64 for two.
 */
export function digest(hashes: Uint32Array): string {
  return hash('sha256', littleEndian(hashes)).slice(0, DIGITS);
}

const NATIVE_IS_LITTLE = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;

/** The same bytes on every machine, so that an archive can be moved between them. */
function littleEndian(hashes: Uint32Array): Uint8Array {
  const bytes = new Uint8Array(hashes.buffer, hashes.byteOffset, hashes.byteLength);
  return NATIVE_IS_LITTLE ? bytes : Buffer.from(bytes).swap32();
}
