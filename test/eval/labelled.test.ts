import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Corpus } from '../../scripts/eval/corpora.ts';
import { labelled, pathOf } from '../../scripts/eval/labelled.ts';
import { articleTexts } from '../../scripts/eval/write.ts';

test('a file name tells the id it was made from, and names a file in the folder', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (id) => {
      const file = pathOf('corpus', id).slice('corpus/'.length, -'.txt'.length);
      expect(decodeURIComponent(file)).toBe(id);
      expect(file).toMatch(/^[\p{L}\p{N}_%-][\p{L}\p{N}_.%-]*$/u);
    }),
  );
});

function corpus(name: string, ids: readonly string[], pairs: Corpus['pairs'] = []): Corpus {
  return { name, docs: new Map(ids.map((id) => [id, { id, text: `Text of ${id}.`, part: 'tune' }])), pairs };
}

test('corpora given together keep their labels and borrow those of pairs that are all here', () => {
  const pair = { label: 'F', expect: 'not', part: 'tune' } as const;
  const { pairs } = labelled(
    [corpus('one', ['a', 'b'], [{ a: 'a', b: 'b', ...pair }]), corpus('two', ['c'])],
    [
      { a: 'one:a', b: 'two:c', ...pair },
      { a: 'one:a', b: 'three:d', ...pair },
    ],
  );
  expect(pairs.map(({ a, b }) => [a, b])).toEqual([
    ['one/a.txt', 'one/b.txt'],
    ['one/a.txt', 'two/c.txt'],
  ]);
});

test('an article is written under its title, once', () => {
  const docs: Corpus['docs'] = new Map([
    ['a', { id: 'a', title: 'A title', text: 'A text.', part: 'tune' }],
    ['b', { id: 'b', title: 'A title', text: 'A title\nA text.', part: 'tune' }],
    ['c', { id: 'c', text: 'A text.', part: 'tune' }],
  ]);
  const values = (titles: boolean): string[] => [...articleTexts({ name: 'one', docs, pairs: [] }, titles).values()];
  expect(values(true)).toEqual(['A title\n\nA text.', 'A title\nA text.', 'A text.']);
  expect(values(false)).toEqual(['A text.', 'A title\nA text.', 'A text.']);
});
