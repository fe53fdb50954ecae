import { expect, it } from 'vitest';
import { articleAgain, writtenAgain } from '../src/articleAgain.ts';
import { collect } from '../src/collect/collect.ts';
import { completeSettings } from '../src/config/completeSettings.ts';
import type { Source, Written } from '../src/model/article.ts';
import { scratch } from './scratch.ts';

const STORY = `The harbour office reopened the eastern pier on Monday after nine weeks of repairs.

Ferries had used the fish quay in the meantime, “to nobody’s delight”, as its keeper put it.`;
const NOTICE = 'All rights reserved by the Harbour Gazette and its partners.';

function surfaces({ prose, words: { starts, ends } }: Written): string[] {
  return Array.from(starts, (start, i) => prose.text.slice(start, ends[i]));
}

it('the words of an article that is read again are those of the article, in files and records, whatever is set aside', async () => {
  const texts = [STORY, `${STORY}\n\n${NOTICE}`, `${STORY}\n\nShare\n\nShare`, `Straße №7 naïve\n\n${STORY}`];
  const records = texts.map((text, i) => JSON.stringify({ id: `r${i}`, text }));
  const cwd = scratch({
    ...Object.fromEntries(texts.map((text, i) => [`${i}.txt`, text])),
    'page.html': `<p>${STORY}</p>`,
    'all.jsonl': [...records, '{"text": "Twice said: \\u0041 pier", "text": "A pier"}'].join('\n'),
  });
  const config = completeSettings({}, cwd);
  const sources: Source[] = [];
  for await (const found of collect(['.'], config.collect)) if (!('reason' in found)) sources.push(found.source);
  expect(sources.length).toBe(10);

  // A line that recurs: any of the notice's article that the story lacks.
  const none: ReadonlySet<number> = new Set();
  const linesOf = async (path: string) => {
    const source = sources.find(({ id }) => id === path) as Source;
    return (await articleAgain(source, none, config)).lineHashes;
  };
  const story = new Set(await linesOf('0.txt'));
  const recurring = new Set((await linesOf('1.txt')).filter((line) => !story.has(line)));
  expect(recurring.size).toBe(1);
  for (const lines of [none, recurring]) {
    for (const source of sources) {
      const article = await articleAgain(source, lines, config);
      const again = await writtenAgain(source, lines, config);
      expect(again.words.hashes, source.id).toEqual(article.words.hashes);
      expect(surfaces(again), source.id).toEqual(surfaces(article));
    }
  }
});
