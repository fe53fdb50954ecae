import type { Relation } from '../model/match.ts';
import type { PairScores, Thresholds } from '../model/result.ts';

type Scored = Exclude<Relation, 'identical'>;

/** In the order in which they are tried. */
const ORDER: readonly Scored[] = ['near-copy', 'excerpt', 'rewrite'];

/**
 * The relation that a pair has at these thresholds, from its saved scores: what judging its texts would say. As there,
 * the first relation that holds is the pair's, and if it is not in force, the pair has none.
 */
export function relationAt(
  scores: PairScores,
  thresholds: Thresholds,
  relations: readonly Relation[],
): { readonly relation: Scored; readonly score: number; readonly template?: true } | null {
  for (const relation of ORDER) {
    const score = scores[relation];
    if (score === null || score < thresholds[relation]) continue;
    if (!relations.includes(relation)) return null;
    return { relation, score, ...(relation === 'near-copy' && scores.template ? { template: true } : {}) };
  }
  return null;
}
