/** What every shell takes as it stands. */
const PLAIN = /^[\w@%+=:,./-]+$/;

/** What would break the line, steer the terminal or turn the reading direction. */
const UNSEEN = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u;

/** An argument as it may be pasted into a POSIX shell, on one line; null if there is something in it that can't be seen. */
export function shellQuote(argument: string): string | null {
  if (PLAIN.test(argument)) return argument;
  return UNSEEN.test(argument) ? null : `'${argument.replaceAll("'", "'\\''")}'`;
}
