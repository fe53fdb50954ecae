import type { SetAsideReason, Skip, SkipReason } from '../model/article.ts';
import { count } from './wording.ts';

/** Why something found was not compared. A new reason that nobody words does not compile. */
export const skipWords: Readonly<Record<SkipReason, string>> = {
  unreadable: 'unreadable',
  binary: 'binary',
  empty: 'empty',
  'too-short': 'too short',
  'bad-record': 'bad record',
  link: 'links to something taken already or missing',
  'too-large': 'too large',
  'bad-markup': 'broken markup',
  disabled: 'asks to be left out',
};

/** Why a stretch of an article took no part in the comparison. */
export const setAsideWords: Readonly<Record<SetAsideReason, string>> = {
  'share-line': 'share line',
  navigation: 'navigation',
  'repeated-line': 'repeated in this article',
  'recurring-line': 'recurs across articles',
  disabled: 'disabled by comment',
};

/**
 * The skips in one line for people, e.g. "3 skipped: 2 too short, 1 binary; -v lists them".
 * Empty where nothing was skipped.
 */
export function skipSummary(skips: readonly Skip[]): string {
  if (skips.length === 0) return '';
  const tally = new Map<SkipReason, number>();
  for (const { reason } of skips) tally.set(reason, (tally.get(reason) ?? 0) + 1);
  const reasons = [...tally]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([reason, n]) => `${count(n)} ${skipWords[reason]}`);
  return `${count(skips.length)} skipped: ${reasons.join(', ')}; -v lists ${skips.length === 1 ? 'it' : 'them'}`;
}
