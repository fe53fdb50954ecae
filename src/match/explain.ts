import type { RewriteEvidence } from '../model/match.ts';
import { judgeRewrite } from './rewrite/judgeRewrite.ts';
import type { Subject } from './subject.ts';

/** What speaks for and against a rewrite, however little they have in common; null where the tool abstains. */
export async function explainRewrite(a: Subject, b: Subject): Promise<RewriteEvidence | null> {
  const judged = judgeRewrite(a, b, 0);
  return judged.probability === null ? null : await judged.evidence();
}
