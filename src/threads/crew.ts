import type { Config } from '../config/config.ts';
import { type Hand, hire, type Shift } from './hand.ts';
import type { Beginning, Stage, Stages } from './messages.ts';

/** The program that threads run is built; sources that a test runner loads have none, and are run by the main thread. */
const HAS_PROGRAM = !import.meta.url.endsWith('.ts');

/** The threads of a run, which live as long as it does: what one has read or compiled for a stage serves the next. */
export interface Crew {
  /**
   * What `here` gives for each work of a stage, in their order, made by as many threads as are worth it. The main thread
   * is one of them: it works while the others start, and hands out works between its own.
   *
   * @param least works that are done before another thread would have started
   * @param given what each thread needs beforehand
   * @param here makes it in the main thread; `worker.ts` makes the same in the others
   */
  each<S extends Stage>(
    stage: S,
    works: readonly Stages[S]['work'][],
    least: number,
    given: () => Stages[S]['given'],
    here: (work: Stages[S]['work']) => Promise<Stages[S]['result']>,
  ): AsyncGenerator<Stages[S]['result']>;
  /** No thread is left behind. */
  end(): Promise<void>;
}

/** Threads start when there is work for them. */
export function openCrew(config: Config): Crew {
  const hands: Hand[] = [];
  const most = HAS_PROGRAM ? config.threads - 1 : 0;
  return {
    async *each(stage, works, least, given, here) {
      const others = Math.min(most, Math.ceil(works.length / least) - 1);
      while (hands.length < others) hands.push(hire(new URL('./worker.js', import.meta.url), config));

      type Result = Stages[typeof stage]['result'];
      const done = new Map<number, Result>();
      const givenBack: number[] = [];
      const failures: unknown[] = [];
      let next = 0;
      let wake = (): void => {};
      const shift: Shift = {
        take: () => givenBack.pop() ?? (next < works.length ? next++ : undefined),
        task: (index) => ({ index, work: works[index] as (typeof works)[number] }),
        giveBack(indexes) {
          givenBack.push(...indexes);
          wake();
        },
        done(index, result) {
          done.set(index, result as Result);
          wake();
        },
        fail(error) {
          failures.push(error);
          wake();
        },
      };
      if (others > 0) {
        const beginning = { stage, given: given() } as Beginning;
        for (const hand of hands.slice(0, others)) hand.begin(beginning, shift);
      }
      for (const index of works.keys()) {
        while (!done.has(index)) {
          if (failures.length > 0) throw failures[0];
          const own = shift.take();
          if (own !== undefined) {
            done.set(own, await here(works[own] as (typeof works)[number]));
            // Lets in what the others have sent.
            if (others > 0) await new Promise(setImmediate);
          } else {
            await new Promise<void>((resolve) => {
              wake = resolve;
            });
          }
        }
        yield done.get(index) as Result;
        done.delete(index);
      }
    },
    async end() {
      await Promise.all(hands.map((hand) => hand.end()));
    },
  };
}
