import { buildProse } from '../../src/extract/prose.ts';
import { words } from '../../src/extract/words.ts';
import type { Article } from '../../src/model/article.ts';

/** An article as extract would read it from plain text: blank lines part its paragraphs. */
export function articleOf(text: string, id = 'article.txt', language = 'en'): Article {
  const stretches = [...text.matchAll(/[^\n]+/g)].map((line) => ({ text: line[0], start: line.index }));
  const prose = buildProse(
    text,
    stretches.map((stretch) => ({ stretches: [stretch] })),
  );
  return {
    source: { id, path: id, format: 'text' },
    metadata: {},
    language,
    prose,
    words: words(prose.text),
    setAside: [],
    lineHashes: new Float64Array(),
    contentDigest: '',
  };
}
