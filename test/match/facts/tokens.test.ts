import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TOKEN, tokens } from '../../../src/match/facts/tokens.ts';
import { articleOf } from '../articleOf.ts';

const letters = fc.constantFrom(...'aZ09', ..."'’.&-–,:/", ...'$£%€ ', 'é', 'e\u0301', '漢', '½', '🙂', '“', '\n\n');

describe('tokens', () => {
  it('are what the pattern says, in ASCII and beyond', () => {
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 60 }), (written) => {
        const article = articleOf(`${written.join('')} end.`);
        const { text, sentences } = article.prose;
        const expected = sentences.map(({ start, end }) =>
          Array.from(text.slice(start, end).matchAll(new RegExp(TOKEN)), (match) => ({
            text: match[0],
            start: start + match.index,
          })),
        );
        const found = tokens({ ...article, setAside: [] });
        expect(found.map((sentence) => sentence.map(({ text, start }) => ({ text, start })))).toEqual(
          expected.filter((sentence) => sentence.length > 0),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('know what stands before them', () => {
    const [sentence] = tokens(articleOf('It cost $3,000.50, or “far” too much.'));
    expect(sentence?.map(({ text, gap, kind, opens }) => [gap, text, kind, opens])).toEqual([
      ['', 'It', 'word', true],
      [' ', 'cost', 'word', false],
      [' ', '$', 'sign', false],
      ['', '3,000.50', 'number', false],
      [', ', 'or', 'word', false],
      [' “', 'far', 'word', true],
      ['” ', 'too', 'word', false],
      [' ', 'much', 'word', false],
    ]);
  });
});
