import type { Evidence, RewriteEvidence } from '../model/evidence.ts';
import type { Relation } from '../model/match.ts';
import { excerptEvidence } from './excerpt.ts';
import { identicalEvidence } from './identicalPairs.ts';
import { nearCopyEvidence } from './nearCopy.ts';
import { rewriteJudging } from './rewrite/load.ts';
import type { Subject } from './subject.ts';
import { commonRuns } from './suffixAutomaton.ts';

/** What shows that two articles match: `judge` has found that they do, by this relation. */
export async function explain(relation: Relation, a: Subject, b: Subject): Promise<Evidence> {
  switch (relation) {
    case 'identical': {
      const sameBytes = (await a.read()).contentDigest === (await b.read()).contentDigest;
      return identicalEvidence(a.fingerprint.source, b.fingerprint.source, sameBytes);
    }
    case 'near-copy':
      return nearCopyEvidence(await a.read(), await b.read());
    case 'excerpt': {
      const inA = await a.read();
      const inB = await b.read();
      return excerptEvidence(inA, inB, commonRuns(inA.words.hashes, inB.words.hashes));
    }
    case 'rewrite':
      return (await explainRewrite(a, b)) as RewriteEvidence;
  }
}

/** What speaks for and against a rewrite, however little they have in common; null where the tool abstains. */
export async function explainRewrite(a: Subject, b: Subject): Promise<RewriteEvidence | null> {
  const { judgeRewrite } = await rewriteJudging();
  const judged = judgeRewrite(a, b, 0);
  return judged.probability === null ? null : await judged.evidence();
}
