/** Words of a few ASCII letters, in AssemblyScript: sixteen units at a time are looked at, and four words at a time hashed. */
import {
  addLetters,
  FACTORS,
  HASHES,
  INVERSES,
  LETTER_BITS,
  LETTERS,
  OTHER_BITS,
  TEXT,
  wordCount,
} from './wordTable.as';

// As in normalizeWord.ts.
export const FNV_BASIS: i32 = 0x811c9dc5;
export const FNV_PRIME: i32 = 0x01000193;
/** Times the prime it is 1, in 32 bits. */
const FNV_INVERSE: i32 = 0x359c449b;
/** A word of fewer letters is hashed together with others. */
const MOST_LETTERS: i32 = 16;

/** Sixteen units as bytes, those beyond 255 as that. */
@inline
function bytesAt(index: i32): v128 {
  const at = (<usize>index) << 1;
  const most = i16x8.splat(0xff);
  return i8x16.narrow_i16x8_u(i16x8.min_u(v128.load(at, TEXT), most), i16x8.min_u(v128.load(at, TEXT + 16), most));
}

/** All at once, for where a word begins hangs on where the one before it ends: that should be short work. */
export function classifyAscii(length: i32): void {
  store<v128>((<usize>length) << 1, i32x4.splat(0), TEXT);
  store<v128>((<usize>length) << 1, i32x4.splat(0), TEXT + 16);
  for (let letters = MOST_LETTERS, inverse: i32 = 1; letters >= 0; letters--, inverse *= FNV_INVERSE) {
    store<i32>((<usize>letters) << 2, inverse, INVERSES);
  }
  for (let i = 0; i <= length; i += 16) {
    const units = bytesAt(i);
    const lower = v128.or(units, i8x16.splat(0x20));
    const letters = i8x16.lt_u(i8x16.sub(lower, i8x16.splat(0x61)), i8x16.splat(26));
    const digits = i8x16.lt_u(i8x16.sub(units, i8x16.splat(0x30)), i8x16.splat(10));
    const apostrophes = v128.or(i8x16.eq(units, i8x16.splat(0x27)), i8x16.eq(units, i8x16.splat(0x60)));
    const others = v128.or(v128.or(i8x16.lt_s(units, i8x16.splat(0)), digits), apostrophes);
    store<u16>(i >> 3, i8x16.bitmask(letters), LETTER_BITS);
    store<u16>(i >> 3, i8x16.bitmask(others), OTHER_BITS);
  }
}

/**
 * Finds words of up to 15 ASCII letters with nothing but signs between them, as most are.
 *
 * @returns where something else begins: a longer word, or one with a digit, an apostrophe, or a letter beyond ASCII
 */
export function lettersOnly(from: i32, length: i32): i32 {
  const places = i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  let i = from;
  while (i < length) {
    const letters = bitsAt(i, LETTER_BITS);
    const others = bitsAt(i, OTHER_BITS);
    const size = ctz(~letters);
    if (size == 0) {
      if ((others & 1) != 0) return i;
    } else {
      if (size >= MOST_LETTERS || ((others >> size) & 1) != 0) return i;
      const lower = v128.or(bytesAt(i), i8x16.splat(0x20));
      const own = v128.and(lower, i8x16.lt_u(places, i8x16.splat(<i8>size)));
      addLetters(own, load<i32>((<usize>size) << 2, INVERSES), i, i + size);
    }
    i += size + ctz(((letters | others) >> size) | (0x1000000 >> size));
  }
  return i;
}

/** The bits of at least 24 units from this one on. */
@inline
function bitsAt(index: i32, table: i32): i32 {
  return load<u32>(table + (index >> 3)) >>> (index & 7);
}

/**
 * Hashes the words of a few letters, four at a time: each as if it had sixteen, those after its own being 0, which only
 * multiplies the hash by the prime once more; this is undone.
 */
export function hashLetters(): void {
  const count = wordCount();
  for (let i = 0; i < count; i += 4) {
    const factors = v128.load((<usize>i) << 2, FACTORS);
    const at = (<usize>i) << 4;
    const a = v128.load(at, LETTERS);
    const b = v128.load(at, LETTERS + 16);
    const c = v128.load(at, LETTERS + 32);
    const d = v128.load(at, LETTERS + 48);
    const ab = v128.shuffle<i32>(a, b, 0, 4, 1, 5);
    const cd = v128.shuffle<i32>(c, d, 0, 4, 1, 5);
    const laterAb = v128.shuffle<i32>(a, b, 2, 6, 3, 7);
    const laterCd = v128.shuffle<i32>(c, d, 2, 6, 3, 7);
    let states = fourLetters(i32x4.splat(FNV_BASIS), v128.shuffle<i64>(ab, cd, 0, 2));
    states = fourLetters(states, v128.shuffle<i64>(ab, cd, 1, 3));
    states = fourLetters(states, v128.shuffle<i64>(laterAb, laterCd, 0, 2));
    states = fourLetters(states, v128.shuffle<i64>(laterAb, laterCd, 1, 3));
    const hashes = finishHashes(i32x4.mul(states, factors));
    const known = v128.load((<usize>i) << 2, HASHES);
    v128.store((<usize>i) << 2, v128.bitselect(known, hashes, i32x4.eq(factors, i32x4.splat(0))), HASHES);
  }
}

@inline
function fourLetters(hashes: v128, letters: v128): v128 {
  const byte = i32x4.splat(0xff);
  const prime = i32x4.splat(FNV_PRIME);
  let state = i32x4.mul(v128.xor(hashes, v128.and(letters, byte)), prime);
  state = i32x4.mul(v128.xor(state, v128.and(i32x4.shr_u(letters, 8), byte)), prime);
  state = i32x4.mul(v128.xor(state, v128.and(i32x4.shr_u(letters, 16), byte)), prime);
  return i32x4.mul(v128.xor(state, i32x4.shr_u(letters, 24)), prime);
}

@inline
function finishHashes(states: v128): v128 {
  let h = v128.xor(states, i32x4.shr_u(states, 16));
  h = i32x4.mul(h, i32x4.splat(0x85ebca6b));
  h = v128.xor(h, i32x4.shr_u(h, 13));
  h = i32x4.mul(h, i32x4.splat(0xc2b2ae35));
  return v128.xor(h, i32x4.shr_u(h, 16));
}
