import type { Match } from '../model.ts';

/** Whether `--check` fails on a match: on every one but template siblings, where only figures and names differ. */
export function isFinding(match: Match): boolean {
  return !match.template;
}
