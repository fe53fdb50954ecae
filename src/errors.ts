/**
 * The run can't go on, and the user can mend it: a bad option, a missing path, nothing to compare. The message is one
 * sentence that says what was found and what to do. The command turns it into exit code 2.
 */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
