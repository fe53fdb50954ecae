import type { Failing, Match } from '../model.ts';

/** Whether a match is of a kind that a check fails on. */
export function isFailing({ relation, template }: Match, failOn: readonly Failing[]): boolean {
  return failOn.includes(template ? 'template' : relation);
}
