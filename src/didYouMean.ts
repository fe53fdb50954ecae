import { closest, distance } from 'fastest-levenshtein';

/**
 * " Did you mean 'x'?" for the candidate nearest to `word`, or '' if none is near: at most two edits in five letters,
 * as a slip of the finger makes; a farther guess would only puzzle.
 *
 * @param before what all candidates begin with
 */
export function didYouMean(word: string, candidates: readonly string[], before = ''): string {
  if (candidates.length === 0) return '';
  const best = closest(word, candidates);
  return distance(word, best) <= Math.ceil(word.length * 0.4) ? ` Did you mean '${before}${best}'?` : '';
}
