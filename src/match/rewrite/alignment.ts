import type { Outline } from './outline.ts';

/**
 * For each sentence of one article its best counterpart in the other: `place` is the first of the one or two
 * sentences that answer it (-1 if none shares a term), `span` how many they are (1 or 2), `cosine` how like they are
 * (0..1, by term weights).
 */
export interface Counterparts {
  readonly place: Int32Array;
  readonly span: Uint8Array;
  readonly cosine: Float64Array;
  /** Share of the sentence's weight that its counterpart, or the sentences beside it, hold, 0..1. */
  readonly containment: Float64Array;
}

/** Where two articles have the same terms. */
export interface SharedTerms {
  /** Place in a of each of b's terms, -1 where a lacks it. */
  readonly inA: Int32Array;
  /** Place in b of each of a's terms, -1 where b lacks it. */
  readonly inB: Int32Array;
}

/** Both lists of terms ascend: one walk along them. */
export function sharedTerms({ terms: a }: Outline, { terms: b }: Outline): SharedTerms {
  const inA = new Int32Array(b.length).fill(-1);
  const inB = new Int32Array(a.length).fill(-1);
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const x = a[i] as number;
    const y = b[j] as number;
    if (x === y) {
      inA[j] = i;
      inB[i] = j;
    }
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return { inA, inB };
}

/**
 * Sums over the terms that one sentence shares with sentence j of the other article, and over those that it shares with
 * both j and j + 1: of the squared weights (for the cosine) and of the weights (for what is held). Four in a row for
 * each j, since all are wanted together.
 */
const SUMS = 4;
const DOT = 0;
const DOT_BOTH = 1;
const HELD = 2;
const HELD_BOTH = 3;

/**
 * Finds each sentence of `a` its counterpart among the sentences of `b` and the pairs of sentences in a row: splits and
 * merges are the commonest change of all. `inB` is that of `sharedTerms(a, b)`. Costs the number of shared (sentence,
 * term, sentence) triples and a glance at each pair of sentences; ties go to the earlier sentence.
 */
export function counterparts(a: Outline, b: Outline, inB: Int32Array): Counterparts {
  const { count, weights } = a.sentences;
  const place = new Int32Array(count).fill(-1);
  const span = new Uint8Array(count).fill(1);
  const cosine = new Float64Array(count);
  const containment = new Float64Array(count);
  const { squares, sharedWithNext, count: others } = b.sentences;
  const sums = new Float64Array(SUMS * (others + 1));
  for (let s = 0; s < count; s++) {
    if (!addShared(sums, a, s, b, inB)) continue;
    const square = a.sentences.squares[s] as number;
    let mostCosine = 0;
    let mostHeld = 0;
    for (let j = 0; j < others; j++) {
      const at = SUMS * j;
      const one = sums[at + DOT] as number;
      if (one === 0) continue;
      const held = sums[at + HELD] as number;
      mostHeld = Math.max(mostHeld, held);
      if (mayExceed(mostCosine, one, square, squares[j] as number)) {
        const cosineOfOne = one / Math.sqrt(square * (squares[j] as number));
        if (cosineOfOne > mostCosine) {
          // Rounding may lift it above 1 by a few ulps.
          mostCosine = Math.min(1, cosineOfOne);
          place[s] = j;
          span[s] = 1;
        }
      }
      const next = sums[at + SUMS + DOT] as number;
      if (next === 0) continue;
      const two = one + next - (sums[at + DOT_BOTH] as number);
      const size = (squares[j] as number) + (squares[j + 1] as number) - (sharedWithNext[j] as number);
      mostHeld = Math.max(mostHeld, held + (sums[at + SUMS + HELD] as number) - (sums[at + HELD_BOTH] as number));
      if (mayExceed(mostCosine, two, square, size)) {
        const cosineOfTwo = two / Math.sqrt(square * size);
        if (cosineOfTwo > mostCosine) {
          mostCosine = Math.min(1, cosineOfTwo);
          place[s] = j;
          span[s] = 2;
        }
      }
    }
    cosine[s] = mostCosine;
    containment[s] = Math.min(1, mostHeld / (weights[s] as number));
    sums.fill(0);
  }
  return { place, span, cosine, containment };
}

/** Leaves room for the rounding of both ways to compare, which is a thousand times smaller. */
const ALMOST = 1 - 1e-12;

/**
 * Whether the cosine, dot / sqrt(square * other), may be more than `most`: told without the root and the division, which
 * are taken only where it may.
 */
function mayExceed(most: number, dot: number, square: number, other: number): boolean {
  return dot * dot > ALMOST * most * most * square * other;
}

/** Adds up what sentence `s` of a shares with each of b; false if nothing. The sums are given as zeros. */
function addShared(sums: Float64Array, a: Outline, s: number, b: Outline, inB: Int32Array): boolean {
  const { termStart, termList } = a.sentences;
  const { sentenceStart, sentenceList } = b.sentences;
  const end = termStart[s + 1] as number;
  let any = false;
  for (let i = termStart[s] as number; i < end; i++) {
    const term = termList[i] as number;
    const place = inB[term] as number;
    if (place < 0) continue;
    any = true;
    const weight = a.weights[term] as number;
    const square = weight * weight;
    const last = sentenceStart[place + 1] as number;
    let previous = -2;
    for (let k = sentenceStart[place] as number; k < last; k++) {
      const j = sentenceList[k] as number;
      const at = SUMS * j;
      sums[at + DOT] = (sums[at + DOT] as number) + square;
      sums[at + HELD] = (sums[at + HELD] as number) + weight;
      if (previous === j - 1) {
        const both = SUMS * previous;
        sums[both + DOT_BOTH] = (sums[both + DOT_BOTH] as number) + square;
        sums[both + HELD_BOTH] = (sums[both + HELD_BOTH] as number) + weight;
      }
      previous = j;
    }
  }
  return any;
}
