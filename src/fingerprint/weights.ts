import { ABSENT, enter, hashTable, lookUp } from '../hashTable.ts';
import type { Fingerprint, Terms } from '../model/article.ts';
import { reusedRoom } from '../room.ts';
import type { TermCounts } from './termCounts.ts';

/** Weight of a term by its id: how much it says of an article that it occurs there, in nats. */
export type TermWeight = (id: number) => number;

/**
 * Articles taken to be known in a language that has no background: with two articles in the folder a term that both
 * have must not count for less than half of one that only one has.
 */
const PRIOR_DOCUMENTS = 1_000;

/**
 * Inverse document frequency ln((N + 1) / (df + 1/2)) over the folder and, for its language, the shipped background:
 * an archive speaks for itself, and a folder of two articles has sensible weights too. Always above 0.
 */
export function termWeight(folder: TermCounts, background: TermCounts | null): TermWeight {
  const documents = folder.documents + (background?.documents ?? PRIOR_DOCUMENTS) + 1;
  const known = background?.documentFrequency;
  return remembered((id) =>
    Math.log(documents / ((folder.documentFrequency.get(id) ?? 0) + (known?.get(id) ?? 0) + 0.5)),
  );
}

/** Looking up two large maps costs ten times as much as one table, and each article's terms are weighed twice or more. */
function remembered(weight: TermWeight): TermWeight {
  const places = hashTable();
  let weights = new Float64Array(2 ** 10);
  return (id) => {
    const place = lookUp(places, id);
    if (place !== ABSENT) return weights[place] as number;
    const next = places.size;
    if (next === weights.length) {
      const more = new Float64Array(2 * next);
      more.set(weights);
      weights = more;
    }
    enter(places, id, next);
    weights[next] = weight(id);
    return weights[next] as number;
  };
}

/** Weights of an article's terms, parallel to `terms.ids`, by weight times 1 + ln(count), and their Euclidean norm. */
export interface WeightedTerms {
  readonly weights: Float32Array;
  readonly norm: number;
}

/** A fingerprint, and what its terms weigh in this folder. */
export interface WeightedFingerprint {
  readonly fingerprint: Fingerprint;
  readonly weighted: WeightedTerms;
}

/** 1 + ln(count) of the counts that nearly all terms have: a logarithm takes longer than all else here. */
const FACTORS: readonly number[] = Array.from({ length: 32 }, (_, count) => 1 + Math.log(count));

export function weighTerms({ ids, counts }: Terms, weight: TermWeight): WeightedTerms {
  const weights = new Float32Array(ids.length);
  let squares = 0;
  for (let i = 0; i < ids.length; i++) {
    const count = counts[i] as number;
    weights[i] = weight(ids[i] as number) * (FACTORS[count] ?? 1 + Math.log(count));
    squares += (weights[i] as number) ** 2;
  }
  return { weights, norm: Math.sqrt(squares) };
}

/**
 * The ids of the article's `size` heaviest terms among those that `isShared`, ascending; equal weights by id. A term that
 * no other article of the folder has can't bring two together.
 */
export function distinctiveTerms(
  { ids }: Terms,
  { weights }: WeightedTerms,
  size: number,
  isShared: (id: number) => boolean,
): Float64Array {
  // Places of the heaviest so far, the heaviest first: most terms are lighter than all of them, and are passed over.
  const chosen = roomForPlaces(size + 1);
  let count = 0;
  for (let i = 0; i < ids.length; i++) {
    const weight = weights[i] as number;
    if (count === size && !(weight > (weights[chosen[size - 1] as number] as number))) continue;
    if (!isShared(ids[i] as number)) continue;
    let place = count;
    while (place > 0 && (weights[chosen[place - 1] as number] as number) < weight) {
      chosen[place] = chosen[place - 1] as number;
      place--;
    }
    chosen[place] = i;
    if (count < size) count++;
  }
  const places = chosen.slice(0, count).sort();
  const heaviest = new Float64Array(count);
  for (let i = 0; i < count; i++) heaviest[i] = ids[places[i] as number] as number;
  return heaviest;
}

const roomForPlaces = reusedRoom();

/** Cosine of two weighted term vectors, 0..1. Symmetric to the bit. */
export function termCosine(a: Terms, wa: WeightedTerms, b: Terms, wb: WeightedTerms): number {
  let dot = 0;
  for (let i = 0, j = 0; i < a.ids.length && j < b.ids.length; ) {
    const x = a.ids[i] as number;
    const y = b.ids[j] as number;
    if (x === y) dot += (wa.weights[i] as number) * (wb.weights[j] as number);
    if (x <= y) i++;
    if (y <= x) j++;
  }
  const norms = wa.norm * wb.norm;
  return norms === 0 ? 0 : Math.min(1, dot / norms);
}
