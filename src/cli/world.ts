import type { Readable, Writable } from 'node:stream';

/** A stream that may be a terminal. */
export type Sink = Writable & { readonly isTTY?: boolean; readonly columns?: number };

/** All that the command sees of the process that it runs in. */
export interface World {
  /** Throws if the folder is no longer there. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** As 2026-12-31, in UTC. */
  readonly today: string;
  readonly stdin: Readable;
  readonly stdout: Sink;
  readonly stderr: Sink;
}
