/**
 * Whether a report is colored: as `--color` says; on `auto` as FORCE_COLOR says, else not under NO_COLOR (any value but
 * the empty one; https://no-color.org) nor on a dumb terminal, else on a terminal.
 */
export function isColored(
  when: 'auto' | 'always' | 'never',
  env: Readonly<Record<string, string | undefined>>,
  isTerminal: boolean,
): boolean {
  if (when !== 'auto') return when === 'always';
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return isTerminal && !env.NO_COLOR && env.TERM !== 'dumb';
}
