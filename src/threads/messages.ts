import type { Portion } from '../collect/portions.ts';
import type { CopyPairs } from '../match/judgeCopies.ts';
import type { Match } from '../model.ts';
import type { PortionRecord } from './portionRecord.ts';

/** What can be done by itself, in any thread: a portion to survey, or pairs to judge. */
export type Work = Portion | CopyPairs;

/** What a thread is given to do. */
export interface Task {
  /** The work's place among all. */
  readonly index: number;
  readonly work: Work;
}

/** What it answers. An error is handed over with its message; that it was a `UsageError` would else be lost. */
export type Answer = { readonly index: number } & (
  | { readonly result: PortionRecord | readonly (Match | null)[] }
  | { readonly problems: readonly string[] }
  | { readonly error: unknown }
);
