/** Where the words of an article are written to, in AssemblyScript. */

/** Code units that one call takes. */
export const LIMIT: i32 = 65536;

/** Vectors read and write up to so many units beyond the end. */
export const SLACK: i32 = 16;

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
export const LETTERS: i32 = COMPLEX + 4 * LIMIT;
export const FACTORS: i32 = LETTERS + 16 * (LIMIT + SLACK);
/** The inverse of the prime to the power of 16, 15, ... 0. */
export const INVERSES: i32 = FACTORS + 4 * (LIMIT + SLACK);
/** A bit for each unit: whether it is an ASCII letter, and whether it takes more than this to tell a word. */
export const LETTER_BITS: i32 = INVERSES + 128;
export const OTHER_BITS: i32 = LETTER_BITS + LIMIT / 8 + SLACK;
export const WORDS_END: i32 = OTHER_BITS + LIMIT / 8 + SLACK;

let count: i32 = 0;
let complexCount: i32 = 0;

/** How many words were found. */
@inline
export function wordCount(): i32 {
  return count;
}

/** How many of the words found last are complex. */
export function complexWords(): i32 {
  return complexCount;
}

/** Forgets all words. */
export function clear(): void {
  count = 0;
  complexCount = 0;
}

/** Writes down a word; a complex one is hashed by the caller. */
@inline
export function add(hash: i32, start: i32, end: i32, complex: bool): void {
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

/** Writes down a word of a few letters, which `hashLetters` hashes: sixteen bytes of LETTERS, and what undoes the zeros. */
@inline
export function addLetters(letters: v128, factor: i32, start: i32, end: i32): void {
  const word = (<usize>count) << 2;
  v128.store(word << 2, letters, LETTERS);
  store<i32>(word, factor, FACTORS);
  store<i32>(word, start, STARTS);
  store<i32>(word, end, ENDS);
  count++;
}
