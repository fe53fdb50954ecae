import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { variants } from '../../scripts/fit/variants.ts';
import { articleOf } from '../match/articleOf.ts';
import { telling } from '../match/rewrite/tellings.ts';

function variant(text: string, label: string): string {
  return variants(articleOf(text)).find((each) => each.label === label)?.text ?? '';
}

function sentences(text: string): string[] {
  const { prose } = articleOf(text);
  return prose.sentences.map(({ start, end }) => prose.text.slice(start, end));
}

const wordsOf = (text: string): number[] => [...articleOf(text).words.hashes];

describe('a made variant', () => {
  it('that is reordered has the same sentences', () => {
    fc.assert(
      fc.property(telling, (text) => {
        const made = variant(text, 'reordered');
        expect(wordsOf(made).sort()).toEqual(wordsOf(text).sort());
        for (const sentence of sentences(text)) expect(made).toContain(sentence);
      }),
    );
  });

  it('that is an opening has the first half of the sentences, in their order', () => {
    fc.assert(
      fc.property(telling, (text) => {
        const all = sentences(text);
        const half = all.slice(0, Math.ceil(all.length / 2));
        expect(variant(text, 'opening')).toBe(half.join(' '));
        expect(wordsOf(text).slice(0, wordsOf(half.join(' ')).length)).toEqual(wordsOf(half.join(' ')));
      }),
    );
  });

  it('is in another order where there is something to order', () => {
    const text = Array.from({ length: 12 }, (_, i) => `Ferry ${i} called at the pier.`).join(' ');
    expect(sentences(variant(text, 'reordered'))).not.toEqual(sentences(text));
  });

  it('follows from the text alone', () => {
    fc.assert(
      fc.property(telling, (text) => {
        expect(variants(articleOf(text, 'other.txt'))).toEqual(variants(articleOf(text)));
      }),
    );
  });
});
