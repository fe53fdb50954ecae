/** More than any number of places. */
const PLACES = 2 ** 26;

/** Places in the order of their sizes, the largest first; equal ones in their own order. */
export function largestFirst(sizes: Uint32Array): Uint32Array {
  const most = sizes.reduce((size, other) => Math.max(size, other), 0);
  // Numbers sort much faster than by a function that compares.
  const keys = Float64Array.from(sizes, (size, place) => (most - size) * PLACES + place).sort();
  return Uint32Array.from(keys, (key) => key % PLACES);
}
