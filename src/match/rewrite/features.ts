import type { FeatureName } from '../../model/evidence.ts';
import { type Counterparts, counterparts, type SharedTerms, sharedTerms } from './alignment.ts';
import { answeredFacts } from './answeredFacts.ts';
import { factAgreement } from './factAgreement.ts';
import type { Outline } from './outline.ts';
import { quoteAgreement } from './quoteAgreement.ts';
import { sentenceAgreement } from './sentenceAgreement.ts';
import { vocabularyAgreement } from './vocabularyAgreement.ts';
import { weekdaysAgree } from './weekdays.ts';

export interface Feature {
  readonly name: FeatureName;
  readonly monotone: 1 | -1;
  /**
   * What it is measured by: the `alignment` of the sentences, the `weights` of terms alone, or neither. One of weights is a
   * ratio of sums of weights or of their squares, or ln(1 + such a sum).
   */
  readonly by: 'alignment' | 'weights' | 'words';
}

/**
 * What the model knows of a pair, each figure the same when the articles change places: where the two directions
 * differ, the smaller or the larger of the two. `monotone` is +1 where more of it must never lower the score, -1 where
 * it must never raise it.
 *
 * Chosen out of 43 by the loss in five-fold cross-validation on the tune part: these twenty have a lower one than all
 * together. Held means: share, by weight, of what one article has that the other has too.
 */
export const FEATURES: readonly Feature[] = [
  // Sentences: which answers which.
  { name: 'coverageLeast', monotone: 1, by: 'alignment' }, // mean cosine of the sentences with their counterparts, worse direction
  { name: 'wordingHeldLeast', monotone: 1, by: 'alignment' }, // plain words that stand in the counterpart too (no names, no numbers)
  { name: 'wordingHeldMost', monotone: 1, by: 'alignment' },
  { name: 'mutualSentences', monotone: 1, by: 'alignment' }, // sentences that are each other's counterpart, per sentence of the shorter
  { name: 'distinctCounterparts', monotone: 1, by: 'alignment' }, // how many different sentences answer, per sentence of the shorter
  { name: 'openingHeldLeast', monotone: 1, by: 'alignment' }, // the first third of the sentences
  { name: 'sameOrder', monotone: 1, by: 'alignment' }, // share of sentence pairs whose counterparts are in the same order
  // The two articles as a whole.
  { name: 'leadCosine', monotone: 1, by: 'weights' }, // lead against lead
  { name: 'leadHeldMost', monotone: 1, by: 'alignment' }, // of one lead, what the other's sentences hold
  { name: 'termJaccard', monotone: 1, by: 'weights' },
  { name: 'shorterLength', monotone: 1, by: 'words' }, // ln of the words of the shorter article
  // Facts: what a follow-up changes.
  { name: 'factsHeldMost', monotone: 1, by: 'weights' }, // names and numbers
  { name: 'numbersHeldMost', monotone: 1, by: 'words' },
  { name: 'weekdaysAgree', monotone: 1, by: 'words' }, // of the weekdays in the leads: 1 if one is common, 0 if none is
  { name: 'numbersAnswered', monotone: 1, by: 'alignment' }, // of the sentences with numbers, answered by such: share with one in common
  { name: 'namesAnswered', monotone: 1, by: 'alignment' }, // the same of names
  { name: 'newFactsLeast', monotone: -1, by: 'weights' }, // ln(1 + weight of the names and numbers that the other lacks)
  { name: 'newFactsMost', monotone: -1, by: 'weights' },
  { name: 'quotesHeldLeast', monotone: 1, by: 'words' },
  { name: 'newQuotesLeast', monotone: -1, by: 'words' }, // ln(1 + quoted word triples that the other lacks)
];

/**
 * Stands for a share that can't be taken, since one of the articles has no number, quotation or weekday: less than
 * agreement, more than disagreement. (Were it a case of its own, a model would read the genre from it.)
 */
const NOTHING_TO_COMPARE = 0.5;

const NOT_YET_ALIGNED: Float64Array = Float64Array.from(FEATURES, ({ by }) =>
  by === 'alignment' ? Number.NaN : NOTHING_TO_COMPARE,
);

/** Place of each feature in `FEATURES`. */
const PLACE = Object.fromEntries(FEATURES.map(({ name }, place) => [name, place])) as Record<FeatureName, number>;

type Measured = Partial<Record<FeatureName, number>>;

/** Each measures some of the features that ask for no alignment, NaN where one can't be taken. */
const OF_WHOLES: readonly ((a: Whole, b: Whole) => Measured)[] = [
  vocabularyAgreement,
  factAgreement,
  ({ own: a }, { own: b }) => quoteAgreement(a, b),
  ({ own: a }, { own: b }) => ({ weekdaysAgree: weekdaysAgree(a, b) }),
];

/** The others. */
const OF_SENTENCES: readonly ((a: Side, b: Side) => Measured)[] = [sentenceAgreement, answeredFacts];

/** A pair's features in the order of `FEATURES`, and the alignment they rest on. */
export interface ComparedOutlines {
  readonly values: Float64Array;
  readonly ofA: Counterparts;
  readonly ofB: Counterparts;
}

/** Measures a pair. Exchanging a and b gives the same values to the bit. */
export function compareOutlines(a: Outline, b: Outline): ComparedOutlines {
  const { values, shared } = compareWholes(a, b);
  const { inA, inB } = shared;
  const ofA = counterparts(a, b, inB);
  const ofB = counterparts(b, a, inA);
  const one = { own: a, other: b, inOther: inB, counterparts: ofA };
  const two = { own: b, other: a, inOther: inA, counterparts: ofB };
  for (const measure of OF_SENTENCES) enter(measure(one, two), values);
  for (let i = 0; i < values.length; i++) if (Number.isNaN(values[i])) values[i] = NOTHING_TO_COMPARE;
  return { values, ofA, ofB };
}

/** The features that ask for no alignment, at a twentieth of the cost; NaN for the others. */
export function compareWholes(a: Outline, b: Outline): { values: Float64Array; shared: SharedTerms } {
  const shared = sharedTerms(a, b);
  const one = { own: a, other: b, inOther: shared.inB };
  const two = { own: b, other: a, inOther: shared.inA };
  const values = NOT_YET_ALIGNED.slice();
  for (const measure of OF_WHOLES) enter(measure(one, two), values);
  return { values, shared };
}

function enter(measured: Measured, values: Float64Array): void {
  for (const name in measured) {
    const value = measured[name as FeatureName] as number;
    if (!Number.isNaN(value)) values[PLACE[name as FeatureName]] = value;
  }
}

/** One article of a pair as seen from itself: its terms, and which of them the other has. */
export interface Whole {
  readonly own: Outline;
  readonly other: Outline;
  /** Place in `other.terms` of each of own's terms, -1 where it lacks it. */
  readonly inOther: Int32Array;
}

/** The same, with the sentences of the other that answer its own. */
export interface Side extends Whole {
  readonly counterparts: Counterparts;
}
