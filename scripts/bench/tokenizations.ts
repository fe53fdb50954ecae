import { words } from '../../src/extract/words.ts';
import { shingleSequence, shingleSet } from '../../src/fingerprint/shingles.ts';

const SHINGLE = 5;

/**
 * What the tools compare: sets of 5 words in a row, but what a word is differs. Each tool is judged by the pairs that are
 * alike as it sees words, so that none is blamed for another's definition.
 */
export const TOKENIZATIONS = {
  /** This tool's: runs of letters and digits, case folded, without apostrophes. */
  words: (text: string): ReadonlySet<number> => new Set(shingleSet(shingleSequence(words(text).hashes))),
  /** What white space parts, in lower case; punctuation belongs to the word. */
  spaced: (text: string): ReadonlySet<string> => shingled(text.toLowerCase().split(/\s+/).filter(Boolean)),
  /** What white space and ASCII punctuation part, in lower case: an apostrophe or a decimal point parts too. */
  punctuated: (text: string): ReadonlySet<string> =>
    shingled(
      text
        .toLowerCase()
        .split(/[\s!-/:-@[-`{-~]+/)
        .filter(Boolean),
    ),
  /** What is left between characters that are no letters, digits or underscores, empty words included. */
  nonWord: (text: string): ReadonlySet<string> => shingled(text.toLowerCase().split(/[^\p{L}\p{N}_]/u)),
} as const;

export type Tokenization = keyof typeof TOKENIZATIONS;

function shingled(tokens: readonly string[]): ReadonlySet<string> {
  const size = Math.min(SHINGLE, tokens.length);
  return new Set(Array.from({ length: tokens.length - size + 1 }, (_, i) => tokens.slice(i, i + size).join(' ')));
}
