import type { Contribution, Shortfall } from '../model.ts';
import { counted, percent, probability } from './wording.ts';

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
      return `Not judged as a rewrite: one has only ${counted(shortfall.value, 'word')}, and under ${shortfall.threshold} there is too little to go by.`;
    case 'other-language':
      return `Not judged as a rewrite: one is in "${shortfall.a}", the other in "${shortfall.b}".`;
    case 'other-subject':
      return 'Not a rewrite: they have hardly a distinctive term in common.';
    case 'template':
      return 'Not a rewrite: the two fill the same template with other numbers, dates and names.';
  }
}

/** What each feature of a rewrite says when it speaks for one; a feature without words is shown by its name. */
const featureWords: Readonly<Record<string, string>> = {};

/** One feature's part in the verdict on a rewrite. */
export function contributionWords(contribution: Contribution): { weight: string; reason: string } {
  const sign = contribution.logOdds < 0 ? '-' : '+';
  return {
    weight: `${sign}${Math.abs(contribution.logOdds).toFixed(2)}`,
    reason: `${featureWords[contribution.feature] ?? contribution.feature} (${contribution.value.toFixed(2)})`,
  };
}
