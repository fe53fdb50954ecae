/**
 * `words` in AssemblyScript: the same scan as its twin in `wordsPlain.ts`, over UTF-16 code units in memory. What needs
 * strings (words whose folding takes the whole word) is left to the caller: their indexes are in COMPLEX.
 */

/** Fills the entries of KINDS and FOLDS for the 256 code units around this one. */
@external("kernel", "fillPage")
declare function fillPage(unit: i32): void;
@external("kernel", "classify")
declare function classify(codePoint: i32): i32;

/** Code units that one call takes. */
export const LIMIT: i32 = 65536;

/** Vectors read and write up to so many units beyond the end. */
const SLACK: i32 = 16;

// Where things are in memory, in bytes.
export const KINDS: i32 = 1024;
export const FOLDS: i32 = KINDS + 65536;
export const ELIDED: i32 = FOLDS + 2 * 65536;
export const TEXT: i32 = ELIDED + 1024;
export const HASHES: i32 = TEXT + 2 * (LIMIT + SLACK);
export const STARTS: i32 = HASHES + 4 * LIMIT;
export const ENDS: i32 = STARTS + 4 * LIMIT;
export const COMPLEX: i32 = ENDS + 4 * LIMIT;
// Of each word that is hashed at the end its letters, and by what their hash is multiplied; of the others 0.
const LETTERS: i32 = COMPLEX + 4 * LIMIT;
const FACTORS: i32 = LETTERS + 16 * (LIMIT + SLACK);
/** The inverse of the prime to the power of 16, 15, ... 0. */
const INVERSES: i32 = FACTORS + 4 * (LIMIT + SLACK);
/** A bit for each unit: whether it is an ASCII letter, and whether it takes more than this to tell a word. */
const LETTER_BITS: i32 = INVERSES + 128;
const OTHER_BITS: i32 = LETTER_BITS + LIMIT / 8 + SLACK;
export const WORDS_END: i32 = OTHER_BITS + LIMIT / 8 + SLACK;

/** A kind that no character has: its page is not filled yet. */
export const UNKNOWN: i32 = 255;

// As in characters.ts.
const SEPARATOR: i32 = 0;
const LETTER: i32 = 1;
const IN_COMPLEX: i32 = 2;
const IDEOGRAPH: i32 = 3;
const UNSPACED: i32 = 4;
const APOSTROPHE: i32 = 5;
const IGNORABLE: i32 = 6;

// As in wordsPlain.ts and normalizeWord.ts.
const MAX_WORD: i32 = 128;
const UNSPACED_WORD: i32 = 3;
const LONGEST_ELIDED: i32 = 7;
const FNV_BASIS: i32 = 0x811c9dc5;
const FNV_PRIME: i32 = 0x01000193;
/** Times the prime it is 1, in 32 bits. */
const FNV_INVERSE: i32 = 0x359c449b;
/** A word of fewer letters is hashed together with others. */
const MOST_LETTERS: i32 = 16;

let count: i32 = 0;
let complexCount: i32 = 0;

/** How many of the words found last are complex. */
export function complexWords(): i32 {
  return complexCount;
}

/**
 * Finds the words of the first `length` units of TEXT.
 *
 * @param elided how many hashes ELIDED holds
 * @returns their number
 */
export function words(length: i32, elided: i32): i32 {
  count = 0;
  complexCount = 0;
  store<v128>((<usize>length) << 1, i32x4.splat(0), TEXT);
  store<v128>((<usize>length) << 1, i32x4.splat(0), TEXT + 16);
  for (let letters = MOST_LETTERS, inverse: i32 = 1; letters >= 0; letters--, inverse *= FNV_INVERSE) {
    store<i32>((<usize>letters) << 2, inverse, INVERSES);
  }
  classifyAscii(length);
  let i: i32 = 0;
  while (i < length) {
    i = lettersOnly(i, length);
    if (i >= length) break;
    const start = i;
    let unit = unitAt(i);
    let kind = kindOf(unit);
    if (kind == SEPARATOR && isHighSurrogate(unit)) kind = classify(codePointAt(i, length));
    if (kind == SEPARATOR || kind == APOSTROPHE || kind == IGNORABLE) {
      i++;
      continue;
    }
    if (kind == IDEOGRAPH) {
      i += isHighSurrogate(unit) ? 2 : 1;
      const folded = i - start == 1 ? foldOf(unit) : 0;
      add(finishHash((FNV_BASIS ^ folded) * FNV_PRIME), start, i, folded == 0);
      continue;
    }
    if (kind == UNSPACED) {
      while (i < length && kindOf(unitAt(i)) == UNSPACED) i++;
      const last = max(start, i - UNSPACED_WORD);
      for (let at = start; at <= last; at++) add(0, at, min(i, at + UNSPACED_WORD), true);
      continue;
    }

    let state: i32 = FNV_BASIS;
    let complex = false;
    let number = true;
    let end = start;
    const limit = min(length, start + MAX_WORD);
    while (i < limit) {
      unit = unitAt(i);
      kind = kindOf(unit);
      if (kind == LETTER) {
        // Most of all units are these: nothing else is looked at until one is not.
        let allDigits = number;
        do {
          const folded = foldOf(unit);
          state = (state ^ folded) * FNV_PRIME;
          allDigits = allDigits & isDigit(folded);
          if (++i == limit) break;
          unit = unitAt(i);
          kind = kindOf(unit);
        } while (kind == LETTER);
        number = allDigits;
        end = i;
      } else if (kind == IN_COMPLEX) {
        complex = true;
        number = false;
        end = ++i;
      } else if (kind == IGNORABLE || kind == APOSTROPHE) {
        if (kind == APOSTROPHE && i - start <= LONGEST_ELIDED && isElided(finishHash(state), elided)) break;
        complex = complex || number;
        i++;
      } else if (
        kind == SEPARATOR &&
        number &&
        (unit == 0x2c || unit == 0x2e) &&
        digitAt(i - 1, length) &&
        digitAt(i + 1, length)
      ) {
        if (!isThousandsComma(i, length)) state = (state ^ unit) * FNV_PRIME;
        i++;
      } else if (isHighSurrogate(unit) && classify(codePointAt(i, length)) == IN_COMPLEX) {
        complex = true;
        number = false;
        i += 2;
        end = i;
      } else break;
    }
    complex = complex || (i >= limit && limit < length);
    add(finishHash(state), start, end, complex);
  }
  hashLetters();
  return count;
}

/** Sixteen units as bytes, those beyond 255 as that. */
@inline
function bytesAt(index: i32): v128 {
  const at = (<usize>index) << 1;
  const most = i16x8.splat(0xff);
  return i8x16.narrow_i16x8_u(i16x8.min_u(v128.load(at, TEXT), most), i16x8.min_u(v128.load(at, TEXT + 16), most));
}

/** All at once, for where a word begins hangs on where the one before it ends: that should be short work. */
function classifyAscii(length: i32): void {
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
function lettersOnly(from: i32, length: i32): i32 {
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
      const word = (<usize>count) << 2;
      const lower = v128.or(bytesAt(i), i8x16.splat(0x20));
      v128.store(word << 2, v128.and(lower, i8x16.lt_u(places, i8x16.splat(<i8>size))), LETTERS);
      store<i32>(word, load<i32>((<usize>size) << 2, INVERSES), FACTORS);
      store<i32>(word, i, STARTS);
      store<i32>(word, i + size, ENDS);
      count++;
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
function hashLetters(): void {
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
function add(hash: i32, start: i32, end: i32, complex: bool): void {
  const at = (<usize>count) << 2;
  store<i32>(at, 0, FACTORS);
  store<i32>(at, hash, HASHES);
  store<i32>(at, start, STARTS);
  store<i32>(at, end, ENDS);
  if (complex) {
    store<i32>((<usize>complexCount) << 2, count, COMPLEX);
    complexCount++;
  }
  count++;
}

@inline
function unitAt(index: i32): i32 {
  return load<u16>((<usize>index) << 1, TEXT);
}

@inline
function kindOf(unit: i32): i32 {
  let kind: i32 = load<u8>(<usize>unit, KINDS);
  if (kind == UNKNOWN) kind = filled(unit);
  return kind;
}

function filled(unit: i32): i32 {
  fillPage(unit);
  return load<u8>(<usize>unit, KINDS);
}

@inline
function foldOf(unit: i32): i32 {
  return load<u16>((<usize>unit) << 1, FOLDS);
}

function codePointAt(index: i32, length: i32): i32 {
  const high = unitAt(index);
  if (index + 1 >= length) return high;
  const low = unitAt(index + 1);
  return low >= 0xdc00 && low <= 0xdfff ? ((high - 0xd800) << 10) + (low - 0xdc00) + 0x10000 : high;
}

@inline
function isHighSurrogate(unit: i32): bool {
  return unit >= 0xd800 && unit <= 0xdbff;
}

@inline
function isDigit(unit: i32): bool {
  return unit >= 0x30 && unit <= 0x39;
}

function digitAt(index: i32, length: i32): bool {
  if (index >= length) return false;
  const unit = unitAt(index);
  kindOf(unit);
  return isDigit(foldOf(unit));
}

function isThousandsComma(index: i32, length: i32): bool {
  if (unitAt(index) != 0x2c) return false;
  return digitAt(index + 2, length) && digitAt(index + 3, length) && !digitAt(index + 4, length);
}

function isElided(hash: i32, elided: i32): bool {
  for (let i = 0; i < elided; i++) if (load<i32>((<usize>i) << 2, ELIDED) == hash) return true;
  return false;
}

@inline
function finishHash(state: i32): i32 {
  let h: i32 = state ^ (state >>> 16);
  h *= 0x85ebca6b;
  h ^= h >>> 13;
  h *= 0xc2b2ae35;
  return h ^ (h >>> 16);
}

@inline
function finishHashes(states: v128): v128 {
  let h = v128.xor(states, i32x4.shr_u(states, 16));
  h = i32x4.mul(h, i32x4.splat(0x85ebca6b));
  h = v128.xor(h, i32x4.shr_u(h, 13));
  h = i32x4.mul(h, i32x4.splat(0xc2b2ae35));
  return v128.xor(h, i32x4.shr_u(h, 16));
}
