import { bandKeys, type Signatures } from './bandKeys.ts';
import { type Candidates, MOST_PARTNERS, pairKey, pairsOf } from './pairs.ts';
import type { Bands } from './scurve.ts';

/**
 * The pairs of signatures that agree in all rows of at least one band (and of unequal bands one in 2^32). A signature that
 * is shorter than the layout (that of an empty set) pairs with nothing.
 *
 * Each band is one pass over a hash table of buckets. A bucket pairs newcomers with its first members only: give the
 * largest sets first. So time and memory are linear in the number of signatures, beyond the pairs themselves.
 */
export function bandCandidates(signatures: Signatures, layout: Bands): Candidates {
  const { bands } = layout;
  const { places, keys } = bandKeys(signatures, layout);
  const found: number[] = [];
  let complete = true;
  const buckets = new Int32Array(2 ** Math.ceil(Math.log2(2 * places.length + 1)));
  const next = new Int32Array(places.length);
  for (let band = 0; band < bands; band++) {
    buckets.fill(-1);
    for (let i = 0; i < places.length; i++) {
      const bucket = findBucket(buckets, keys, bands, band, keys[bands * i + band] as number);
      let members = 0;
      let last = -1;
      for (let j = buckets[bucket] as number; j >= 0; j = next[j] as number) {
        if (!sharesEarlierBand(keys, bands * i, bands * j, band)) {
          found.push(pairKey(places[i] as number, places[j] as number));
        }
        members++;
        last = j;
      }
      next[i] = -1;
      if (members === 0) buckets[bucket] = i;
      else if (members < MOST_PARTNERS) next[last] = i;
      else complete = false;
    }
  }
  return { pairs: pairsOf(found), complete };
}

/** The slot of the bucket whose members have this key, or the empty slot where it begins (open addressing). */
function findBucket(buckets: Int32Array, keys: Uint32Array, bands: number, band: number, key: number): number {
  const mask = buckets.length - 1;
  let slot = key & mask;
  for (let head = buckets[slot] as number; head >= 0; head = buckets[slot] as number) {
    if (keys[bands * head + band] === key) break;
    slot = (slot + 1) & mask;
  }
  return slot;
}

/** Then that band listed the pair. */
function sharesEarlierBand(keys: Uint32Array, a: number, b: number, band: number): boolean {
  for (let earlier = 0; earlier < band; earlier++) if (keys[a + earlier] === keys[b + earlier]) return true;
  return false;
}
