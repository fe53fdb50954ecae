import type { NameOf } from './problems.ts';
import type { IgnorePair } from './settings.ts';

/**
 * What is wrong with rules of `ignorePairs` whose `samePath` has nothing to compare: it is about the path below `**`, and
 * a rule in which there is none would hold for any two articles.
 */
export function problemsOfSamePath(pairs: readonly IgnorePair[], nameOf: NameOf): string[] {
  return pairs.flatMap(({ paths, samePath }, i) =>
    paths.flatMap((glob, j) => {
      if (!samePath || glob.split('/').includes('**')) return [];
      return [
        `${nameOf([i, 'paths', j])} must hold **, below which samePath compares, as in en/**; '${glob}' does not.`,
      ];
    }),
  );
}
