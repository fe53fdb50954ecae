import { parentPort, workerData } from 'node:worker_threads';
import type { Portion } from '../collect/portions.ts';
import type { Config } from '../config/config.ts';
import { UsageError } from '../errors.ts';
import { explainPairs, type Matched } from '../match/explainPairs.ts';
import { judgePairs } from '../match/judgePairs.ts';
import type { Candidate } from '../model/match.ts';
import { openKeeping } from '../store/keeping.ts';
import { surveyPortion } from '../surveyPortion.ts';
import { subjectsFrom } from './comparing.ts';
import type { Answer, Beginning, Stages, Task } from './messages.ts';

/** A thread: does the works that it is given, one after the other. It ends when it is told to, or the process does. */
const config = workerData as Config;
type Work = (work: Task['work']) => Promise<Stages[keyof Stages]['result']>;
const keeping = openKeeping();
let begun: Promise<Work> | undefined;

parentPort?.on('message', async (message: Beginning | Task) => {
  if ('stage' in message) {
    begun = workOf(message);
    return;
  }
  parentPort?.postMessage(await answerTo(message));
});

async function answerTo({ index, work }: Task): Promise<Answer> {
  try {
    const doWork = await begun;
    if (doWork === undefined) throw new Error('no stage has begun');
    return { index, result: await doWork(work) };
  } catch (error) {
    return error instanceof UsageError ? { index, problems: error.problems } : { index, error };
  }
}

async function workOf({ stage, given }: Beginning): Promise<Work> {
  if (stage === 'survey') return (portion) => surveyPortion(portion as Portion, config, null, keeping, given.room);
  const subjects = await subjectsFrom(given, config);
  if (stage === 'explain') return (pairs) => explainPairs(pairs as readonly Matched[], subjects, config.detail);
  return (pairs) => judgePairs(pairs as readonly Candidate[], subjects, config.match, given.drift);
}
