/**
 * `words` in AssemblyScript: the same scan as its twin in `wordsPlain.ts`, over UTF-16 code units in memory. What needs
 * strings (words whose folding takes the whole word) is left to the caller: their indexes are in COMPLEX.
 */
import { classifyAscii, FNV_BASIS, FNV_PRIME, hashLetters, lettersOnly } from './letters.as';
import { add, clear, ELIDED, FOLDS, KINDS, TEXT, wordCount } from './wordTable.as';

/** Fills the entries of KINDS and FOLDS for the 256 code units around this one. */
@external("kernel", "fillPage")
declare function fillPage(unit: i32): void;
@external("kernel", "classify")
declare function classify(codePoint: i32): i32;

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

// As in wordsPlain.ts.
const MAX_WORD: i32 = 128;
const UNSPACED_WORD: i32 = 3;
const LONGEST_ELIDED: i32 = 7;

/**
 * Finds the words of the first `length` units of TEXT.
 *
 * @param elided how many hashes ELIDED holds
 * @returns their number
 */
export function words(length: i32, elided: i32): i32 {
  clear();
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
  return wordCount();
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
