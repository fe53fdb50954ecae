import { spawnSync } from 'node:child_process';
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { collectPortions } from '../../src/collect/collect.ts';
import type { Portion } from '../../src/collect/portions.ts';
import { completeSettings } from '../../src/config/completeSettings.ts';
import type { Config } from '../../src/config/config.ts';
import { openKeeping } from '../../src/store/keeping.ts';
import { surveyPortion } from '../../src/surveyPortion.ts';
import type { Crew, openCrew } from '../../src/threads/crew.ts';
import { scratch } from '../scratch.ts';

const DIST = resolve(import.meta.dirname, '../../dist');
/** As it is built: threads run what is built beside it. */
const built = import(pathToFileURL(join(DIST, 'threads/crew.js')).href) as Promise<{ openCrew: typeof openCrew }>;

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

async function withCrew<T>(config: Config, use: (crew: Crew) => Promise<T>): Promise<T> {
  const crew = (await built).openCrew(config);
  try {
    return await use(crew);
  } finally {
    await crew.end();
  }
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

const room = 2 ** 20;
const keeping = openKeeping();

describe('threads', () => {
  it.each([1, 2, 3])('give the same, in the same order, whether they are one or more: %i', async (threads) => {
    const { portions: given, config } = await portions();
    const here = (portion: Portion) => surveyPortion(portion, config, null, keeping, room);
    const alone = await Promise.all(given.map(here));
    expect(alone.length).toBeGreaterThan(10);
    const shared = withCrew({ ...config, threads }, (crew) =>
      all(crew.each('survey', given, 1, () => ({ room }), here)),
    );
    expect(await shared).toEqual(alone);
  });

  it('say what went wrong in one of them, and none goes on', async () => {
    const { portions: given, config } = await portions();
    // The main thread waits: what follows is another's.
    const here = async (portion: Portion) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      return surveyPortion(portion, config, null, keeping, room);
    };
    const broken = [...given, ...Array.from({ length: 8 }, () => ({ files: null }) as unknown as Portion)];
    const failing = withCrew({ ...config, threads: 3 }, (crew) =>
      all(crew.each('survey', broken, 1, () => ({ room }), here)),
    );
    await expect(failing).rejects.toThrow('files');
  });

  /** What the built library finds with 1 to `most` threads, as a program prints it. */
  function found(library: string, cwd: string, most: number): { printed: string; status: number | null } {
    const program = `
      import { findDuplicates } from ${JSON.stringify(pathToFileURL(join(library, 'index.js')).href)};
      const results = [];
      const copies = ['identical', 'near-copy', 'excerpt'];
      for (const relations of [copies, [...copies, 'rewrite']]) for (let threads = 1; threads <= ${most}; threads++) {
        const { settings, ...result } = await findDuplicates('all.jsonl', { threads, relations });
        results.push(JSON.stringify(result));
      }
      console.log(new Set(results).size, results[0].split('"near-copy"').length > 500);`;
    const ran = spawnSync(process.execPath, ['--input-type=module', '-e', program], { cwd, encoding: 'utf8' });
    return { printed: ran.stdout.trim() + ran.stderr, status: ran.status };
  }

  /** 450 pairs of near-copies among 2,000 articles of some 1.3 KB: 10 stretches, 8 groups of pairs. */
  function copies(): string {
    const words = (i: number, edit: string) => Array.from({ length: 150 }, (_, k) => `w${i}x${k}`).join(' ') + edit;
    const text = (i: number): string => (i < 900 ? words(i >> 1, i % 2 === 0 ? ' in May' : ' soon') : words(i, ''));
    return Array.from({ length: 2000 }, (_, i) => JSON.stringify({ text: text(i) })).join('\n');
  }

  it('end with the run: a program that uses the library ends by itself, and finds the same with any number', () => {
    expect(found(DIST, scratch({ 'all.jsonl': copies() }), 3)).toEqual({ printed: '1 true', status: 0 });
  });

  it('are done without where the library was bundled and their program is not there', () => {
    const cwd = scratch({ 'all.jsonl': copies() });
    cpSync(DIST, join(cwd, 'dist'), { recursive: true });
    rmSync(join(cwd, 'dist/threads/worker.js'));
    writeFileSync(join(cwd, 'package.json'), '{"type":"module"}');
    expect(found(join(cwd, 'dist'), cwd, 2)).toEqual({ printed: '1 true', status: 0 });
  });
});
