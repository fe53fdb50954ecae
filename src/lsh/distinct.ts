import type { Fingerprint } from '../model/article.ts';

/** Indexes of the first article with each digest, ascending: identical articles are compared once. */
export function firstOfEachDigest(fingerprints: readonly Pick<Fingerprint, 'digest'>[]): number[] {
  const firsts = new Map<string, number>();
  for (const [index, { digest }] of fingerprints.entries()) if (!firsts.has(digest)) firsts.set(digest, index);
  return [...firsts.values()];
}
