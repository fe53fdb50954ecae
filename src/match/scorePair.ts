import { WITNESS_WORDS } from '../fingerprint/winnow.ts';
import type { PairScores, Thresholds } from '../model/result.ts';
import { judgeRewrite, mayBeRewrite } from './rewrite/judgeRewrite.ts';
import { sharesRun } from './sharesRun.ts';
import { shingleSimilarity } from './shingleSimilarity.ts';
import type { Subject } from './subject.ts';
import { isTemplateSibling } from './template.ts';

/**
 * A pair's score for every relation, where judging stops at the first that holds; null if none reaches its floor. Of
 * what lies below its floor, no text is read.
 *
 * @param isRewriteCandidate whether the pair was one that is judged as a rewrite
 */
export async function scorePair(
  a: Subject,
  b: Subject,
  floors: Thresholds,
  isRewriteCandidate: boolean,
): Promise<PairScores | null> {
  const { jaccard, containmentOfA, containmentOfB } = shingleSimilarity(a.fingerprint, b.fingerprint);
  const excerpt = await excerptScore(a, b, Math.max(containmentOfA, containmentOfB), floors.excerpt);
  const rewrite = isRewriteCandidate ? await rewriteScore(a, b, floors.rewrite) : null;
  const isCopy = jaccard >= floors['near-copy'];
  if (!isCopy && excerpt === null && rewrite === null) return null;
  return {
    a: a.fingerprint.source.id,
    b: b.fingerprint.source.id,
    'near-copy': jaccard,
    excerpt,
    rewrite,
    ...(isCopy && (await isTemplateSibling(a, b)) ? { template: true } : {}),
  };
}

async function excerptScore(a: Subject, b: Subject, containment: number, floor: number): Promise<number | null> {
  if (containment < floor) return null;
  const inA = (await a.written()).words.hashes;
  const inB = (await b.written()).words.hashes;
  return sharesRun(inA, inB, WITNESS_WORDS) ? containment : null;
}

async function rewriteScore(a: Subject, b: Subject, floor: number): Promise<number | null> {
  if (!mayBeRewrite(a, b, floor, 0)) return null;
  const judged = judgeRewrite(a, b);
  if (judged.probability === null || judged.probability < floor) return null;
  return (await judged.isTemplate()) ? null : judged.probability;
}
