import { SHINGLE_WORDS, shingleSet } from './shingles.ts';

/** The contiguous witness of an excerpt, in words: the shortest run that two articles must share. */
export const WITNESS_WORDS = 30;

/** Shingles in a run of that many words, hence in a window. */
const WINDOW = WITNESS_WORDS - SHINGLE_WORDS + 1;

/**
 * Winnowing (Schleimer, Wilkerson and Aiken, SIGMOD 2003): the smallest shingle of each window of 26, the rightmost of
 * equals; about 2 in 27 shingles are chosen. Two texts that share 30 words in a row share a whole window, and so an
 * anchor. A text shorter than that has none.
 *
 * @param sequence shingles in text order
 * @returns the anchors, ascending, each once
 */
export function winnow(sequence: Float64Array): Float64Array {
  const anchors: number[] = [];
  let smallest = -1;
  for (let last = WINDOW - 1; last < sequence.length; last++) {
    const first = last - WINDOW + 1;
    const previous = smallest;
    if (smallest < first) smallest = rightmostMinimum(sequence, first, last);
    else if ((sequence[last] as number) <= (sequence[smallest] as number)) smallest = last;
    if (smallest !== previous) anchors.push(sequence[smallest] as number);
  }
  return shingleSet(Float64Array.from(anchors));
}

function rightmostMinimum(sequence: Float64Array, first: number, last: number): number {
  let smallest = first;
  for (let i = first + 1; i <= last; i++) {
    if ((sequence[i] as number) <= (sequence[smallest] as number)) smallest = i;
  }
  return smallest;
}
