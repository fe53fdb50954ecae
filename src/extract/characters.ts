/**
 * What each UTF-16 code unit is to a word, and what it is folded to: two tables, so that scanning an article costs two
 * look-ups a unit whatever its script. A page of 256 units is filled when a text first needs it.
 */

/** Ends a word. */
export const SEPARATOR = 0;
/** Part of a word, and folded by `foldOf` alone. */
export const LETTER = 1;
/** Part of a word whose folding needs the whole word: combining marks, ligatures, ß, conjoining jamo, surrogates. */
export const COMPLEX = 2;
/** A word of its own: Han, Hiragana, Katakana. */
export const IDEOGRAPH = 3;
/**
 * Thai, Lao, Khmer, Myanmar: written without spaces, so that words overlap, three code units each. Only characters of
 * one unit: the few Myanmar digits beyond (Pao and Eastern Pwo Karen) are set in runs of their own, as COMPLEX.
 */
export const UNSPACED = 4;
/** Dropped inside a word: don't, don’t and dont are one. */
export const APOSTROPHE = 5;
/** Not there at all: soft hyphen, zero-width space, direction marks. */
export const IGNORABLE = 6;

const IS_WORD = /^[\p{L}\p{M}\p{N}]$/u;
const IS_MARK = /^\p{M}$/u;
const IS_IDEOGRAPH = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]$/u;
const IS_UNSPACED = /^[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]$/u;
const IS_APOSTROPHE = /^['’‘‛ʼ＇`´׳״]$/u;
const IS_IGNORABLE = /^[\p{Cf}\p{Variation_Selector}]$/u;

/** APOSTROPHE and IGNORABLE characters. */
export const DROPPED: RegExp = /['’‘‛ʼ＇`´׳״\p{Cf}\p{Variation_Selector}]/gu;

const kinds = new Uint8Array(0x10000);
const folds = new Uint16Array(0x10000);
const filled = new Uint8Array(0x100);

/** The table of kinds; read an entry only after `fillPage` has been called for its unit. */
export const kindOf: Uint8Array = kinds;
/** What each LETTER and IDEOGRAPH becomes after NFKC and case folding, 0 if more than one unit; read after `fillPage`. */
export const foldOf: Uint16Array = folds;

/** NFKC, lower case, ß as ss, one form of sigma. The one definition of case folding. */
export function foldCase(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/ß/g, 'ss').replace(/ς/g, 'σ').normalize('NFKC');
}

/** Makes the tables' entries for the 256 code units around `unit` valid. */
export function fillPage(unit: number): void {
  const page = unit >> 8;
  if (filled[page] === 1) return;
  filled[page] = 1;
  for (let c = page << 8; c < (page + 1) << 8; c++) {
    const kind = classify(c);
    kinds[c] = kind;
    if (kind !== LETTER && kind !== IDEOGRAPH) continue;
    const folded = foldCase(String.fromCharCode(c));
    folds[c] = folded.length === 1 ? folded.charCodeAt(0) : 0;
  }
}

/** What a code point (a lone surrogate is a separator) is to a word. */
export function classify(codePoint: number): number {
  if (codePoint >= 0xd800 && codePoint <= 0xdfff) return SEPARATOR;
  const character = String.fromCodePoint(codePoint);
  if (IS_APOSTROPHE.test(character)) return APOSTROPHE;
  if (IS_IGNORABLE.test(character)) return IGNORABLE;
  if (!IS_WORD.test(character)) return SEPARATOR;
  if (codePoint <= 0xffff && IS_UNSPACED.test(character)) return UNSPACED;
  const folded = foldCase(character);
  if (IS_IDEOGRAPH.test(character)) return IDEOGRAPH;
  if (codePoint > 0xffff || folded.length !== 1 || IS_MARK.test(character) || isJamo(folded)) return COMPLEX;
  return LETTER;
}

/** Conjoining jamo compose with their neighbours to one syllable. */
function isJamo(character: string): boolean {
  const c = character.charCodeAt(0);
  return (c >= 0x1100 && c <= 0x11ff) || (c >= 0xa960 && c <= 0xa97f) || (c >= 0xd7b0 && c <= 0xd7ff);
}
