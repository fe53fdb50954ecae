import { reusedRoom } from '../room.ts';

/** With more values in one bucket they are no hashes, or one phrase is repeated over and over: insertion would be slow. */
const FULL_BUCKET = 32;

const roomForEnds = reusedRoom();
const roomForSorted = reusedRoom();

/**
 * The distinct values of 32-bit hashes, ascending. Hashes are evenly spread, so that the leading bits of each tell its
 * place but for a few neighbours: some two values a bucket, then insertion among neighbours. Linear; the built-in sort
 * takes over where values crowd.
 */
export function distinctHashes(hashes: Uint32Array): Uint32Array {
  const { length } = hashes;
  // A shift by 32 would be none.
  const shift = Math.min(31, Math.clz32(length) + 1);
  const buckets = 2 ** (32 - shift);
  const sorted = roomForSorted(length);
  const ends = roomForEnds(buckets).fill(0, 0, buckets);
  for (let i = 0; i < length; i++) {
    const bucket = (hashes[i] as number) >>> shift;
    const filled = (ends[bucket] as number) + 1;
    if (filled > FULL_BUCKET) return distinct(hashes.slice().sort());
    ends[bucket] = filled;
  }
  let end = 0;
  for (let bucket = 0; bucket < buckets; bucket++) {
    end += ends[bucket] as number;
    ends[bucket] = end;
  }
  for (let i = length - 1; i >= 0; i--) {
    const hash = hashes[i] as number;
    const place = (ends[hash >>> shift] as number) - 1;
    ends[hash >>> shift] = place;
    sorted[place] = hash;
  }
  return distinct(inserted(sorted, length));
}

/** Sorts the first values by insertion. */
function inserted(values: Uint32Array, length: number): Uint32Array {
  for (let i = 1; i < length; i++) {
    const value = values[i] as number;
    let place = i;
    while (place > 0 && (values[place - 1] as number) > value) {
      values[place] = values[place - 1] as number;
      place--;
    }
    values[place] = value;
  }
  return values.subarray(0, length);
}

/** Values that ascend, each once, in an array of their own. */
function distinct(ascending: Uint32Array): Uint32Array {
  let size = 0;
  for (let i = 0; i < ascending.length; i++) {
    const value = ascending[i] as number;
    if (size === 0 || ascending[size - 1] !== value) ascending[size++] = value;
  }
  return ascending.slice(0, size);
}
