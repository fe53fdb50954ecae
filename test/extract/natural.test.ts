import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stem, stopWords } from '../../src/extract/natural.ts';

const LANGUAGES = ['en', 'de', 'es', 'fr', 'it', 'nl', 'no', 'pt', 'ru', 'sv', 'uk'];

describe('stems', () => {
  it('are one for the forms of a word', () => {
    expect([stem('agreements', 'en'), stem('running', 'en')]).toEqual([stem('agreement', 'en'), stem('runs', 'en')]);
    expect(stem('regierungen', 'de')).toBe(stem('regierung', 'de'));
    expect(stem('accords', 'fr')).toBe(stem('accord', 'fr'));
    expect(stem('соглашения', 'ru')).toBe(stem('соглашение', 'ru'));
  });

  it('are the words themselves in an unknown language, and for what is no word of letters', () => {
    expect(stem('agreements', 'und')).toBe('agreements');
    expect(stem('agreements', 'constructor')).toBe('agreements');
    for (const word of ['1990s', '3.5', 'g20s', 'as', '', 'x'.repeat(5000)]) {
      for (const language of LANGUAGES) expect(stem(word, language)).toBe(word);
    }
  });

  it('are never empty, and never throw', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzäöüßéèñçąавгдеєжіїѐ中ก\u0301') });
    fc.assert(
      fc.property(letters, fc.constantFrom(...LANGUAGES), (word, language) => {
        expect(stem(word, language).length).toBeGreaterThan(word === '' ? -1 : 0);
      }),
    );
  });
});

describe('stop words', () => {
  it('hold the function words of each language, as they are compared', () => {
    expect(stopWords('en').has('the')).toBe(true);
    expect(stopWords('de').has('und')).toBe(true);
    expect(stopWords('es').has('también')).toBe(true);
    expect(stopWords('ru').has('что')).toBe(true);
    for (const language of LANGUAGES) expect(stopWords(language).size).toBeGreaterThan(40);
  });

  it('are none for an unknown language', () => {
    expect(stopWords('und').size).toBe(0);
    expect(stopWords('toString').size).toBe(0);
  });
});
