import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countTerms, NO_TERM, termSequence } from '../../src/fingerprint/terms.ts';
import { articleOf } from '../match/articleOf.ts';

const termsOf = (text: string, language = 'en') => [...termSequence(articleOf(text, 'a.txt', language))];
const distinct = (text: string, language = 'en') => new Set(termsOf(text, language).filter((term) => term !== NO_TERM));

describe('the terms of an article', () => {
  it('are parallel to its words', () => {
    const article = articleOf('Ferries call, and a bus waits.');
    expect(termSequence(article)).toHaveLength(article.words.hashes.length);
  });

  it('are the same for the forms of a word, in capitals or not', () => {
    expect(distinct('ferry ferries Ferry FERRIES').size).toBe(1);
    expect(distinct('Häuser Hauses', 'de').size).toBeLessThanOrEqual(2);
    expect(distinct('ferry harbour').size).toBe(2);
  });

  it('leave out stop words and single letters, but not numbers', () => {
    expect(termsOf('the of a x')).toEqual([NO_TERM, NO_TERM, NO_TERM, NO_TERM]);
    expect(distinct('312 4.5').size).toBe(2);
  });

  it('depend on the language: what is a stop word here is a word there', () => {
    expect(termsOf('die', 'de')).toEqual([NO_TERM]);
    expect(distinct('die', 'en').size).toBe(1);
  });

  it('are pairs of characters in Chinese, that do not cross punctuation', () => {
    const [one, two, last] = termsOf('图书馆', 'zh');
    expect(new Set([one, two]).size).toBe(2);
    expect(last).toBe(NO_TERM);
    expect(distinct('图，书', 'zh').size).toBe(0);
    expect(distinct('图书', 'zh')).toEqual(new Set([one]));
  });

  it('leave out hiragana, which is grammar', () => {
    expect(distinct('ている', 'ja').size).toBe(0);
    expect(distinct('図書館', 'ja').size).toBe(2);
  });

  it('are what they are whatever was read before', () => {
    const word = fc.stringMatching(/^[a-z]{2,8}$/);
    fc.assert(
      fc.property(fc.array(word, { maxLength: 20 }), fc.array(word, { maxLength: 20 }), (text, before) => {
        const alone = termsOf(text.join(' '));
        termsOf(before.join(' '));
        expect(termsOf(text.join(' '))).toEqual(alone);
      }),
    );
  });
});

describe('the counts of terms', () => {
  it('are of each distinct term, ascending, and sum to their number', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 })), (sequence) => {
        const { terms, places } = countTerms(Uint32Array.from(sequence));
        const { ids, counts } = terms;
        expect([...ids]).toEqual([...new Set(sequence)].filter((id) => id !== NO_TERM).sort((x, y) => x - y));
        for (const [i, id] of ids.entries()) expect(counts[i]).toBe(sequence.filter((term) => term === id).length);
        expect([...places]).toEqual(sequence.map((term) => ids.indexOf(term)));
      }),
    );
  });

  it('saturate instead of beginning anew', () => {
    expect([...countTerms(new Uint32Array(70_000).fill(5)).terms.counts]).toEqual([0xffff]);
  });
});
