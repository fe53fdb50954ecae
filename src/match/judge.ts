import type { MatchConfig } from '../config/config.ts';
import { WITNESS_WORDS } from '../fingerprint/winnow.ts';
import { EXCERPT_CONTAINMENT } from '../lsh/candidates.ts';
import type { Match, Relation, Shortfall, Similarity } from '../model/match.ts';
import { longestRun } from './excerpt.ts';
import { rewriteJudging } from './rewrite/load.ts';
import { sharesRun } from './sharesRun.ts';
import { shingleSimilarity } from './shingleSimilarity.ts';
import type { Subject } from './subject.ts';
import { commonRuns } from './suffixAutomaton.ts';
import { isTemplateSibling } from './template.ts';

/** What one relation's rule says of a pair; its exact shortfall on demand, for that may cost more than the verdict. */
type Finding =
  | { readonly holds: true; readonly score: number }
  | { readonly holds: false; readonly shortfall: () => Shortfall };

type Rule = (
  a: Subject,
  b: Subject,
  similarity: Similarity,
  config: MatchConfig,
) => Promise<Finding & { rewrite?: number }>;

/** A match, or why a pair is none: told on demand. */
export type Judgement =
  | { readonly match: Match }
  | {
      readonly match: null;
      readonly a: string;
      readonly b: string;
      readonly similarity: Similarity;
      readonly shortfalls: () => Shortfall[];
    };

/**
 * Judges one pair on the texts themselves: the first relation that holds, if it is in force; else why those in force
 * don't hold. A pair has one relation only, whatever was looked for: what is left out is not relabelled as the next that
 * would hold. Depends on the two articles, their weights and the thresholds alone; exchanging a and b exchanges the sides
 * of the answer and nothing else. `explain` gives the evidence of a match.
 *
 * @param alike how much of their shingles they share
 */
export async function judge(
  a: Subject,
  b: Subject,
  config: MatchConfig,
  alike: Similarity = shingleSimilarity(a.fingerprint, b.fingerprint),
): Promise<Judgement> {
  const names = { a: a.fingerprint.source.id, b: b.fingerprint.source.id };
  let similarity = alike;
  const shortfalls: (() => Shortfall)[] = [];
  // What comes after the last relation in force changes nothing.
  for (const relation of ORDER.slice(0, ORDER.indexOf(config.relations.at(-1) as Relation) + 1)) {
    const wanted = config.relations.includes(relation);
    const { rewrite, ...finding } = await RULES[relation](a, b, similarity, config);
    if (rewrite !== undefined) similarity = { ...similarity, rewrite };
    if (finding.holds && wanted) {
      const template = relation === 'near-copy' && (await isTemplateSibling(a, b));
      return { match: { ...names, relation, score: finding.score, similarity, ...(template && { template }) } };
    }
    if (finding.holds) {
      const left = config.relations.slice(shortfalls.length);
      const is = relation;
      shortfalls.push(...left.map((other) => (): Shortfall => ({ relation: other, cause: 'other-relation', is })));
      break;
    }
    if (wanted) shortfalls.push(finding.shortfall);
  }
  return { match: null, ...names, similarity, shortfalls: () => shortfalls.map((tell) => tell()) };
}

/** In the order in which they are tried. */
const RULES: Readonly<Record<Relation, Rule>> = {
  identical: async (a, b) => {
    if (a.fingerprint.digest === b.fingerprint.digest) return { holds: true, score: 1 };
    return { holds: false, shortfall: () => ({ relation: 'identical', cause: 'other-words' }) };
  },

  'near-copy': async (_a, _b, { jaccard }, { threshold }) => {
    if (jaccard >= threshold) return { holds: true, score: jaccard };
    const figures = { value: jaccard, threshold };
    return { holds: false, shortfall: () => ({ relation: 'near-copy', cause: 'low-jaccard', ...figures }) };
  },

  excerpt: async (a, b, { containmentOfA, containmentOfB }) => {
    const containment = Math.max(containmentOfA, containmentOfB);
    if (containment < EXCERPT_CONTAINMENT) {
      const figures = { value: containment, threshold: EXCERPT_CONTAINMENT };
      return { holds: false, shortfall: () => ({ relation: 'excerpt', cause: 'low-containment', ...figures }) };
    }
    const inA = (await a.written()).words.hashes;
    const inB = (await b.written()).words.hashes;
    if (sharesRun(inA, inB, WITNESS_WORDS)) return { holds: true, score: containment };
    const shortfall = (): Shortfall => {
      const figures = { value: longestRun(commonRuns(inA, inB)), threshold: WITNESS_WORDS };
      return { relation: 'excerpt', cause: 'short-witness', ...figures };
    };
    return { holds: false, shortfall };
  },

  rewrite: async (a, b, _similarity, { rewriteThreshold: threshold }) => {
    const { judgeRewrite } = await rewriteJudging();
    const judged = judgeRewrite(a, b);
    if (judged.probability === null) {
      const { shortfall } = judged;
      return { holds: false, shortfall: () => shortfall };
    }
    const rewrite = judged.probability;
    if (rewrite < threshold) {
      const figures = { value: rewrite, threshold };
      return {
        holds: false,
        shortfall: () => ({ relation: 'rewrite', cause: 'low-probability', ...figures }),
        rewrite,
      };
    }
    if (await judged.isTemplate())
      return { holds: false, shortfall: () => ({ relation: 'rewrite', cause: 'template' }), rewrite };
    return { holds: true, score: rewrite, rewrite };
  },
};

const ORDER = Object.keys(RULES) as readonly Relation[];
