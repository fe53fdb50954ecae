import { isRewriteLanguage } from '../../extract/rewriteLanguages.ts';
import { termCosine } from '../../fingerprint/weights.ts';
import type { RewriteEvidence } from '../../model/evidence.ts';
import type { Shortfall } from '../../model/match.ts';
import type { Subject } from '../subject.ts';
import { isFilledTemplate } from '../template.ts';
import { ceilingOf, driftFactor } from './ceiling.ts';
import { rewriteEvidence, type Told } from './evidence.ts';
import { compareOutlines, compareWholes } from './features.ts';
import shipped from './model.data.json' with { type: 'json' };
import { contributions, probability, type RewriteModel } from './model.ts';

const MODEL: RewriteModel = shipped;
const ceiling: ReturnType<typeof ceilingOf> = ceilingOf(MODEL);

/**
 * Shorter texts share too few sentences to tell one report from two on one subject: the tool abstains. The shortest
 * rewrites that the model was fitted on have 50 words, and near that its score grows cautious by itself.
 */
export const MIN_REWRITE_WORDS = 40;

/**
 * Below this cosine of the whole articles' terms the texts are not read: 3 of 814 rewrites of the tune part lie there, all
 * beyond recognition, and a third of the candidates in an archive. The lowest match in any corpus has 0.17.
 */
const LEAST_COSINE = 0.15;

/** What the rewrite model says of a pair: a probability with its evidence on demand, or why it has nothing to say. */
export type RewriteJudgement =
  | {
      readonly probability: number;
      readonly evidence: () => Promise<RewriteEvidence>;
      readonly isTemplate: () => Promise<boolean>;
    }
  | { readonly probability: null; readonly shortfall: Shortfall };

/**
 * Whether two articles are one report told twice; exchanging a and b exchanges the evidence's sides and nothing else. The
 * texts are read for the evidence only: what the model asks of them is kept in their outlines.
 */
export function judgeRewrite(a: Subject, b: Subject, leastCosine: number = LEAST_COSINE): RewriteJudgement {
  const abstained = abstention(a, b);
  if (abstained !== null) return { probability: null, shortfall: abstained };
  if (termCosine(a.fingerprint.terms, a.weighted, b.fingerprint.terms, b.weighted) < leastCosine) {
    return { probability: null, shortfall: { relation: 'rewrite', cause: 'other-subject' } };
  }
  const { values, ofA, ofB } = compareOutlines(a.outline(), b.outline());
  return {
    probability: probability(MODEL, values),
    evidence: async () => rewriteEvidence(await told(a), await told(b), ofA, ofB, contributions(MODEL, values)),
    isTemplate: async () => isFilledTemplate(await a.read(), await b.read()),
  };
}

/** Whether a pair's probability may reach `least`, with these weights or any that differ by up to a share `drift` of each. */
export function mayBeRewrite(a: Subject, b: Subject, least: number, drift: number): boolean {
  if (!isComparable(a, b)) return false;
  const cosine = termCosine(a.fingerprint.terms, a.weighted, b.fingerprint.terms, b.weighted);
  // Weights in single precision are rounded by 6e-8.
  if (cosine * driftFactor(drift) * (1 + 1e-6) < LEAST_COSINE) return false;
  return ceiling(compareWholes(a.outline(), b.outline()).values, drift) >= least;
}

async function told(subject: Subject): Promise<Told> {
  return { article: await subject.read(), outline: subject.outline() };
}

/** Whether the model has anything to say of a pair: both long enough, in one language that it knows. */
export function isComparable(a: Subject, b: Subject): boolean {
  return abstention(a, b) === null;
}

function abstention({ fingerprint: a }: Subject, { fingerprint: b }: Subject): Shortfall | null {
  const words = Math.min(a.words, b.words);
  if (words < MIN_REWRITE_WORDS) {
    return { relation: 'rewrite', cause: 'too-short', value: words, threshold: MIN_REWRITE_WORDS };
  }
  if (a.language !== b.language || !isRewriteLanguage(a.language)) {
    return { relation: 'rewrite', cause: 'other-language', a: a.language, b: b.language };
  }
  return null;
}
