/** What every shell takes as it stands. */
const PLAIN = /^[\w@%+=:,./-]+$/;

/** What would break the line, steer the terminal, turn the reading direction or command a runner of CI jobs (`##[`). */
const UNSEEN = /[\p{Cc}\p{Cf}\u2028\u2029]|(?<=##(?:vso)?)\[/giu;

/**
 * An argument as it may be pasted into a POSIX shell, on one line. What must not be seen is written as `$'\n'` has it.
 */
export function shellQuote(argument: string): string {
  if (PLAIN.test(argument)) return argument;
  if (argument.search(UNSEEN) < 0) return `'${argument.replaceAll("'", "'\\''")}'`;
  const escaped = argument.replace(/[\\']/g, '\\$&').replace(UNSEEN, inHex);
  return `$'${escaped}'`;
}

function inHex(character: string): string {
  return [...new TextEncoder().encode(character)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
}
