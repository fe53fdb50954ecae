import { Worker } from 'node:worker_threads';
import type { Config } from '../config/config.ts';
import { UsageError } from '../errors.ts';
import type { Answer, Task, Work } from './messages.ts';

/** Works that a thread has at a time: the one it is at, and the next, so that it never waits for the main thread. */
const AT_A_TIME = 2;

/** The program that threads run is built; sources that a test runner loads have none, and are run by the main thread. */
const HAS_WORKER = !import.meta.url.endsWith('.ts');

/**
 * What `here` gives for each work, in their order, made by so many threads. The main thread is one of them: it works
 * while the others start, and hands out works between its own. A thread that can't start (the library was bundled without
 * `worker.js`) leaves its works to the others. Whatever happens, no thread is left behind.
 *
 * @param here makes it in the main thread; `worker.ts` makes the same in the others
 * @param received what `here` gives, from what a thread handed over
 * @param handed a work as a thread is given it; made when it is handed out
 */
export async function* inThreads<W, R>(
  works: readonly W[],
  threads: number,
  config: Config,
  here: (work: W) => Promise<R>,
  received: (result: Extract<Answer, { result: unknown }>['result']) => R,
  handed: (work: W) => Work,
): AsyncGenerator<R> {
  const done = new Map<number, R>();
  const givenBack: number[] = [];
  let next = 0;
  let failure: Error | undefined;
  let wake = (): void => {};
  const take = (): number | undefined => givenBack.pop() ?? (next < works.length ? next++ : undefined);
  const workers = Array.from({ length: HAS_WORKER ? threads - 1 : 0 }, () => start());
  try {
    for (const index of works.keys()) {
      while (!done.has(index)) {
        if (failure !== undefined) throw failure;
        const own = take();
        if (own !== undefined) {
          done.set(own, await here(works[own] as W));
          // Lets in what the others have sent.
          await new Promise(setImmediate);
        } else {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
      }
      yield done.get(index) as R;
      done.delete(index);
    }
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }

  function start(): Worker {
    const worker = new Worker(new URL('./worker.js', import.meta.url), {
      workerData: config,
      // What the program was started with is not for the thread: `-e`, say, would be run once more.
      execArgv: [],
    });
    const has = new Set<number>();
    let hasAnswered = false;
    const handOut = (): void => {
      const index = take();
      if (index === undefined) return;
      has.add(index);
      worker.postMessage({ index, work: handed(works[index] as W) } satisfies Task);
    };
    worker.on('message', (answer: Answer) => {
      hasAnswered = true;
      has.delete(answer.index);
      if ('result' in answer) done.set(answer.index, received(answer.result));
      else failure ??= 'problems' in answer ? new UsageError(answer.problems) : (answer.error as Error);
      handOut();
      wake();
    });
    worker.on('error', (error) => {
      if (hasAnswered) failure ??= error;
      else givenBack.push(...has);
      wake();
    });
    worker.once('online', () => {
      for (let i = 0; i < AT_A_TIME; i++) handOut();
    });
    return worker;
  }
}
