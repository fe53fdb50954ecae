import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { graphemes, widthOf } from '../../src/report/width.ts';

describe('the width of a text', () => {
  it('is that of the reference for every character of the basic plane', () => {
    const differing: string[] = [];
    for (let code = 0x20; code < 0x10000; code++) {
      const character = String.fromCharCode(code);
      if (widthOf(character) !== stringWidth(character)) differing.push(code.toString(16));
    }
    expect(differing).toEqual([]);
  });

  it('is that of the reference, and the graphemes too, for texts of several scripts', () => {
    const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
    const unit = fc.constantFrom(...'a1 é“ЖΩ大かカ가（。אعا\u0301\ufe0f\u20e3\u200d👩🇫🇮');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 12 }), (text) => {
        expect(widthOf(text)).toBe(stringWidth(text));
        expect(graphemes(text)).toEqual(Array.from(segmenter.segment(text), (part) => part.segment));
      }),
    );
  });
});
