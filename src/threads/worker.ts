import { parentPort, workerData } from 'node:worker_threads';
import type { Config } from '../config/config.ts';
import { UsageError } from '../errors.ts';
import { surveyPortion } from '../survey.ts';
import type { Answer, Task } from './messages.ts';
import { encodePortion } from './portionRecord.ts';

/** A thread: surveys the portions that it is given, one after the other. It ends when it is told to, or the process does. */
const config = workerData as Config;
parentPort?.on('message', async ({ index, portion }: Task) => {
  const answer = await answerTo(index, portion);
  parentPort?.postMessage(answer, 'record' in answer ? [answer.record.bytes.buffer] : []);
});

async function answerTo(index: number, portion: Task['portion']): Promise<Answer> {
  try {
    return { index, record: encodePortion(await surveyPortion(portion, config, null)) };
  } catch (error) {
    return error instanceof UsageError ? { index, problems: error.problems } : { index, error };
  }
}
