import { Worker } from 'node:worker_threads';
import type { PortionRead } from '../collect/placeRecords.ts';
import type { Portion } from '../collect/portions.ts';
import type { Config } from '../config/config.ts';
import { UsageError } from '../errors.ts';
import type { Skip } from '../model.ts';
import type { Surveyed } from '../store/surveyed.ts';
import type { Answer, Task } from './messages.ts';
import { decodePortion } from './portionRecord.ts';

/** Portions that a thread has at a time: the one it is at, and the next, so that it never waits for the main thread. */
const AT_A_TIME = 2;

/** The program that threads run is built; sources that a test runner loads have none, and are run by the main thread. */
const HAS_WORKER = !import.meta.url.endsWith('.ts');

/**
 * What `here` gives for each portion, in their order, made by so many threads. The main thread is one of them: it works
 * while the others start, and hands out portions between its own. Whatever happens, no thread is left behind.
 *
 * @param here makes it in the main thread; `worker.ts` makes the same in the others
 */
export async function* inThreads(
  portions: readonly Portion[],
  threads: number,
  config: Config,
  here: (portion: Portion) => Promise<PortionRead<Surveyed | Skip>>,
): AsyncGenerator<PortionRead<Surveyed | Skip>> {
  const done = new Map<number, PortionRead<Surveyed | Skip>>();
  let next = 0;
  let failure: Error | undefined;
  let wake = (): void => {};
  const workers = Array.from({ length: HAS_WORKER ? threads - 1 : 0 }, () => start());
  try {
    for (const index of portions.keys()) {
      while (!done.has(index)) {
        if (failure !== undefined) throw failure;
        if (next < portions.length) {
          const own = next++;
          done.set(own, await here(portions[own] as Portion));
          // Lets in what the others have sent.
          await new Promise(setImmediate);
        } else {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
      }
      yield done.get(index) as PortionRead<Surveyed | Skip>;
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
    const handOut = (): void => {
      if (next >= portions.length) return;
      const index = next++;
      worker.postMessage({ index, portion: portions[index] } as Task);
    };
    worker.on('message', (answer: Answer) => {
      if ('record' in answer) done.set(answer.index, decodePortion(answer.record));
      else failure ??= 'problems' in answer ? new UsageError(answer.problems) : (answer.error as Error);
      handOut();
      wake();
    });
    worker.on('error', (error) => {
      failure ??= error;
      wake();
    });
    worker.once('online', () => {
      for (let i = 0; i < AT_A_TIME; i++) handOut();
    });
    return worker;
  }
}
