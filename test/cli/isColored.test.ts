import { expect, it } from 'vitest';
import { isColored } from '../../src/cli/isColored.ts';

it.each([
  ['always', { NO_COLOR: '1' }, false, true],
  ['never', { FORCE_COLOR: '1' }, true, false],
  ['auto', {}, true, true],
  ['auto', {}, false, false],
  ['auto', { NO_COLOR: '1' }, true, false],
  ['auto', { NO_COLOR: '' }, true, true],
  ['auto', { FORCE_COLOR: '1', NO_COLOR: '1' }, false, true],
  ['auto', { FORCE_COLOR: '0' }, true, false],
  ['auto', { FORCE_COLOR: '' }, false, true],
  ['auto', { TERM: 'dumb' }, true, false],
] as const)('--color %s with %j on a terminal: %j gives color: %j', (when, env, isTerminal, colored) => {
  expect(isColored(when, env, isTerminal)).toBe(colored);
});
