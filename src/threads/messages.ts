import type { Portion } from '../collect/portions.ts';
import type { PortionRecord } from './portionRecord.ts';

/** What a thread is given to do. */
export interface Task {
  /** The portion's place among all. */
  readonly index: number;
  readonly portion: Portion;
}

/** What it answers. An error is handed over with its message; that it was a `UsageError` would else be lost. */
export type Answer = { readonly index: number } & (
  | { readonly record: PortionRecord }
  | { readonly problems: readonly string[] }
  | { readonly error: unknown }
);
