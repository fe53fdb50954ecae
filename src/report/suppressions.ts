import type { IdleSuppression, Suppression } from '../model/match.ts';
import type { Result } from '../model/result.ts';

/** Who says that a pair is known, and in which words. */
export function suppressionWords(suppression: Suppression): string {
  if (suppression.by === 'front-matter') {
    return `${suppression.article} says ${suppression.field}: ${suppression.target}`;
  }
  return `ignorePairs[${suppression.index}] (${suppression.paths.join(', ')}): ${suppression.reason}`;
}

/** Something that an article says in vain. */
export function misreadWords({ path, said, wanted }: Result['misread'][number]): string {
  return `without effect in ${path}: ${said}; ${wanted}`;
}

/** A suppression that hides nothing, and why. A new cause that nobody words does not compile. */
export function idleWords({ suppression, cause }: IdleSuppression): string {
  return `suppression without effect: ${suppressionWords(suppression)}; ${whyIdle[cause](suppression)}`;
}

const whyIdle: Readonly<Record<IdleSuppression['cause'], (suppression: Suppression) => string>> = {
  'no-article': () => 'no such article was scanned',
  'no-match': () => 'these articles no longer match',
  expired: (suppression) => `it expired after ${'expires' in suppression ? suppression.expires : 'its last day'}`,
};
