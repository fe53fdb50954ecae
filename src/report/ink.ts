import { Chalk } from 'chalk';
import type { Run } from './wrap.ts';

/** The few inks of a terminal report; every distinction that they make is also made in words or signs. */
export interface Inks {
  readonly heading: (text: string) => Run;
  readonly quiet: (text: string) => Run;
  /** What only the first article has, in `[-…-]`. */
  readonly removed: (text: string) => Run;
  /** What only the second article has, in `{+…+}`. */
  readonly added: (text: string) => Run;
  /** Words that both have. */
  readonly shared: (text: string) => Run;
}

/** Inks for a terminal of 16 colours, or inks that leave the text as it is. */
export function inks(color: boolean): Inks {
  const chalk = new Chalk({ level: color ? 1 : 0 });
  return {
    heading: (text) => ({ text, paint: chalk.bold }),
    quiet: (text) => ({ text, paint: chalk.dim }),
    removed: (text) => ({ text: `[-${text}-]`, paint: chalk.red }),
    added: (text) => ({ text: `{+${text}+}`, paint: chalk.green }),
    shared: (text) => ({ text, paint: chalk.bold }),
  };
}
