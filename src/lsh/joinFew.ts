import { overlap } from '../fingerprint/jaccard.ts';
import { pairKey } from './pairs.ts';

/** Bits of the filter: of 10 articles of 500 shingles it passes over 99.5 % of what is not theirs. */
const FILTER_BITS = 2 ** 20;

/** What makes a pair: a least Jaccard similarity, a least containment of the smaller set; null where it is not sought. */
export interface CopyBounds {
  readonly jaccard: number | null;
  readonly containment: number | null;
}

/**
 * All pairs in which one of a few sets takes part, that share a member and reach one of the bounds: one walk over all
 * sets, in which a filter passes over the members that none of the few has. For some tens of sets among many;
 * `jaccardJoin` and `containmentJoin` find the same for all.
 *
 * @param few indexes of the sets that are new
 */
export function joinFew(sets: readonly Float64Array[], few: readonly number[], bounds: CopyBounds): number[] {
  const filter = new Uint32Array(FILTER_BITS / 32);
  const holders = new Map<number, number[]>();
  for (const one of few) {
    for (const member of sets[one] as Float64Array) {
      const bit = member & (FILTER_BITS - 1);
      filter[bit >>> 5] = (filter[bit >>> 5] as number) | (1 << (bit & 31));
      const known = holders.get(member);
      if (known) known.push(one);
      else holders.set(member, [one]);
    }
  }
  const keys: number[] = [];
  sets.forEach((set, other) => {
    const met = new Set<number>();
    for (let i = 0; i < set.length; i++) {
      const bit = (set[i] as number) & (FILTER_BITS - 1);
      if (((filter[bit >>> 5] as number) & (1 << (bit & 31))) === 0) continue;
      for (const one of holders.get(set[i] as number) ?? []) if (one !== other) met.add(one);
    }
    for (const one of met) if (isPair(sets[one] as Float64Array, set, bounds)) keys.push(pairKey(one, other));
  });
  return keys;
}

function isPair(x: Float64Array, y: Float64Array, { jaccard, containment }: CopyBounds): boolean {
  const common = overlap(x, y);
  if (jaccard !== null && common / (x.length + y.length - common) >= jaccard) return true;
  return containment !== null && common / Math.min(x.length, y.length) >= containment;
}
