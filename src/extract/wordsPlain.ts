import type { Words } from '../model/article.ts';
import {
  APOSTROPHE,
  COMPLEX,
  classify,
  fillPage,
  foldOf,
  IDEOGRAPH,
  IGNORABLE,
  kindOf,
  LETTER,
  SEPARATOR,
  UNSPACED,
} from './characters.ts';
import { FNV_BASIS, FNV_PRIME, finishHash, hashWord, normalizeWord } from './normalizeWord.ts';

/**
 * A word is cut here: the longest words of any dictionary are shorter; what is longer is base64 or a hostile file, and
 * normalizing it must not cost more than its length.
 */
const MAX_WORD = 128;

/** Code units of a word in a script without spaces: five such words in a row span seven letters, about two words. */
const UNSPACED_WORD = 3;

/**
 * Elided articles and pronouns are words of their own: l'accord is l + accord, dell'accordo is dell + accordo. English
 * has none of these before an apostrophe, so that don't stays dont.
 */
export const ELIDED: ReadonlySet<number> = new Set(
  'l d j n s m t c qu jusqu lorsqu puisqu quoiqu un dell all nell sull dall coll quest quell'.split(' ').map(hashWord),
);
const LONGEST_ELIDED = 7;

/**
 * The words of a text in order, of any length. A word is a run of letters, marks and digits; hyphens and other signs end it,
 * apostrophes and invisible characters inside it don't. A point or comma between digits belongs to the number. Han and
 * kana give a word a character; Thai, Lao, Khmer and Myanmar a word for every three letters in a row.
 *
 * Linear in the text. `hashes[i] === hashWord(normalizeWord(text.slice(starts[i], ends[i])))` always.
 */
export function wordsPlain(text: string): Words {
  let capacity = (text.length >> 2) + 16;
  let hashes = new Uint32Array(capacity);
  let starts = new Uint32Array(capacity);
  let ends = new Uint32Array(capacity);
  let count = 0;

  function add(hash: number, start: number, end: number): void {
    if (count === capacity) {
      capacity *= 2;
      hashes = grown(hashes, capacity);
      starts = grown(starts, capacity);
      ends = grown(ends, capacity);
    }
    hashes[count] = hash;
    starts[count] = start;
    ends[count++] = end;
  }

  const length = text.length;
  let i = 0;
  while (i < length) {
    const start = i;
    let unit = text.charCodeAt(i);
    fillPage(unit);
    let kind = kindOf[unit] as number;
    if (kind === SEPARATOR && isHighSurrogate(unit)) kind = classify(text.codePointAt(i) as number);

    if (kind === SEPARATOR || kind === APOSTROPHE || kind === IGNORABLE) {
      i++;
      continue;
    }
    if (kind === IDEOGRAPH) {
      i += isHighSurrogate(unit) ? 2 : 1;
      const folded = i - start === 1 ? (foldOf[unit] as number) : 0;
      const hash = folded === 0 ? hashSurface(text, start, i) : finishHash(Math.imul(FNV_BASIS ^ folded, FNV_PRIME));
      add(hash, start, i);
      continue;
    }
    if (kind === UNSPACED) {
      while (i < length && isUnspaced(text.charCodeAt(i))) i++;
      const last = Math.max(start, i - UNSPACED_WORD);
      for (let at = start; at <= last; at++) {
        const end = Math.min(i, at + UNSPACED_WORD);
        add(hashSurface(text, at, end), at, end);
      }
      continue;
    }

    // A run of letters and digits. `state` is the hash of its folded units so far, as long as it is not complex.
    let state = FNV_BASIS;
    let complex = false;
    let number = true;
    let end = start;
    const limit = Math.min(length, start + MAX_WORD);
    while (i < limit) {
      unit = text.charCodeAt(i);
      fillPage(unit);
      kind = kindOf[unit] as number;
      if (kind === LETTER) {
        const folded = foldOf[unit] as number;
        state = Math.imul(state ^ folded, FNV_PRIME);
        number &&= isDigit(folded);
        end = ++i;
      } else if (kind === COMPLEX) {
        complex = true;
        number = false;
        end = ++i;
      } else if (kind === IGNORABLE || kind === APOSTROPHE) {
        if (kind === APOSTROPHE && i - start <= LONGEST_ELIDED && ELIDED.has(finishHash(state))) break;
        complex ||= number; // 1'000,5: what is dropped decides what the comma is
        i++;
      } else if (
        kind === SEPARATOR &&
        number &&
        (unit === 0x2c || unit === 0x2e) &&
        digitAt(text, i - 1) &&
        digitAt(text, i + 1)
      ) {
        if (!isThousandsComma(text, i)) state = Math.imul(state ^ unit, FNV_PRIME);
        i++;
      } else if (isHighSurrogate(unit) && classify(text.codePointAt(i) as number) === COMPLEX) {
        complex = true;
        number = false;
        i += 2;
        end = i;
      } else break;
    }
    complex ||= i >= limit && limit < length; // cut: look only at what the word holds
    add(complex ? hashSurface(text, start, end) : finishHash(state), start, end);
  }
  return { hashes: hashes.slice(0, count), starts: starts.slice(0, count), ends: ends.slice(0, count) };
}

/** The hash of a word that is not folded letter by letter. */
export function hashSurface(text: string, start: number, end: number): number {
  return hashWord(normalizeWord(text.slice(start, end)));
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isUnspaced(unit: number): boolean {
  fillPage(unit);
  return kindOf[unit] === UNSPACED;
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** A digit as folded: full-width digits are digits. */
function digitAt(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  if (Number.isNaN(unit)) return false;
  fillPage(unit);
  return isDigit(foldOf[unit] as number);
}

/** The comma of 1,000: exactly three digits follow it. */
function isThousandsComma(text: string, index: number): boolean {
  if (text.charCodeAt(index) !== 0x2c) return false;
  return digitAt(text, index + 2) && digitAt(text, index + 3) && !digitAt(text, index + 4);
}

function grown(array: Uint32Array, capacity: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(capacity);
  larger.set(array);
  return larger;
}
