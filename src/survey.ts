import { fingerprint } from './fingerprint/fingerprint.ts';
import { countTerms, termSequence } from './fingerprint/terms.ts';
import { type Telling, telling } from './match/rewrite/telling.ts';
import type { Article } from './model/article.ts';
import type { Surveyed } from './store/surveyed.ts';
import { surveyLines } from './surveyForCopies.ts';

/** What is kept of an article where all relations are looked for. */
export function survey(article: Article): Surveyed & { readonly telling: Telling } {
  const { terms, places } = countTerms(termSequence(article));
  return {
    fingerprint: fingerprint(article, terms),
    telling: telling(article, terms.ids, places),
    ...surveyLines(article),
  };
}
