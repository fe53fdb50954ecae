import { background } from '../../fingerprint/background.ts';
import { type TermWeight, termWeight, weighTerms } from '../../fingerprint/weights.ts';
import type { CorpusStats } from '../../model/article.ts';
import type { Weighing } from '../subject.ts';
import { outline } from './outline.ts';

/** How terms weigh by these counts and by what is known of each language. */
export function weighing(stats: CorpusStats): Weighing {
  const weights = weightsByLanguage(stats);
  return {
    outlineOf: (telling) => outline(telling, weights(telling.language)),
    weightsOf: ({ terms, language }) => weighTerms(terms, weights(language)),
  };
}

function weightsByLanguage(stats: CorpusStats): (language: string) => TermWeight {
  const byLanguage = new Map<string, TermWeight>();
  return (language) => {
    const weight = byLanguage.get(language) ?? termWeight(stats, background(language));
    byLanguage.set(language, weight);
    return weight;
  };
}
