/**
 * Places of a signature that a sketch keeps, a byte of each: b-bit minwise hashing (Li and Koenig, WWW 2010). The
 * standard error of the Jaccard similarity is at most sqrt(0.25 / 64) = 0.06, and unrelated texts agree by chance in one
 * place of 256.
 */
const PLACES = 64;

/** A signature cut down to a short text that can stand in a file: 64 bytes in base64; empty for an article without shingles. */
export function sketch(signature: Uint32Array): string {
  // An array of bytes takes the low byte of each; made `from` them it would go through an iterator, ten times as long.
  return Buffer.from(new Uint8Array(signature.subarray(0, PLACES)).buffer).toString('base64');
}

/** Estimates the Jaccard similarity of two articles by their sketches, 0..1. */
export function sketchSimilarity(x: string, y: string): number {
  const [a, b] = [Buffer.from(x, 'base64'), Buffer.from(y, 'base64')];
  const places = Math.max(a.length, b.length);
  return places === 0 ? 0 : a.filter((byte, i) => byte === b[i]).length / places;
}
