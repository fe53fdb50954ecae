import { DROPPED, foldCase } from './characters.ts';

/**
 * The form in which words are compared: NFKC, case folded, apostrophes and invisible characters dropped, thousands
 * separators dropped (1,000 is 1000; a decimal comma stays). Idempotent.
 */
export function normalizeWord(surface: string): string {
  if (PLAIN.test(surface)) return surface.toLowerCase();
  // Before NFKC, which makes a space and a mark of ´; and after it, which may make an apostrophe of a letter.
  const folded = foldCase(surface.replace(DROPPED, '')).replace(DROPPED, '');
  return folded.replace(THOUSANDS_COMMA, '').normalize('NFKC');
}

/** Nothing of such a word is dropped or composed: most words. */
const PLAIN = /^[A-Za-z]+$/;

/** The comma of 1,000: exactly three digits follow it. */
const THOUSANDS_COMMA = /(?<=\d),(?=\d{3}(?!\d))/g;

/** FNV-1a, 32 bits: offset basis and prime as published (http://www.isthe.com/chongo/tech/comp/fnv/). */
export const FNV_BASIS = 0x811c9dc5;
export const FNV_PRIME = 0x01000193;

/** MurmurHash3's finalizer: every bit of FNV's state reaches every bit of the hash. Unsigned. */
export function finishHash(state: number): number {
  let h = state ^ (state >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** 32-bit hash of a normalized word's UTF-16 code units; the same in every run and on every machine. */
export function hashWord(normalized: string): number {
  let h = FNV_BASIS;
  for (let i = 0; i < normalized.length; i++) h = Math.imul(h ^ normalized.charCodeAt(i), FNV_PRIME);
  return finishHash(h);
}
