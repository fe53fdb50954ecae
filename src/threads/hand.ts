import { Worker } from 'node:worker_threads';
import type { Config } from '../config/config.ts';
import { UsageError } from '../errors.ts';
import type { Answer, Beginning, Task } from './messages.ts';

/** Works that a thread has at a time: the one it is at, and the next, so that it never waits for the main thread. */
const AT_A_TIME = 2;

/**
 * What a thread makes of a work dies young: with a quarter of Node's room for that the process takes 30 MB less for 40,000
 * articles, in the same time.
 */
const YOUNG_MIB = 12;

/** Works of a stage, as those who do them share them. */
export interface Shift {
  /** The place of a work that nobody has taken; undefined if there is none. */
  take(): number | undefined;
  task(index: number): Task;
  giveBack(indexes: Iterable<number>): void;
  done(index: number, result: unknown): void;
  fail(error: unknown): void;
}

/** A thread beside the main one. */
export interface Hand {
  /** Takes its part in a shift; all of the one before are done. */
  begin(beginning: Beginning, shift: Shift): void;
  end(): Promise<unknown>;
}

/**
 * Starts a thread. One that can't start (the library was bundled without its program) leaves its works to the others.
 *
 * @param program its URL
 */
export function hire(program: URL, config: Config): Hand {
  // What the main program was started with is not for the thread: `-e`, say, would be run once more.
  const worker = new Worker(program, {
    workerData: config,
    execArgv: [],
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MIB },
  });
  const has = new Set<number>();
  let shift: Shift | null = null;
  let state: 'starting' | 'started' | 'tried' | 'gone' = 'starting';

  worker.once('online', () => {
    state = 'started';
    for (let i = 0; i < AT_A_TIME; i++) handOut();
  });
  worker.on('message', (answer: Answer) => {
    state = 'tried';
    has.delete(answer.index);
    if ('result' in answer) shift?.done(answer.index, answer.result);
    else shift?.fail('problems' in answer ? new UsageError(answer.problems) : answer.error);
    handOut();
  });
  worker.on('error', (error) => {
    if (state === 'tried') shift?.fail(error);
    else shift?.giveBack(has);
    state = 'gone';
  });

  return {
    begin(beginning, next) {
      if (state === 'gone') return;
      shift = next;
      worker.postMessage(beginning);
      if (state !== 'starting') for (let i = 0; i < AT_A_TIME; i++) handOut();
    },
    end: () => worker.terminate(),
  };

  function handOut(): void {
    const index = shift?.take();
    if (shift === null || index === undefined) return;
    has.add(index);
    worker.postMessage(shift.task(index));
  }
}
