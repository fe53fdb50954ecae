import { background } from '../fingerprint/background.ts';
import type { TermCounts } from '../fingerprint/termCounts.ts';
import { NO_TERM } from '../fingerprint/terms.ts';
import { termWeight } from '../fingerprint/weights.ts';
import type { Fingerprint } from '../model/article.ts';

/**
 * Which articles have a term whose weight has changed by more than the share `most` between two counts of the corpus.
 * Ten new texts among 10,000 change the weights of rare terms alone.
 */
export function drifted(
  articles: readonly Pick<Fingerprint, 'language' | 'terms'>[],
  before: TermCounts,
  now: TermCounts,
  most: number,
): boolean[] {
  const known = new Map<TermCounts | null, ReadonlySet<number>>();
  return articles.map(({ language, terms: { ids } }) => {
    const its = background(language);
    const terms = known.get(its) ?? driftedTerms(before, now, its, most);
    known.set(its, terms);
    return terms.has(NO_TERM) || (terms.size > 0 && ids.some((id) => terms.has(id)));
  });
}

/** Of the terms that are counted anywhere, and the one that stands for all others. */
function driftedTerms(before: TermCounts, now: TermCounts, its: TermCounts | null, most: number): Set<number> {
  const was = termWeight(before, its);
  const is = termWeight(now, its);
  const found = new Set<number>();
  const look = (id: number): void => {
    if (Math.abs(is(id) - was(id)) > most * was(id)) found.add(id);
  };
  for (const counts of [before, now, its]) for (const id of counts?.documentFrequency.keys() ?? []) look(id);
  look(NO_TERM);
  return found;
}
