import type { Progress } from '../config/settings.ts';
import { count } from '../report/wording.ts';
import type { Options } from './options.ts';
import type { Sink } from './world.ts';

/** Ten times a second looks live; more often, drawing would cost more than counting. */
const REDRAW_MS = 100;

/** What the stages are called where their progress and their times are shown. */
export const STAGES: Readonly<Record<Progress['stage'], { readonly doing: string; readonly found: string }>> = {
  collect: { doing: 'Collecting', found: 'articles' },
  extract: { doing: 'Reading', found: 'articles' },
  fingerprint: { doing: 'Fingerprinting', found: 'articles' },
  lsh: { doing: 'Pairing', found: 'candidate pairs' },
  match: { doing: 'Verifying', found: 'matches' },
  cluster: { doing: 'Clustering', found: 'clusters' },
  explain: { doing: 'Explaining', found: 'matches' },
  score: { doing: 'Scoring', found: 'pairs for the page' },
};

/** Shows how far a run has come. */
export interface ProgressLines {
  readonly tell: (progress: Progress) => void;
  /** Leaves the last stage's line as it stands. */
  readonly end: () => void;
}

/** A line a stage, redrawn as it goes on; nothing at all where there is no terminal or the user wants none. */
export function progressOn(stderr: Sink, options: Pick<Options, 'progress' | 'quiet'>): ProgressLines {
  if (!stderr.isTTY || !options.progress || options.quiet) return { tell: () => {}, end: () => {} };
  let last: Progress | undefined;
  let drawn = 0;
  const draw = (progress: Progress, end: string) => {
    stderr.write(`\r\u001b[K${lineOf(progress).slice(0, (stderr.columns || 80) - 1)}${end}`);
    drawn = performance.now();
  };
  return {
    tell: (progress) => {
      if (last && last.stage !== progress.stage) draw(last, '\n');
      if (last?.stage !== progress.stage || performance.now() - drawn >= REDRAW_MS) draw(progress, '');
      last = progress;
    },
    end: () => {
      if (last) draw(last, '\n');
      last = undefined;
    },
  };
}

/** E.g. "Verifying       1,234 of 5,000 pairs, 12 matches". */
function lineOf({ stage, done, total, found, unit }: Progress): string {
  const of = total === undefined ? '' : ` of ${count(total)}`;
  const yielded = found === undefined ? '' : `, ${count(found)} ${one(found, STAGES[stage].found)}`;
  return `${STAGES[stage].doing.padEnd(16)}${count(done)}${of} ${one(total ?? done, unit)}${yielded}`;
}

/** The plural, or for one its singular: all of these nouns end in "s" or, after a hiss, in "es". */
function one(n: number, plural: string): string {
  return n === 1 ? plural.replace(/(?<=ch)es\b|s\b/, '') : plural;
}
