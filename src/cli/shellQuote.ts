/** What every shell takes as it stands. */
const PLAIN = /^[\w@%+=:,./-]+$/;

/**
 * An argument as it may be pasted into a POSIX shell, on one line. Control characters, which would break the line or
 * steer the terminal, are written as `$'\n'` has them.
 */
export function shellQuote(argument: string): string {
  if (PLAIN.test(argument)) return argument;
  if (!/\p{Cc}/u.test(argument)) return `'${argument.replaceAll("'", "'\\''")}'`;
  const escaped = argument.replace(/[\\']/g, '\\$&').replace(/\p{Cc}/gu, inHex);
  return `$'${escaped}'`;
}

function inHex(character: string): string {
  return [...new TextEncoder().encode(character)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
}
