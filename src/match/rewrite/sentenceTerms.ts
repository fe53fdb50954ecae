import type { Telling } from './telling.ts';

/**
 * The distinct terms of each sentence, and the sentences of each term, as flat lists: sentence s has the places
 * `termList[termStart[s] .. termStart[s + 1])`, term place t the sentences `sentenceList[sentenceStart[t] ..
 * sentenceStart[t + 1])`, both ascending.
 */
export interface SentenceTerms extends Pick<Telling, 'termStart' | 'termList'> {
  readonly count: number;
  readonly sentenceStart: Uint32Array;
  readonly sentenceList: Uint32Array;
  /** Sum of the weights of a sentence's distinct terms. */
  readonly weights: Float64Array;
  /** Sum of their squares. */
  readonly squares: Float64Array;
  /** Sum of the squares of the terms that a sentence shares with the next one. */
  readonly sharedWithNext: Float64Array;
}

/** @param weightOf weights of the terms by place */
export function sentenceTerms({ terms, termStart, termList }: Telling, weightOf: Float64Array): SentenceTerms {
  const flat = { termStart, termList };
  const count = termStart.length - 1;
  return { count, ...flat, ...sentencesOfTerms(flat, count, terms.length), ...sums(flat, count, weightOf) };
}

function sentencesOfTerms(
  { termStart, termList }: Pick<SentenceTerms, 'termStart' | 'termList'>,
  count: number,
  terms: number,
): Pick<SentenceTerms, 'sentenceStart' | 'sentenceList'> {
  const sentenceStart = new Uint32Array(terms + 1);
  for (const term of termList) sentenceStart[term + 1] = (sentenceStart[term + 1] as number) + 1;
  for (let term = 0; term < terms; term++)
    sentenceStart[term + 1] = (sentenceStart[term + 1] as number) + (sentenceStart[term] as number);
  const next = sentenceStart.slice();
  const sentenceList = new Uint32Array(termList.length);
  for (let s = 0; s < count; s++) {
    for (let i = termStart[s] as number; i < (termStart[s + 1] as number); i++) {
      const term = termList[i] as number;
      sentenceList[next[term] as number] = s;
      next[term] = (next[term] as number) + 1;
    }
  }
  return { sentenceStart, sentenceList };
}

function sums(
  { termStart, termList }: Pick<SentenceTerms, 'termStart' | 'termList'>,
  count: number,
  weightOf: Float64Array,
): Pick<SentenceTerms, 'weights' | 'squares' | 'sharedWithNext'> {
  const weights = new Float64Array(count);
  const squares = new Float64Array(count);
  const sharedWithNext = new Float64Array(count);
  for (let s = 0; s < count; s++) {
    const start = termStart[s] as number;
    const end = termStart[s + 1] as number;
    const after = s + 1 < count ? (termStart[s + 2] as number) : end;
    for (let i = start, j = end; i < end; i++) {
      const weight = weightOf[termList[i] as number] as number;
      weights[s] = (weights[s] as number) + weight;
      squares[s] = (squares[s] as number) + weight * weight;
      while (j < after && (termList[j] as number) < (termList[i] as number)) j++;
      if (j < after && termList[j] === termList[i]) sharedWithNext[s] = (sharedWithNext[s] as number) + weight * weight;
    }
  }
  return { weights, squares, sharedWithNext };
}
