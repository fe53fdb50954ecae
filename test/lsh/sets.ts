import { mix, shingleSet } from '../../src/fingerprint/shingles.ts';

/** The set of hashes of these numbers: evenly spread below 2^53, as shingles are. */
export function hashedSet(numbers: Iterable<number>): Float64Array {
  return shingleSet(Float64Array.from(numbers, (n) => (mix(n + 1) >>> 11) * 2 ** 32 + (mix(~n) >>> 0)));
}

/** Two sets of `size` with exactly `shared` members in common, unlike those of any other trial. */
export function setsSharing(size: number, shared: number, trial: number): [Float64Array, Float64Array] {
  const member = (i: number) => trial * 4 * size + i;
  return [
    hashedSet(Array.from({ length: size }, (_, i) => member(i))),
    hashedSet(Array.from({ length: size }, (_, i) => member(i < shared ? i : i + size))),
  ];
}

/** The largest first, as the joins ask for. */
export function largestFirst(sets: readonly Float64Array[]): Float64Array[] {
  return [...sets].sort((a, b) => b.length - a.length);
}

/** All pairs that pass the test, found by looking at every pair. */
export function bruteForce(count: number, holds: (a: number, b: number) => boolean): { a: number; b: number }[] {
  const pairs: { a: number; b: number }[] = [];
  for (let a = 0; a < count; a++) {
    for (let b = a + 1; b < count; b++) if (holds(a, b)) pairs.push({ a, b });
  }
  return pairs;
}
