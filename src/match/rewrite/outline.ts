import type { TermWeight } from '../../fingerprint/weights.ts';
import { type SentenceTerms, sentenceTerms } from './sentenceTerms.ts';
import type { Telling } from './telling.ts';
import { weekdaysAmong } from './weekdays.ts';

/** A telling with the weights of its terms, and all sums and lists that comparing it with many others asks for. */
export interface Outline extends Telling {
  /** Parallel to `terms`. */
  readonly weights: Float64Array;
  /** Sum of the weights. */
  readonly weight: number;
  /** Places of the lead's terms, ascending. */
  readonly leadTerms: Uint32Array;
  /** Sum of the squares of their weights. */
  readonly leadSquares: number;
  /** The weekdays among them. */
  readonly leadWeekdays: readonly number[];
  /** Made when it is first asked for: few pairs come so far that their sentences are compared. */
  readonly sentences: SentenceTerms;
}

/** Weighs what an article tells, for comparison with others. */
export function outline(telling: Telling, weight: TermWeight): Outline {
  const { terms, termStart, termList, lead } = telling;
  const weights = new Float64Array(terms.length);
  for (let i = 0; i < weights.length; i++) weights[i] = weight(terms[i] as number);
  const leadTerms = Uint32Array.from(new Set(termList.subarray(0, termStart[lead]))).sort();
  let sentences: SentenceTerms | undefined;
  return {
    ...telling,
    weights,
    weight: weights.reduce((sum, weight) => sum + weight, 0),
    leadTerms,
    leadSquares: leadTerms.reduce(
      (squares, term) => squares + (weights[term] as number) * (weights[term] as number),
      0,
    ),
    leadWeekdays: weekdaysAmong(leadTerms, telling),
    get sentences() {
      sentences ??= sentenceTerms(telling, weights);
      return sentences;
    },
  };
}
