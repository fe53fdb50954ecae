import type { FeatureName, Side } from './features.ts';
import { type Outline, PLAIN } from './outline.ts';

type VocabularyFeature = Extract<FeatureName, 'leadCosine' | 'termJaccard' | 'shorterLength'>;

/** How alike two articles are as wholes: their leads, their terms, and how much there is to judge by. */
export function vocabularyAgreement(a: Side, b: Side): Record<VocabularyFeature, number> {
  const shared = sharedWeight(a);
  const all = sum(a.own.weights) + sum(b.own.weights) - shared;
  return {
    leadCosine: leadCosine(a, b.own),
    termJaccard: all > 0 ? shared / all : 0,
    shorterLength: Math.log(Math.max(1, Math.min(wordCount(a.own), wordCount(b.own)))),
  };
}

/** Neither a name nor a number, in neither article. */
export function isPlainTerm({ own, other, inOther }: Side, term: number): boolean {
  const place = inOther[term] as number;
  return own.kinds[term] === PLAIN && (place < 0 || other.kinds[place] === PLAIN);
}

function sharedWeight({ own, inOther }: Side): number {
  let shared = 0;
  for (let term = 0; term < own.terms.length; term++) {
    if ((inOther[term] as number) >= 0) shared += own.weights[term] as number;
  }
  return shared;
}

function leadCosine({ own, inOther }: Side, other: Outline): number {
  const inLead = leadTerms(own);
  const inOtherLead = leadTerms(other);
  let dot = 0;
  for (let term = 0; term < own.terms.length; term++) {
    const place = inOther[term] as number;
    if (inLead[term] === 1 && place >= 0 && inOtherLead[place] === 1) dot += (own.weights[term] as number) ** 2;
  }
  const norms = leadSquares(own, inLead) * leadSquares(other, inOtherLead);
  return norms === 0 ? 0 : dot / Math.sqrt(norms);
}

function leadTerms({ terms, lead, sentences }: Outline): Uint8Array {
  const inLead = new Uint8Array(terms.length);
  for (let i = 0; i < (sentences.termStart[lead] as number); i++) inLead[sentences.termList[i] as number] = 1;
  return inLead;
}

function leadSquares({ weights }: Outline, inLead: Uint8Array): number {
  return weights.reduce((squares, weight, term) => squares + (inLead[term] as number) * weight * weight, 0);
}

function wordCount({ article }: Outline): number {
  return article.words.hashes.length;
}

function sum(values: Float64Array): number {
  return values.reduce((all, value) => all + value, 0);
}
