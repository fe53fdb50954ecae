import type { Suppressed } from '../../model/match.ts';
import { suppressionWords } from '../suppressions.ts';
import { scoreShort } from '../wording.ts';
import { hang } from '../wrap.ts';
import type { View } from './view.ts';

/** Every match that is known, and what says so. */
export function suppressedLines(suppressed: readonly Suppressed[], { ink, width }: View): string[] {
  return suppressed.flatMap(({ a, b, relation, score, suppression }) => [
    ...hang('  ', [ink.heading(a), ' and ', ink.heading(b), ` · ${scoreShort(relation, score)}`], width),
    ...hang('    ', [ink.quiet(suppressionWords(suppression))], width),
  ]);
}
