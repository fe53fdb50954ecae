import { mix } from '../../fingerprint/shingles.ts';

/** Hashes (32 bits) of three words in a row, in text order. */
export function trigramSequence(hashes: Uint32Array): Uint32Array {
  const sequence = new Uint32Array(Math.max(0, hashes.length - 2));
  for (let i = 0; i < sequence.length; i++) {
    const pair = join(hashes[i] as number, hashes[i + 1] as number);
    sequence[i] = join(pair, hashes[i + 2] as number);
  }
  return sequence;
}

function join(a: number, b: number): number {
  return mix(Math.imul(a, 0x9e3779b1) ^ b) >>> 0;
}
