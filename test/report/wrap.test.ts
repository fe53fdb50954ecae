import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clean } from '../../src/report/clean.ts';
import { hang, oneLine, wrap } from '../../src/report/wrap.ts';

const loud = (text: string) => ({ text, paint: (part: string) => `<${part}>` });

describe('wrapping', () => {
  it('breaks at blanks and paints each line for itself', () => {
    expect(wrap(['one ', loud('two three four'), ' five'], 9)).toEqual(['one <two>', '<three>', '<four> five']);
  });

  it('breaks between wide characters but not within a Latin word among them', () => {
    expect(wrap(['工程师更换Kelm大桥的支座'], 10)).toEqual(['工程师更换', 'Kelm大桥的', '支座']);
  });

  it('keeps brackets and stops with the wide characters that they belong to', () => {
    expect(wrap(['铺轨工程[-提前-]完成。'], 8)).toEqual(['铺轨工程', '[-提前-]', '完成。']);
    expect(wrap(['四百八十亿元。'], 12)).toEqual(['四百八十亿', '元。']);
  });

  it('breaks a word only if it is wider than the line', () => {
    expect(wrap(['an incomprehensible word'], 10)).toEqual(['an', 'incomprehe', 'nsible', 'word']);
  });

  it('loses nothing but white space', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 80 });
    fc.assert(
      fc.property(fc.array(text, { maxLength: 5 }), fc.integer({ min: 4, max: 60 }), (runs, width) => {
        const solid = (parts: string[]) => parts.join('').replaceAll(' ', '');
        expect(solid(wrap(runs, width))).toBe(solid(runs.map(clean)));
      }),
    );
  });

  it('hangs a text beside its label', () => {
    expect(hang('A:3 ', ['one two three'], 11)).toEqual(['A:3 one two', '    three']);
  });

  it('marks what does not fit one line', () => {
    expect(oneLine(['one two three'], 20)).toBe('one two three');
    expect(oneLine(['one two three'], 10)).toBe('one two …');
    expect(oneLine([''], 10)).toBe('');
  });
});

describe('cleaning', () => {
  it('takes out what steers a terminal and keeps what text needs', () => {
    expect(clean('a\u001b[31mb\u0007\u009b\u202ec\u2066\u00ad')).toBe('a[31mbc');
    expect(clean('one\r\n\ttwo\u2028three\u00a0four')).toBe('one two three four');
    expect(clean('👩\u200d👧 می\u200cخواهم')).toBe('👩\u200d👧 می\u200cخواهم');
    expect(clean('half \ud83d')).toBe('half \ufffd');
  });
});
