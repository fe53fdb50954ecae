import { mix } from '../fingerprint/shingles.ts';
import type { Bands } from './scurve.ts';

/** Signatures that are asked for one by one: together they may be more than a search should hold. */
export type Signatures = Pick<readonly Uint32Array[], 'length' | 'at'>;

/** The bands of signatures as numbers. */
export interface BandKeys {
  /** Which signatures are long enough for the layout: that of an empty set is not. */
  readonly places: Uint32Array;
  /** Band b of the i-th of these has the key `keys[bands * i + b]`. Equal rows have equal keys; others, once in 2^32. */
  readonly keys: Uint32Array;
}

/** Hashes the rows of each band to a key: what is compared of a signature, in a sixth of the room or less. */
export function bandKeys(signatures: Signatures, { bands, rows }: Bands): BandKeys {
  const places = new Uint32Array(signatures.length);
  const keys = new Uint32Array(bands * signatures.length);
  let size = 0;
  for (let i = 0; i < signatures.length; i++) {
    const signature = signatures.at(i) as Uint32Array;
    if (signature.length < bands * rows) continue;
    hashBands(signature, rows, keys, bands * size, bands);
    places[size++] = i;
  }
  return { places: places.subarray(0, size), keys };
}

/** Each step is a bijection of the row and of the hash (the multiplier is odd), as in `shingleSequence`. */
function hashBands(signature: Uint32Array, rows: number, keys: Uint32Array, from: number, bands: number): void {
  for (let band = 0, row = 0; band < bands; band++) {
    let hash = 0;
    for (const end = row + rows; row < end; row++) {
      hash = Math.imul(hash ^ (signature[row] as number), 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    keys[from + band] = mix(hash);
  }
}
