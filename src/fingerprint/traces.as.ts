/**
 * The traces of an article in AssemblyScript: the same shingles, set, anchors and signature as those of `tracesPlain.ts`,
 * from the hashes of its words. Shingles are 64-bit integers here, of which 53 bits are used.
 */

/** Words that one call takes. */
export const LIMIT: i32 = 32768;

/** The largest signature. */
const MOST_PLACES: i32 = 1024;

/** Vectors read and write up to this many bytes beyond the end. */
const SLACK: i32 = 64;

// Where things are in memory, in bytes.
export const WORDS: i32 = 1024;
const SEQUENCE: i32 = WORDS + 4 * LIMIT + SLACK;
/** Shingles as 53-bit integers in doubles, ascending, each once. */
export const SET: i32 = SEQUENCE + 8 * LIMIT + SLACK;
export const ANCHORS: i32 = SET + 8 * LIMIT + SLACK;
export const SIGNATURE: i32 = ANCHORS + 8 * LIMIT + SLACK;
const FILLED_IN: i32 = SIGNATURE + 4 * MOST_PLACES + SLACK;
const HASHED: i32 = FILLED_IN + 2 * MOST_PLACES + SLACK;
const BUCKETS: i32 = HASHED + 4 * LIMIT + SLACK;
const CHOSEN: i32 = BUCKETS + 4 * LIMIT + SLACK;

// As in shingles.ts, sortHashes.ts, winnow.ts and minhash.ts.
const SHINGLE_WORDS: i32 = 5;
const HIGH_BITS: i32 = 21;
const FULL_BUCKET: i32 = 32;
const WINDOW: i32 = 26;
const UNFILLED: i32 = 0xffff;

let set: i32 = 0;
let anchors: i32 = 0;

export function setSize(): i32 {
  return set;
}
export function anchorCount(): i32 {
  return anchors;
}

/**
 * Traces the first `count` of WORDS, with a signature of `places`.
 *
 * @returns 1, or 0 if the shingles are not evenly spread (a text of one phrase, over and over): the twin sorts these
 */
export function traces(count: i32, places: i32): i32 {
  const shingles = shingle(count);
  const chosen = winnow(shingles);
  set = distinct(SEQUENCE, shingles, SET);
  anchors = distinct(CHOSEN, chosen, ANCHORS);
  if (set < 0 || anchors < 0) return 0;
  minhash(places);
  toDoubles(SET, set);
  toDoubles(ANCHORS, anchors);
  return 1;
}

/** Four shingles at a time. */
function shingle(count: i32): i32 {
  const words = min(SHINGLE_WORDS, count);
  const shingles = words == 0 ? 0 : count - words + 1;
  for (let start = 0; start < shingles; start += 4) {
    let low = i32x4.splat(0x243f6a88 ^ words);
    let high = i32x4.splat(0x85a308d3 ^ words);
    for (let i = start; i < start + words; i++) {
      const word = v128.load((<usize>i) << 2, WORDS);
      low = i32x4.mul(v128.xor(low, word), i32x4.splat(0x9e3779b1));
      low = v128.xor(low, i32x4.shr_u(low, 15));
      high = i32x4.mul(v128.xor(high, word), i32x4.splat(0x13198a2f));
      high = v128.xor(high, i32x4.shr_u(high, 13));
    }
    low = mix4(low);
    high = i32x4.shr_u(mix4(high), 32 - HIGH_BITS);
    const at = (<usize>start) << 3;
    v128.store(at, v128.shuffle<i32>(low, high, 0, 4, 1, 5), SEQUENCE);
    v128.store(at, v128.shuffle<i32>(low, high, 2, 6, 3, 7), SEQUENCE + 16);
  }
  return shingles;
}

@inline
function mix4(hash: v128): v128 {
  let h = v128.xor(hash, i32x4.shr_u(hash, 16));
  h = i32x4.mul(h, i32x4.splat(0x85ebca6b));
  h = v128.xor(h, i32x4.shr_u(h, 13));
  h = i32x4.mul(h, i32x4.splat(0xc2b2ae35));
  return v128.xor(h, i32x4.shr_u(h, 16));
}

function winnow(shingles: i32): i32 {
  let chosen: i32 = 0;
  let smallest: i32 = -1;
  let least: u64 = 0;
  for (let last = WINDOW - 1; last < shingles; last++) {
    const first = last - WINDOW + 1;
    const shingle = shingleAt(last);
    if (smallest < first) {
      smallest = rightmostMinimum(first, last);
      least = shingleAt(smallest);
    } else if (shingle <= least) {
      smallest = last;
      least = shingle;
    } else continue;
    store<u64>((<usize>chosen) << 3, least, CHOSEN);
    chosen++;
  }
  return chosen;
}

@inline
function rightmostMinimum(first: i32, last: i32): i32 {
  let smallest = first;
  let least = shingleAt(first);
  for (let i = first + 1; i <= last; i++) {
    const shingle = shingleAt(i);
    smallest = select(i, smallest, shingle <= least);
    least = min(least, shingle);
  }
  return smallest;
}

@inline
function shingleAt(index: i32): u64 {
  return load<u64>((<usize>index) << 3, SEQUENCE);
}

/** Sorts values into `to` and drops repeated ones; returns how many are left, -1 if they crowd. As `sortHashes`. */
function distinct(from: i32, count: i32, to: i32): i32 {
  memory.fill(BUCKETS, 0, (<usize>count + 1) << 2);
  for (let i = 0; i < count; i++) {
    const bucket = BUCKETS + (bucketOf(load<u64>(from + (i << 3)), count) << 2);
    const filled = load<i32>(bucket) + 1;
    if (filled > FULL_BUCKET) return -1;
    store<i32>(bucket, filled);
  }
  let end: i32 = 0;
  for (let i = 0; i <= count; i++) {
    const bucket = BUCKETS + (i << 2);
    end += load<i32>(bucket);
    store<i32>(bucket, end);
  }
  for (let i = 0; i < count; i++) {
    const value = load<u64>(from + (i << 3));
    const bucket = BUCKETS + (bucketOf(value, count) << 2);
    const place = load<i32>(bucket) - 1;
    store<i32>(bucket, place);
    store<u64>(to + (place << 3), value);
  }
  let size: i32 = 0;
  for (let i = 0; i < count; i++) {
    // Down to its place among those before it; what is repeated stands there already.
    const value = load<u64>(to + (i << 3));
    let place = size;
    while (place > 0 && load<u64>(to + (place << 3) - 8) > value) place--;
    if (place > 0 && load<u64>(to + (place << 3) - 8) == value) continue;
    for (let j = size; j > place; j--) store<u64>(to + (j << 3), load<u64>(to + (j << 3) - 8));
    store<u64>(to + (place << 3), value);
    size++;
  }
  return size;
}

/** The top 32 of 53 bits, as a share of all, tell the place. */
@inline
function bucketOf(value: u64, count: i32): i32 {
  return <i32>(((value >> 21) * <u64>count) >> 32);
}

function minhash(places: i32): void {
  if (set == 0) return;
  let empty = firstRound(places);
  for (let round = 1; empty > 0; round++) {
    hashSet(mix((round + 1) * 0x9e3779b9));
    const bin = round - places;
    for (let i = 0; i < set; i++) {
      const hash = load<u32>((<usize>i) << 2, HASHED);
      const place: i32 = round < places ? placeOf(hash, places) : bin;
      const filled: i32 = load<u16>((<usize>place) << 1, FILLED_IN);
      if (filled == UNFILLED) empty--;
      else if (filled < round || load<u32>((<usize>place) << 2, SIGNATURE) <= hash) continue;
      store<u16>((<usize>place) << 1, round, FILLED_IN);
      store<u32>((<usize>place) << 2, hash, SIGNATURE);
    }
  }
}

/**
 * The first round, in which whether a hash is the smallest of its place so far can't be foretold: no branch hangs on it.
 *
 * @returns how many places are empty after it
 */
function firstRound(places: i32): i32 {
  hashSet(mix(0x9e3779b9));
  for (let i = 0; i < places; i++) {
    store<u16>((<usize>i) << 1, UNFILLED, FILLED_IN);
    store<u32>((<usize>i) << 2, <u32>-1, SIGNATURE);
  }
  for (let i = 0; i < set; i++) {
    const hash = load<u32>((<usize>i) << 2, HASHED);
    const place = placeOf(hash, places);
    const smallest = load<u32>((<usize>place) << 2, SIGNATURE);
    store<u32>((<usize>place) << 2, select<u32>(hash, smallest, hash < smallest), SIGNATURE);
    store<u16>((<usize>place) << 1, 0, FILLED_IN);
  }
  let empty: i32 = 0;
  for (let i = 0; i < places; i++) empty += i32(load<u16>((<usize>i) << 1, FILLED_IN) == UNFILLED);
  return empty;
}

@inline
function placeOf(hash: u32, places: i32): i32 {
  return ((<i32>hash & 0xffff) * places) >>> 16;
}

/** One round's hashes of the set's members, by their low 32 bits. */
@inline
function hashSet(seed: i32): void {
  for (let i = 0; i < set; i += 4) {
    const at = (<usize>i) << 3;
    const members = v128.shuffle<i32>(v128.load(at, SET), v128.load(at, SET + 16), 0, 2, 4, 6);
    v128.store((<usize>i) << 2, mix4(v128.xor(members, i32x4.splat(seed))), HASHED);
  }
}

@inline
function mix(hash: i32): i32 {
  let h: i32 = hash ^ (hash >>> 16);
  h *= 0x85ebca6b;
  h ^= h >>> 13;
  h *= 0xc2b2ae35;
  return h ^ (h >>> 16);
}

function toDoubles(at: i32, count: i32): void {
  for (let i = 0; i < count; i++) store<f64>(at + (i << 3), <f64>load<u64>(at + (i << 3)));
}
