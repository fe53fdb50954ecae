import { overlap } from '../fingerprint/jaccard.ts';
import type { Fingerprint } from '../model/article.ts';
import type { Similarity } from '../model/match.ts';

/** How much of their 5-word shingles two articles share; says nothing of rewrites. */
export function shingleSimilarity(a: Fingerprint, b: Fingerprint): Similarity {
  const shared = overlap(a.shingles, b.shingles);
  const share = (of: number): number => (of === 0 ? 0 : shared / of);
  return {
    jaccard: share(a.shingles.length + b.shingles.length - shared),
    containmentOfA: share(a.shingles.length),
    containmentOfB: share(b.shingles.length),
    rewrite: null,
  };
}
