import type { FeatureName } from '../../model/evidence.ts';
import type { Whole } from './features.ts';
import { PLAIN } from './telling.ts';

type VocabularyFeature = Extract<FeatureName, 'leadCosine' | 'termJaccard' | 'shorterLength'>;

/** How alike two articles are as wholes: their leads, their terms, and how much there is to judge by. */
export function vocabularyAgreement(a: Whole, b: Whole): Record<VocabularyFeature, number> {
  const shared = sharedWeight(a);
  const all = a.own.weight + b.own.weight - shared;
  return {
    leadCosine: leadCosine(a),
    termJaccard: all > 0 ? shared / all : 0,
    shorterLength: Math.log(Math.max(1, Math.min(a.own.words, b.own.words))),
  };
}

/** Neither a name nor a number, in neither article. */
export function isPlainTerm({ own, other, inOther }: Whole, term: number): boolean {
  const place = inOther[term] as number;
  return own.kinds[term] === PLAIN && (place < 0 || other.kinds[place] === PLAIN);
}

function sharedWeight({ own, inOther }: Whole): number {
  let shared = 0;
  for (let term = 0; term < own.terms.length; term++) {
    if ((inOther[term] as number) >= 0) shared += own.weights[term] as number;
  }
  return shared;
}

function leadCosine({ own, other, inOther }: Whole): number {
  let dot = 0;
  for (let i = 0, j = 0; i < own.leadTerms.length; i++) {
    const term = own.leadTerms[i] as number;
    const place = inOther[term] as number;
    while (j < other.leadTerms.length && (other.leadTerms[j] as number) < place) j++;
    if (place >= 0 && other.leadTerms[j] === place) dot += (own.weights[term] as number) ** 2;
  }
  const norms = own.leadSquares * other.leadSquares;
  return norms === 0 ? 0 : dot / Math.sqrt(norms);
}
