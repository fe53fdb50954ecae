import { parentPort, workerData } from 'node:worker_threads';
import type { Config } from '../config/config.ts';
import { UsageError } from '../errors.ts';
import { judgeCopies } from '../match/judgeCopies.ts';
import { articleAgain, surveyPortion } from '../survey.ts';
import type { Answer, Task, Work } from './messages.ts';
import { encodePortion, type PortionRecord } from './portionRecord.ts';

/** A thread: does the works that it is given, one after the other. It ends when it is told to, or the process does. */
const config = workerData as Config;
parentPort?.on('message', async (task: Task) => {
  const answer = await answerTo(task);
  const moved = 'result' in answer && 'bytes' in answer.result ? [answer.result.bytes.buffer] : [];
  parentPort?.postMessage(answer, moved);
});

async function answerTo({ index, work }: Task): Promise<Answer> {
  try {
    return { index, result: await resultOf(work) };
  } catch (error) {
    return error instanceof UsageError ? { index, problems: error.problems } : { index, error };
  }
}

async function resultOf(work: Work): Promise<Extract<Answer, { result: unknown }>['result']> {
  if (!('pairs' in work)) return encodePortion(await surveyPortion(work, config, null)) satisfies PortionRecord;
  return judgeCopies(work, (source) => articleAgain(source, work.recurring, config), config.match);
}
