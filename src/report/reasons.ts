import type { Contribution, FeatureName } from '../model/evidence.ts';
import type { Relation, Shortfall } from '../model/match.ts';
import { counted, percent, probability } from './wording.ts';

const NAMED: Readonly<Record<Relation, string>> = {
  identical: 'identical',
  'near-copy': 'a near-copy',
  excerpt: 'an excerpt',
  rewrite: 'a rewrite',
};

/** Why a relation does not hold, as a sentence. A new cause that nobody words does not compile. */
export function shortfallSentence(shortfall: Shortfall): string {
  switch (shortfall.cause) {
    case 'other-words':
      return 'Not identical: the words differ.';
    case 'low-jaccard':
      return `Not a near-copy: they share ${percent(shortfall.value)} of their 5-word shingles; a near-copy shares ${percent(shortfall.threshold)} or more.`;
    case 'low-containment':
      return `Not an excerpt: ${percent(shortfall.value)} of the shorter one's shingles are in the other; an excerpt has ${percent(shortfall.threshold)} or more.`;
    case 'short-witness':
      return `Not an excerpt: at most ${counted(shortfall.value, 'word')} in a row ${shortfall.value === 1 ? 'is' : 'are'} the same; an excerpt has ${shortfall.threshold} or more.`;
    case 'low-probability':
      return `Not a rewrite: probability ${probability(shortfall.value)}; a rewrite has ${probability(shortfall.threshold)} or more.`;
    case 'too-short':
      return `Not judged as ${NAMED[shortfall.relation]}: one has only ${counted(shortfall.value, 'word')}, and under ${shortfall.threshold} there is too little to go by.`;
    case 'other-language':
      return `Not judged as a rewrite: one is in "${shortfall.a}", the other in "${shortfall.b}".`;
    case 'other-subject':
      return 'Not a rewrite: they have hardly a distinctive term in common.';
    case 'template':
      return 'Not a rewrite: the two fill the same template with other numbers, dates and names.';
    case 'other-relation':
      return `Not ${NAMED[shortfall.relation]}: it is ${NAMED[shortfall.is]}, which was not looked for.`;
  }
}

/** What a feature says when it speaks for a rewrite, and when it speaks against one. */
interface FeatureWords {
  readonly pro: string;
  readonly con: string;
  /** Where a half may mean that one of the articles has nothing of the kind to compare. */
  readonly half?: string;
  /** How the figure is told: a share as a percentage, a logarithm of words as their number; else it says nothing. */
  readonly figure?: 'share' | 'words';
}

/** Every feature, worded for an editor. A new one that nobody words does not compile. */
const featureWords: Readonly<Record<FeatureName, FeatureWords>> = {
  coverageLeast: {
    pro: 'each sentence of either article finds its like in the other',
    con: 'many sentences of one article find nothing like them in the other',
    figure: 'share',
  },
  wordingHeldLeast: {
    pro: 'either article has the words of the other in the sentences that answer',
    con: 'one article says much in words that the answering sentences of the other lack',
    figure: 'share',
  },
  wordingHeldMost: {
    pro: 'one article has the words of the other in the sentences that answer',
    con: 'neither article has the words of the other in the sentences that answer',
    figure: 'share',
  },
  mutualSentences: {
    pro: 'many sentences answer each other, and nothing else better',
    con: 'few sentences answer each other',
  },
  distinctCounterparts: {
    pro: 'sentences all over the articles answer each other',
    con: 'what they have in common is in a few sentences',
    figure: 'share',
  },
  openingHeldLeast: {
    pro: 'what either tells first is in the other',
    con: 'what one tells first is hardly in the other',
    figure: 'share',
  },
  sameOrder: {
    pro: 'they tell it in the same order',
    con: 'they tell it in another order',
    half: 'too few sentences answer each other to speak of an order',
    figure: 'share',
  },
  leadCosine: { pro: 'their leads are alike', con: 'their leads differ', figure: 'share' },
  leadHeldMost: {
    pro: 'the lead of one is told in the other',
    con: 'the lead of neither is told in the other',
    figure: 'share',
  },
  termJaccard: {
    pro: 'they share a vocabulary down to its rare words',
    con: 'they share few of their telling words',
    figure: 'share',
  },
  shorterLength: {
    pro: 'there is enough text to judge by: the shorter one has',
    con: 'there is little text to judge by: the shorter one has',
    figure: 'words',
  },
  factsHeldMost: {
    pro: 'the names and numbers of one are in the other',
    con: 'either has names and numbers that the other lacks',
    figure: 'share',
  },
  numbersHeldMost: {
    pro: 'the numbers of one are in the other',
    con: 'their numbers differ',
    half: 'half of the numbers are in both, or one has none',
    figure: 'share',
  },
  weekdaysAgree: {
    pro: 'their leads name the same weekday',
    con: 'their leads name different weekdays',
    half: 'not both leads name a weekday',
  },
  numbersAnswered: {
    pro: 'sentences that answer each other give the same numbers',
    con: 'sentences that answer each other give different numbers',
    half: 'of the sentences that answer each other half give the same numbers, or none gives any',
    figure: 'share',
  },
  namesAnswered: {
    pro: 'sentences that answer each other name the same',
    con: 'sentences that answer each other name others',
    half: 'of the sentences that answer each other half name the same, or none names any',
    figure: 'share',
  },
  newFactsLeast: {
    pro: 'one has hardly a name or number that the other lacks',
    con: 'each has many names and numbers that the other lacks',
  },
  newFactsMost: {
    pro: 'neither has many names and numbers that the other lacks',
    con: 'one has many names and numbers that the other lacks',
  },
  quotesHeldLeast: {
    pro: 'they quote the same',
    con: 'they quote different words',
    half: 'half of the quoted words are in both, or one quotes nothing',
    figure: 'share',
  },
  newQuotesLeast: {
    pro: 'one quotes nothing that the other lacks',
    con: 'each quotes words that the other lacks',
  },
};

/** One feature's part in the verdict on a rewrite. */
export function contributionWords({ feature, value, logOdds }: Contribution): { weight: string; reason: string } {
  const { pro, con, half, figure } = featureWords[feature];
  const weight = `${logOdds < 0 ? '-' : '+'}${Math.abs(logOdds).toFixed(2)}`;
  if (half !== undefined && value === 0.5) return { weight, reason: half };
  const says = logOdds < 0 ? con : pro;
  if (figure === 'words') return { weight, reason: `${says} ${counted(Math.round(Math.exp(value)), 'word')}` };
  return { weight, reason: figure === 'share' ? `${says} (${percent(value)})` : says };
}
