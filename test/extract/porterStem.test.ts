import fc from 'fast-check';
import natural from 'natural/lib/natural/stemmers/porter_stemmer.js';
import { expect, test } from 'vitest';
import { porterStem } from '../../src/extract/porterStem.ts';

test('the examples of the paper', () => {
  const examples = {
    caresses: 'caress',
    ponies: 'poni',
    cats: 'cat',
    agreed: 'agre',
    plastered: 'plaster',
    bled: 'bled',
    motoring: 'motor',
    sing: 'sing',
    conflated: 'conflat',
    hopping: 'hop',
    falling: 'fall',
    filing: 'file',
    happy: 'happi',
    sky: 'sky',
    relational: 'relat',
    rational: 'ration',
    generalizations: 'gener',
    oscillators: 'oscil',
    adjustment: 'adjust',
    adoption: 'adopt',
    cease: 'ceas',
    controlling: 'control',
  };
  for (const [word, stem] of Object.entries(examples)) expect(porterStem(word)).toBe(stem);
});

/** Words as rules look at them: letters of all kinds, and suffixes that rules name. */
const syllable = fc.constantFrom(...'a e i o u y b c d l s t z w x ll ss at bl iz yy ay ya \u00e9 ст'.split(' '));
const suffix = fc.constantFrom(
  ...'s sses ies ed eed ing y e ll tion sion ational tional enci anci izer abli bli alli entli eli ousli'.split(' '),
  ...'ization ation ator alism iveness fulness ousness aliti iviti biliti logi icate ative alize iciti'.split(' '),
  ...'ical ful ness al ance ence er ic able ible ant ement ment ent ou ism ate iti ous ive ize'.split(' '),
);

test('any word has the stem that the package natural gives it', () => {
  fc.assert(
    fc.property(fc.array(syllable, { maxLength: 5 }), fc.array(suffix, { maxLength: 3 }), (start, end) => {
      const word = [...start, ...end].join('');
      expect(porterStem(word)).toBe(natural.stem(word));
    }),
    { numRuns: 2000 },
  );
});
