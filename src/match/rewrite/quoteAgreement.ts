import type { FeatureName } from '../../model/evidence.ts';
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
  let count = 0;
  for (let i = 0; i < quoted.length; i++) if (has(trigrams, quoted[i] as number)) count++;
  return count;
}

/**
 * Whether one of the values, which ascend, is `hash`. Hashes are evenly spread, so that how large one is says where it
 * would be, but for some ten places among 500: near enough to walk there.
 */
function has(hashes: Uint32Array, hash: number): boolean {
  let at = Math.floor((hash / HASHES) * hashes.length);
  while (at > 0 && (hashes[at] as number) > hash) at--;
  while (at < hashes.length && (hashes[at] as number) < hash) at++;
  return hashes[at] === hash;
}

/** Hashes have 32 bits. */
const HASHES = 2 ** 32;
