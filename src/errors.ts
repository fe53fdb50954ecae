/**
 * The run can't go on, and the user can mend it: a bad option, a missing path, nothing to compare. Each problem is one
 * sentence that says what was found and what to do; the message has them one a line. The command turns it into exit
 * code 2.
 */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly problems: readonly string[];

  constructor(problems: string | readonly string[]) {
    const list = typeof problems === 'string' ? [problems] : problems;
    super(list.join('\n'));
    this.problems = list;
  }
}

/** There is no article to compare at all. */
export class NothingToCompare extends UsageError {}
