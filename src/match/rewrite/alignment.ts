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

/** Place in b of each of a's terms, -1 where b lacks it. */
export function sharedTerms(a: Outline, b: Outline): Int32Array {
  return Int32Array.from(a.terms, (term) => b.placeOf.get(term) ?? -1);
}

/**
 * Finds each sentence of `a` its counterpart among the sentences of `b` and the pairs of sentences in a row: splits and
 * merges are the commonest change of all. `inB` is `sharedTerms(a, b)`. Costs the number of shared (sentence, term,
 * sentence) triples; ties go to the earlier sentence.
 */
export function counterparts(a: Outline, b: Outline, inB: Int32Array): Counterparts {
  const count = a.sentences.count;
  const best = {
    place: new Int32Array(count).fill(-1),
    span: new Uint8Array(count).fill(1),
    cosine: new Float64Array(count),
    containment: new Float64Array(count),
  };
  const { squares, sharedWithNext, count: others } = b.sentences;
  // Sums over the terms that sentence s shares with sentence j, and over those that j and j + 1 both have.
  const dot = new Float64Array(others + 1);
  const dotBoth = new Float64Array(others + 1);
  const held = new Float64Array(others + 1);
  const heldBoth = new Float64Array(others + 1);
  for (let s = 0; s < count; s++) {
    dot.fill(0);
    dotBoth.fill(0);
    held.fill(0);
    heldBoth.fill(0);
    addShared(a, s, b, inB, dot, dotBoth, held, heldBoth);
    const weight = a.sentences.weights[s] as number;
    const square = a.sentences.squares[s] as number;
    for (let j = 0; j < others; j++) {
      const one = dot[j] as number;
      if (one === 0) continue;
      offer(best, s, j, 1, one / Math.sqrt(square * (squares[j] as number)), (held[j] as number) / weight);
      if (j + 1 === others || dot[j + 1] === 0) continue;
      const two = one + (dot[j + 1] as number) - (dotBoth[j] as number);
      const size = (squares[j] as number) + (squares[j + 1] as number) - (sharedWithNext[j] as number);
      const both = (held[j] as number) + (held[j + 1] as number) - (heldBoth[j] as number);
      offer(best, s, j, 2, two / Math.sqrt(square * size), both / weight);
    }
  }
  return best;
}

function addShared(
  a: Outline,
  s: number,
  b: Outline,
  inB: Int32Array,
  dot: Float64Array,
  dotBoth: Float64Array,
  held: Float64Array,
  heldBoth: Float64Array,
): void {
  const { termStart, termList } = a.sentences;
  const { sentenceStart, sentenceList } = b.sentences;
  for (let i = termStart[s] as number; i < (termStart[s + 1] as number); i++) {
    const place = inB[termList[i] as number] as number;
    if (place < 0) continue;
    const weight = a.weights[termList[i] as number] as number;
    const square = weight * weight;
    let previous = -2;
    for (let k = sentenceStart[place] as number; k < (sentenceStart[place + 1] as number); k++) {
      const j = sentenceList[k] as number;
      dot[j] = (dot[j] as number) + square;
      held[j] = (held[j] as number) + weight;
      if (previous === j - 1) {
        dotBoth[previous] = (dotBoth[previous] as number) + square;
        heldBoth[previous] = (heldBoth[previous] as number) + weight;
      }
      previous = j;
    }
  }
}

function offer(best: Counterparts, s: number, place: number, span: number, cosine: number, containment: number): void {
  if (containment > (best.containment[s] as number)) best.containment[s] = Math.min(1, containment);
  // Rounding may lift a cosine above 1 by a few ulps.
  if (cosine <= (best.cosine[s] as number)) return;
  best.cosine[s] = Math.min(1, cosine);
  best.place[s] = place;
  best.span[s] = span;
}
