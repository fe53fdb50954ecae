import type { Match } from '../model/match.ts';
import type { Failing } from '../model/result.ts';

/** Whether a match is of a kind that a check fails on. */
export function isFailing({ relation, template }: Match, failOn: readonly Failing[]): boolean {
  return failOn.includes(template ? 'template' : relation);
}
