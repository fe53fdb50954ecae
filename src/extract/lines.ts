import type { Span, Words } from '../model/article.ts';

/** One line of prose (a paragraph) as words: `words[from..to)`. */
export interface Line {
  readonly span: Span;
  readonly from: number;
  readonly to: number;
  /** 53-bit hash of its words: lines with the same words have the same hash, however written. */
  readonly hash: number;
}

/** The words of each paragraph; `words` holds the words of all of them. */
export function lines(paragraphs: readonly Span[], words: Words): Line[] {
  let at = 0;
  return paragraphs.map((span) => {
    const from = at;
    while (at < words.hashes.length && (words.starts[at] as number) < span.end) at++;
    return { span, from, to: at, hash: hashWords(words.hashes, from, at) };
  });
}

/**
 * 53-bit hash of a run of words, in order: two 32-bit multiply-and-rotate lanes (constants of MurmurHash3's x86_128
 * variant), of which 53 bits are what a double holds exactly. Among 10 million lines a chance collision has a
 * probability of about 0.006.
 */
export function hashWords(hashes: Uint32Array, from: number, to: number): number {
  let high = 0;
  let low = to - from;
  for (let i = from; i < to; i++) {
    const word = hashes[i] as number;
    high = Math.imul(rotate(high ^ Math.imul(word, 0x239b961b), 15), 0x38b34ae5) + 0x561ccd1b;
    low = Math.imul(rotate(low ^ Math.imul(word, 0xab0e9789), 13), 0xa1e38b93) + 0x0bcaa747;
  }
  high = Math.imul(high ^ (low >>> 16), 0x85ebca6b);
  low = Math.imul(low ^ (high >>> 13), 0xc2b2ae35);
  return ((high ^ (high >>> 16)) >>> 11) * 0x100000000 + ((low ^ (low >>> 15)) >>> 0);
}

function rotate(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}
