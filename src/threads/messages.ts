import type { Portion } from '../collect/portions.ts';
import type { Matched, Told } from '../match/explainPairs.ts';
import type { Verdict } from '../match/judgePairs.ts';
import type { Candidate } from '../model/match.ts';
import type { Comparing } from './comparing.ts';
import type { PortionRecord } from './portionRecord.ts';

/** What threads take part in: what each is given at its beginning, what it then works on, and what comes of that. */
export interface Stages {
  readonly survey: {
    readonly given: { readonly room: number };
    readonly work: Portion;
    readonly result: PortionRecord;
  };
  readonly judge: {
    /** `drift` as in `mayMatch`. */
    readonly given: Comparing & { readonly drift: number };
    readonly work: readonly Candidate[];
    readonly result: readonly Verdict[];
  };
  readonly explain: { readonly given: Comparing; readonly work: readonly Matched[]; readonly result: readonly Told[] };
}

export type Stage = keyof Stages;

/** The stage that begins. */
export type Beginning = { readonly [S in Stage]: { readonly stage: S; readonly given: Stages[S]['given'] } }[Stage];

/** A piece of work of the stage that began last. */
export interface Task {
  /** The work's place among all. */
  readonly index: number;
  readonly work: Stages[Stage]['work'];
}

/** What a thread answers. An error is handed over with its message; that it was a `UsageError` would else be lost. */
export type Answer = { readonly index: number } & (
  | { readonly result: Stages[Stage]['result'] }
  | { readonly problems: readonly string[] }
  | { readonly error: unknown }
);
