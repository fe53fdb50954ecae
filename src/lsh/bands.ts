import { mix } from '../fingerprint/shingles.ts';
import { type Candidates, MOST_PARTNERS, pairKey, pairsOf } from './pairs.ts';
import type { Bands } from './scurve.ts';

/**
 * The pairs of signatures that agree in all rows of at least one band. A signature that is shorter than the layout (that
 * of an empty set) pairs with nothing.
 *
 * Each band is one pass over a hash table of buckets; rows are compared in full, so a hash collision makes no candidate.
 * A bucket pairs newcomers with its first hundred members only: give the largest sets first. So time and memory are
 * linear in the number of signatures, beyond the pairs themselves.
 */
export function bandCandidates(signatures: readonly Uint32Array[], { bands, rows }: Bands): Candidates {
  const keys: number[] = [];
  let complete = true;
  const buckets = new Int32Array(2 ** Math.ceil(Math.log2(2 * signatures.length + 1)));
  const next = new Int32Array(signatures.length);
  for (let band = 0; band < bands; band++) {
    buckets.fill(-1);
    for (let i = 0; i < signatures.length; i++) {
      const signature = signatures[i] as Uint32Array;
      if (signature.length < bands * rows) continue;
      const bucket = findBucket(buckets, signatures, signature, band * rows, rows);
      let members = 0;
      let last = -1;
      for (let j = buckets[bucket] as number; j >= 0; j = next[j] as number) {
        if (!sharesEarlierBand(signature, signatures[j] as Uint32Array, band, rows)) keys.push(pairKey(i, j));
        members++;
        last = j;
      }
      next[i] = -1;
      if (members === 0) buckets[bucket] = i;
      else if (members < MOST_PARTNERS) next[last] = i;
      else complete = false;
    }
  }
  return { pairs: pairsOf(keys), complete };
}

/** The slot of the bucket whose members have these rows, or the empty slot where it begins (open addressing). */
function findBucket(
  buckets: Int32Array,
  signatures: readonly Uint32Array[],
  signature: Uint32Array,
  from: number,
  rows: number,
): number {
  let hash = 0;
  for (let row = from; row < from + rows; row++) hash = mix(Math.imul(hash, 31) ^ (signature[row] as number));
  const mask = buckets.length - 1;
  let slot = hash & mask;
  for (let head = buckets[slot] as number; head >= 0; head = buckets[slot] as number) {
    if (agree(signature, signatures[head] as Uint32Array, from, rows)) break;
    slot = (slot + 1) & mask;
  }
  return slot;
}

/** Then that band listed the pair. */
function sharesEarlierBand(a: Uint32Array, b: Uint32Array, band: number, rows: number): boolean {
  for (let from = 0; from < band * rows; from += rows) {
    if (agree(a, b, from, rows)) return true;
  }
  return false;
}

function agree(a: Uint32Array, b: Uint32Array, from: number, rows: number): boolean {
  for (let row = from; row < from + rows; row++) {
    if (a[row] !== b[row]) return false;
  }
  return true;
}
