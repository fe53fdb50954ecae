import type { FeatureName } from '../../model/evidence.ts';
import type { Side } from './features.ts';
import { isPlainTerm } from './vocabularyAgreement.ts';

/** A counterpart of this cosine is one; below, two sentences merely share a word. */
const MUTUAL_COSINE = 0.2;
const DISTINCT_COSINE = 0.25;

/** Order is taken from at most so many sentences: it is quadratic in them, and settled long before. */
const MOST_ORDERED = 400;

type SentenceFeature = Extract<
  FeatureName,
  | 'coverageLeast'
  | 'leadHeldMost'
  | 'wordingHeldLeast'
  | 'wordingHeldMost'
  | 'mutualSentences'
  | 'distinctCounterparts'
  | 'openingHeldLeast'
  | 'sameOrder'
>;

/** How the sentences of two articles answer each other. */
export function sentenceAgreement(a: Side, b: Side): Record<SentenceFeature, number> {
  const fewest = Math.max(1, Math.min(a.own.sentences.count, b.own.sentences.count));
  const heldOfA = wordingHeld(a);
  const heldOfB = wordingHeld(b);
  const answersToA = answers(a);
  const answersToB = answers(b);
  return {
    coverageLeast: Math.min(coverage(a), coverage(b)),
    leadHeldMost: Math.max(leadHeld(a), leadHeld(b)),
    wordingHeldLeast: Math.min(heldOfA, heldOfB),
    wordingHeldMost: Math.max(heldOfA, heldOfB),
    mutualSentences: Math.max(mutual(a, b), mutual(b, a)) / fewest,
    distinctCounterparts: Math.min(distinct(answersToA), distinct(answersToB)) / fewest,
    openingHeldLeast: Math.min(openingHeld(a), openingHeld(b)),
    sameOrder: (sameOrder(answersToA) + sameOrder(answersToB)) / 2,
  };
}

function coverage({ own, counterparts }: Side): number {
  return weightedMean(own.sentences.weights, counterparts.cosine, own.sentences.count);
}

function leadHeld({ own, counterparts }: Side): number {
  return weightedMean(own.sentences.weights, counterparts.containment, own.lead);
}

function openingHeld({ own, counterparts }: Side): number {
  return weightedMean(own.sentences.weights, counterparts.containment, Math.ceil(own.sentences.count / 3));
}

function weightedMean(weights: Float64Array, values: Float64Array, count: number): number {
  let sum = 0;
  let all = 0;
  for (let s = 0; s < count; s++) {
    sum += (weights[s] as number) * (values[s] as number);
    all += weights[s] as number;
  }
  return all === 0 ? 0 : sum / all;
}

/** Share of the plain terms' weight, over all sentences, that stands in the counterpart or a sentence beside it. */
function wordingHeld(side: Side): number {
  const { own, inOther, counterparts } = side;
  const { count, termStart, termList } = own.sentences;
  let held = 0;
  let all = 0;
  for (let s = 0; s < count; s++) {
    const answer = counterparts.place[s] as number;
    for (let i = termStart[s] as number; i < (termStart[s + 1] as number); i++) {
      const term = termList[i] as number;
      if (!isPlainTerm(side, term)) continue;
      const weight = own.weights[term] as number;
      all += weight;
      if (answer >= 0 && standsNear(side, inOther[term] as number, answer)) held += weight;
    }
  }
  return all === 0 ? 0 : held / all;
}

function standsNear({ other }: Side, term: number, sentence: number): boolean {
  if (term < 0) return false;
  const { sentenceStart, sentenceList } = other.sentences;
  for (let i = sentenceStart[term] as number; i < (sentenceStart[term + 1] as number); i++) {
    if (Math.abs((sentenceList[i] as number) - sentence) <= 1) return true;
  }
  return false;
}

/** Own sentences whose counterpart's counterpart is the sentence itself or one beside it. */
function mutual({ own, counterparts }: Side, { counterparts: back }: Side): number {
  let count = 0;
  for (let s = 0; s < own.sentences.count; s++) {
    const answer = counterparts.place[s] as number;
    if (answer < 0 || (counterparts.cosine[s] as number) < MUTUAL_COSINE) continue;
    const answered = back.place[answer] as number;
    if (answered >= 0 && Math.abs(answered - s) <= 1) count++;
  }
  return count;
}

/** The counterparts of those sentences that have a sure one, in the order of the sentences. */
function answers({ own, counterparts }: Side): number[] {
  const places: number[] = [];
  for (let s = 0; s < own.sentences.count; s++) {
    if ((counterparts.cosine[s] as number) >= DISTINCT_COSINE) places.push(counterparts.place[s] as number);
  }
  return places;
}

function distinct(answers: readonly number[]): number {
  return new Set(answers).size;
}

/** 1/2 where there is nothing to order: neither for nor against. */
function sameOrder(answers: readonly number[]): number {
  const places = answers.slice(0, MOST_ORDERED);
  let ascending = 0;
  for (let i = 0; i < places.length; i++) {
    for (let j = i + 1; j < places.length; j++) if ((places[j] as number) >= (places[i] as number)) ascending++;
  }
  const pairs = (places.length * (places.length - 1)) / 2;
  return pairs === 0 ? 0.5 : ascending / pairs;
}
