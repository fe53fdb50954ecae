import type { TermWeight } from '../../fingerprint/weights.ts';
import { type SentenceTerms, sentenceTerms } from './sentenceTerms.ts';
import type { Telling } from './telling.ts';

/** A telling with the weights of its terms, and all sums and lists that comparing it with many others asks for. */
export interface Outline extends Telling {
  /** Parallel to `terms`. */
  readonly weights: Float64Array;
  /** Sum of the weights. */
  readonly weight: number;
  readonly sentences: SentenceTerms;
  /** Places of the lead's terms, ascending. */
  readonly leadTerms: Uint32Array;
}

/** Weighs what an article tells, for comparison with others. */
export function outline(telling: Telling, weight: TermWeight): Outline {
  const { terms, termStart, termList, lead } = telling;
  const weights = new Float64Array(terms.length);
  for (let i = 0; i < weights.length; i++) weights[i] = weight(terms[i] as number);
  return {
    ...telling,
    weights,
    weight: weights.reduce((sum, weight) => sum + weight, 0),
    sentences: sentenceTerms(telling, weights),
    leadTerms: Uint32Array.from(new Set(termList.subarray(0, termStart[lead]))).sort(),
  };
}
