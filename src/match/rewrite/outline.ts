import { distinctHashes } from '../../fingerprint/distinctHashes.ts';
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
export function outline(telling: Telling, weightOf: TermWeight): Outline {
  const { terms, termStart, termList, lead } = telling;
  const weights = new Float64Array(terms.length);
  let all = 0;
  for (let i = 0; i < weights.length; i++) {
    const weight = weightOf(terms[i] as number);
    weights[i] = weight;
    all += weight;
  }
  const leadTerms = distinctHashes(termList.subarray(0, termStart[lead]));
  let leadSquares = 0;
  for (let i = 0; i < leadTerms.length; i++) {
    const weight = weights[leadTerms[i] as number] as number;
    leadSquares += weight * weight;
  }
  const weighed: Weighed = {
    ...telling,
    weights,
    weight: all,
    leadTerms,
    leadSquares,
    leadWeekdays: weekdaysAmong(leadTerms, telling),
    made: undefined,
  };
  return Object.assign(Object.create(common), weighed);
}

interface Weighed extends Omit<Outline, 'sentences'> {
  made: SentenceTerms | undefined;
}

/** What all outlines have in common: with a getter of its own each would have a hidden class, and comparing them takes a third longer. */
const common: Pick<Outline, 'sentences'> & ThisType<Weighed> = {
  get sentences() {
    this.made ??= sentenceTerms(this, this.weights);
    return this.made;
  },
};
