import type { FeatureName } from '../../model.ts';
import type { Outline } from './outline.ts';

type QuoteFeature = Extract<FeatureName, 'quotesHeldLeast' | 'newQuotesLeast'>;

/** Fewer quoted triples are a slogan, not a quotation. */
const LEAST_QUOTED = 5;

/** How much of what one article quotes the other has too, word for word: a new quotation is news. */
export function quoteAgreement(a: Outline, b: Outline): Record<QuoteFeature, number> {
  const inA = held(a, b);
  const inB = held(b, a);
  const bothQuote = Math.min(a.quoted.length, b.quoted.length) >= LEAST_QUOTED;
  return {
    quotesHeldLeast: bothQuote ? Math.min(inA / a.quoted.length, inB / b.quoted.length) : Number.NaN,
    newQuotesLeast: Math.log1p(Math.min(a.quoted.length - inA, b.quoted.length - inB)),
  };
}

/** How many of the one's quoted triples the other has: both ascend, so that one walk tells. */
function held({ quoted }: Outline, { trigrams }: Outline): number {
  let count = 0;
  for (let i = 0, j = 0; i < quoted.length && j < trigrams.length; ) {
    const triple = quoted[i] as number;
    const other = trigrams[j] as number;
    if (triple === other) count++;
    if (triple <= other) i++;
    else j++;
  }
  return count;
}
