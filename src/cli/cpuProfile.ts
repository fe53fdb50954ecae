import { writeFile } from 'node:fs/promises';
import { Session } from 'node:inspector/promises';
import { resolve } from 'node:path';
import { UsageError } from '../errors.ts';

/**
 * Runs something with the profiler of the JavaScript engine on, and writes what it saw of the main thread: a file that
 * browsers' developer tools and speedscope show as a flame graph.
 *
 * @throws UsageError if the file can't be written
 */
export async function withCpuProfile<T>(file: string, cwd: string, run: () => Promise<T>): Promise<T> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.start');
  try {
    return await run();
  } finally {
    const { profile } = await session.post('Profiler.stop');
    session.disconnect();
    await writeFile(resolve(cwd, file), JSON.stringify(profile)).catch((error: Error) => {
      throw new UsageError(`Can't write the profile: ${error.message}.`);
    });
  }
}
