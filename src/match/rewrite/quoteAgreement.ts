import type { FeatureName } from './features.ts';
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

function held({ quoted }: Outline, { trigrams }: Outline): number {
  return quoted.reduce((count, triple) => count + (trigrams.has(triple) ? 1 : 0), 0);
}
