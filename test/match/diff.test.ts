import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { words } from '../../src/extract/words.ts';
import { alignWords } from '../../src/match/align.ts';
import { nearCopyDiff } from '../../src/match/diff.ts';
import type { DiffBlock, Edit } from '../../src/model/evidence.ts';
import { articleOf } from './articleOf.ts';

function diffOf(a: string, b: string): DiffBlock[] {
  const [x, y] = [articleOf(a), articleOf(b)];
  return nearCopyDiff(x, y, alignWords(x.words.hashes, y.words.hashes).runs);
}

/** The diff as a plain report would write it. */
function written(a: string, b: string): string {
  const marks: Record<Edit['op'], (text: string) => string> = {
    '=': (text) => text,
    '-': (text) => `[-${text}-]`,
    '+': (text) => `{+${text}+}`,
  };
  return diffOf(a, b)
    .map((block) => {
      if (block.kind === 'same') return `(${block.paragraphs} of ${block.words} words)`;
      if (block.kind === 'changed') return block.edits.map(({ op, text }) => marks[op](text)).join('');
      if (block.kind === 'only-b') return `+ ${block.b.text}`;
      return `${block.kind} ${block.a.text}`;
    })
    .join('\n');
}

const storm = 'The storm reached the coast before dawn and cut power to the harbour.';
const mayor = 'The mayor said that crews were clearing the roads and asked people to stay at home.';
const train = 'Trains between the two cities will not run before Thursday, the operator said.';

describe('diff of a near-copy', () => {
  it('marks the words that changed and leaves spacing and shared punctuation alone', () => {
    expect(written('The pact, signed on Monday, holds.', 'The pact, agreed on Tuesday, holds.')).toBe(
      'The pact, [-signed-]{+agreed+} on [-Monday-]{+Tuesday+}, holds.',
    );
    expect(written('They met quickly in Oslo.', 'They met in Oslo.')).toBe('They met [-quickly-] in Oslo.');
    expect(written('They met in Oslo.', 'They met again in Oslo.')).toBe('They met {+again +}in Oslo.');
    expect(written('They met in Oslo.', 'They met in Oslo on Friday.')).toBe('They met in Oslo.{+ on Friday.+}');
    expect(written('It costs $900m now.', 'It costs $950m now.')).toBe('It costs [-$900m-]{+$950m+} now.');
  });

  it('sees no difference in case, quotes and punctuation', () => {
    expect(diffOf('“We won’t,” he said.', "'We won't' he said")).toMatchObject([{ kind: 'same', words: 4 }]);
  });

  it('folds unchanged paragraphs into one block', () => {
    expect(written([storm, mayor, train].join('\n\n'), [storm, mayor, `${train} Buses run.`].join('\n\n'))).toBe(
      `(2 of 29 words)\n${train}{+ Buses run.+}`,
    );
  });

  it('reads split and joined paragraphs as the same', () => {
    const joined = `${storm} ${mayor}\n\n${train}`;
    const split = `${storm}\n\n${mayor} ${train}`;
    expect(written(joined, split)).toBe('(2 of 42 words)');
    expect(written(split, joined)).toBe('(2 of 42 words)');
  });

  it('shows a paragraph that moved as moved, and what only one article has', () => {
    expect(written([storm, mayor, train].join('\n\n'), [train, storm, mayor].join('\n\n'))).toBe(
      `(2 of 29 words)\nmoved ${train}`,
    );
    expect(written([storm, mayor].join('\n\n'), [storm, train, mayor].join('\n\n'))).toBe(
      `(1 of 13 words)\n+ ${train}\n(1 of 16 words)`,
    );
    expect(written([storm, mayor].join('\n\n'), [storm, train].join('\n\n'))).toBe(
      `(1 of 13 words)\nonly-a ${mayor}\n+ ${train}`,
    );
  });

  it('does not pick single words out of a sentence that was written anew', () => {
    const a = `${storm} Nobody in the region had expected such winds so late in spring.`;
    const b = `${storm} Forecasters had warned the public of gusts for several days already.`;
    expect(written(a, b)).toBe(
      `${storm} [-Nobody in the region had expected such winds so late in spring-]` +
        '{+Forecasters had warned the public of gusts for several days already+}.',
    );
  });

  it('gives the line of each passage', () => {
    expect(diffOf(`${storm}\n\n${train}`, `${storm}\n\n\n${train} Buses run.`)).toMatchObject([
      { kind: 'same' },
      { kind: 'changed', a: { line: 3 }, b: { line: 4 } },
    ]);
  });
});

const word = fc.constantFrom('alpha', 'beta,', 'Gamma', '“delta”', 'well-known', '$5', '汉字', 'สวัสดีครับ', 'end.');
const paragraph = fc.array(word, { minLength: 1, maxLength: 12 }).map((some) => some.join(' '));
const article = fc.array(paragraph, { maxLength: 6 }).map((some) => some.join('\n\n'));

describe('laws of the diff', () => {
  it('gives each paragraph of a back to the letter, in order, from = and -', () => {
    fc.assert(
      fc.property(article, article, (a, b) => {
        const told = diffOf(a, b).flatMap((block) => {
          if (block.kind === 'same') return [a.slice(block.a.start, block.a.end)];
          if (block.kind === 'only-b') return [];
          if (block.kind === 'changed') expect(join(block.edits, '-')).toBe(block.a.text);
          return [block.a.text];
        });
        expect(told.join('\n\n')).toBe(a);
      }),
    );
  });

  it('gives the words of b back from = and +, each once', () => {
    fc.assert(
      fc.property(article, article, (a, b) => {
        const told = diffOf(a, b).flatMap((block) => {
          if (block.kind === 'only-a') return [];
          if (block.kind === 'same') return [hashes(b.slice(block.b.start, block.b.end))];
          if (block.kind === 'changed') expect(hashes(join(block.edits, '+'))).toEqual(hashes(block.b.text));
          return [hashes(block.b.text)];
        });
        expect(told.flat().sort()).toEqual(hashes(b).sort());
      }),
    );
  });

  it('calls two articles with the same words the same', () => {
    fc.assert(
      fc.property(article, (a) => {
        expect(diffOf(a, a.toUpperCase()).every(({ kind }) => kind === 'same')).toBe(true);
      }),
    );
  });
});

function join(edits: readonly Edit[], op: '-' | '+'): string {
  return edits.map((edit) => (edit.op === '=' || edit.op === op ? edit.text : '')).join('');
}

function hashes(text: string): number[] {
  return [...words(text).hashes];
}
