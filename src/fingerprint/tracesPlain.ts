import type { Fingerprint } from '../model/article.ts';
import { minhash } from './minhash.ts';
import { shingleSequence, shingleSet } from './shingles.ts';
import { winnow } from './winnow.ts';

/** What stands for an article's text in the search for copies. */
export type Traces = Pick<Fingerprint, 'shingles' | 'signature' | 'anchors'>;

/**
 * The traces of a text of any length, from the hashes of its words.
 *
 * @param places as in `minhash`
 */
export function tracesPlain(hashes: Uint32Array, places: number): Traces {
  const sequence = shingleSequence(hashes);
  const shingles = shingleSet(sequence);
  return { shingles, signature: minhash(shingles, places), anchors: winnow(sequence) };
}
