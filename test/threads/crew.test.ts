import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { collectPortions } from '../../src/collect/collect.ts';
import type { Portion } from '../../src/collect/portions.ts';
import { completeSettings } from '../../src/config/completeSettings.ts';
import type { Config } from '../../src/config/config.ts';
import { surveyPortion } from '../../src/survey.ts';
import type { inThreads } from '../../src/threads/crew.ts';
import { scratch } from '../scratch.ts';

const DIST = resolve(import.meta.dirname, '../../dist');
/** As it is built: threads run what is built beside it. */
const crew = import(pathToFileURL(join(DIST, 'threads/crew.js')).href) as Promise<{ inThreads: typeof inThreads }>;

const record = (i: number): string =>
  JSON.stringify({
    id: i % 7 === 0 ? null : `n${i % 50}`,
    text: `Ferry ${i} left the pier at ${i % 12}. `.repeat(i % 9),
  });

/** One container in many stretches, and files, some of which are no articles. */
async function portions(): Promise<{ portions: Portion[]; config: Config }> {
  const files = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`${i}.txt`, i % 9 === 0 ? '' : `Text ${i}.`]));
  const lines = `${Array.from({ length: 400 }, (_, i) => (i % 31 === 0 ? 'no record' : record(i))).join('\n')}\n`;
  const config = completeSettings({}, scratch({ ...files, 'all.jsonl': lines }));
  const whole = await collectPortions(['.'], config.collect);
  const cut = whole.flatMap((portion): Portion[] => {
    if (!('container' in portion)) return [portion];
    const steps = Array.from({ length: Math.ceil(lines.length / 5000) }, (_, i) => i * 5000);
    return steps.map((from, i) => ({ ...portion, stretch: { from, to: steps[i + 1] ?? Number.POSITIVE_INFINITY } }));
  });
  return { portions: cut, config };
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

describe('threads', () => {
  it.each([1, 2, 3])('give the same, in the same order, whether they are one or more: %i', async (threads) => {
    const { portions: given, config } = await portions();
    const here = (portion: Portion) => surveyPortion(portion, config, null);
    const alone = await Promise.all(given.map(here));
    expect(alone.length).toBeGreaterThan(10);
    expect(await all((await crew).inThreads(given, threads, config, here))).toEqual(alone);
  });

  it('say what went wrong in one of them, and none goes on', async () => {
    const { portions: given, config } = await portions();
    // The main thread waits: what follows is another's.
    const here = async (portion: Portion) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      return surveyPortion(portion, config, null);
    };
    const broken = [...given, ...Array.from({ length: 8 }, () => ({ files: null }) as unknown as Portion)];
    await expect(all((await crew).inThreads(broken, 3, config, here))).rejects.toThrow('files');
  });

  it('end with the run: a program that uses the library ends by itself', () => {
    const lines = Array.from({ length: 9000 }, (_, i) => JSON.stringify({ text: `Ferry ${i}. ${'x'.repeat(600)}` }));
    const cwd = scratch({ 'all.jsonl': lines.join('\n') });
    const program = `
      import { findDuplicates } from ${JSON.stringify(pathToFileURL(join(DIST, 'index.js')).href)};
      const results = [];
      for (const threads of [1, 2, 3]) {
        const { settings, ...result } = await findDuplicates('all.jsonl', { threads, minWords: 2 });
        results.push(JSON.stringify(result));
      }
      console.log(new Set(results).size, JSON.parse(results[0]).summary.articles);`;
    const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
      cwd,
      encoding: 'utf8',
    });
    expect([stdout.trim(), stderr, status]).toEqual(['1 9000', '', 0]);
  }, 60_000);
});
