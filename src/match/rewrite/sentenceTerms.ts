import { NO_TERM } from '../../fingerprint/terms.ts';
import type { Article } from '../../model.ts';

/**
 * The distinct terms of each sentence, and the sentences of each term, as flat lists: sentence s has the places
 * `termList[termStart[s] .. termStart[s + 1])`, term place t the sentences `sentenceList[sentenceStart[t] ..
 * sentenceStart[t + 1])`, both ascending. Sentences of fewer than four words are left out; `index` has their place in
 * `prose.sentences`.
 */
export interface SentenceTerms {
  readonly count: number;
  readonly index: Uint32Array;
  readonly termStart: Uint32Array;
  readonly termList: Uint32Array;
  readonly sentenceStart: Uint32Array;
  readonly sentenceList: Uint32Array;
  /** Sum of the weights of a sentence's distinct terms. */
  readonly weights: Float64Array;
  /** Sum of their squares. */
  readonly squares: Float64Array;
  /** Sum of the squares of the terms that a sentence shares with the next one. */
  readonly sharedWithNext: Float64Array;
  /** Place in `words` of each sentence's first word, and how many words it has. */
  readonly firstWords: Uint32Array;
  readonly wordCounts: Uint32Array;
}

/** Shorter ones are headings and labels ("Usage", "Exit status"), which whole families of articles share. */
const LEAST_WORDS = 4;

export function sentenceTerms(
  { prose, words }: Article,
  sequence: Uint32Array,
  placeOf: ReadonlyMap<number, number>,
  weightOf: Float64Array,
): SentenceTerms {
  const index: number[] = [];
  const firstWords: number[] = [];
  const wordCounts: number[] = [];
  const termStart: number[] = [0];
  const termList: number[] = [];
  let word = 0;
  for (const [place, sentence] of prose.sentences.entries()) {
    while (word < sequence.length && (words.starts[word] as number) < sentence.start) word++;
    const first = word;
    const terms = new Set<number>();
    for (; word < sequence.length && (words.starts[word] as number) < sentence.end; word++) {
      if (sequence[word] !== NO_TERM) terms.add(placeOf.get(sequence[word] as number) as number);
    }
    if (word - first < LEAST_WORDS) continue;
    index.push(place);
    firstWords.push(first);
    wordCounts.push(word - first);
    for (const term of Array.from(terms).sort((x, y) => x - y)) termList.push(term);
    termStart.push(termList.length);
  }
  const flat = { termStart: Uint32Array.from(termStart), termList: Uint32Array.from(termList) };
  return {
    count: index.length,
    index: Uint32Array.from(index),
    firstWords: Uint32Array.from(firstWords),
    wordCounts: Uint32Array.from(wordCounts),
    ...flat,
    ...sentencesOfTerms(flat, index.length, placeOf.size),
    ...sums(flat, index.length, weightOf),
  };
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
