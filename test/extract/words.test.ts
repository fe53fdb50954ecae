import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashWord, normalizeWord } from '../../src/extract/normalizeWord.ts';
import { words } from '../../src/extract/words.ts';
import { wordsOutside } from '../../src/extract/wordsOutside.ts';
import { wordsPlain } from '../../src/extract/wordsPlain.ts';

/** Text as hostile as it gets: every kind of character that words treat in its own way. */
const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
      fc.constantFrom(..."aZß’'-.,:019 \u00ad\u200b\u0301éÉﬁİς漢かカｶﾞ한\u1100\u1161กำ\ud800\udc00½①１，😀𝐀٣"),
      fc.constantFrom('1,000', "l'eau", '𠀀', 'ΟΔΟΣ', '\u{e0100}', '\u{116d0}', 'z'.repeat(126), '9'.repeat(124)),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

const SCANS = [
  ['the kernel', words],
  ['its plain twin', wordsPlain],
] as const;

describe('the kernel and its plain twin', () => {
  it('find the same words in any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(words(text)).toEqual(wordsPlain(text));
      }),
      { numRuns: 3000 },
    );
  });

  it('find the same words whatever the text before was, and at the limit of what the kernel takes at a time', () => {
    const long = "l'accord 1,000.5 don’t ".repeat(3000);
    for (const length of [0, 1, 65_535, 65_536, 65_537, 7]) {
      expect(words(long.slice(0, length))).toEqual(wordsPlain(long.slice(0, length)));
    }
  });
});

describe.each(SCANS)('words, by %s', (_, words) => {
  /** The words as they are compared. */
  function normalized(text: string): string[] {
    const found = words(text);
    return Array.from(found.starts, (start, i) => normalizeWord(text.slice(start, found.ends[i])));
  }

  it('have the hash of their normalized surface, whichever way they were hashed', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { hashes, starts, ends } = words(text);
        for (let i = 0; i < hashes.length; i++) {
          expect(hashes[i]).toBe(hashWord(normalizeWord(text.slice(starts[i], ends[i]))));
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('agree with normalization for every code unit in the middle of a word', () => {
    for (let unit = 0; unit < 0x10000; unit++) {
      const text = `a${String.fromCharCode(unit)}b`;
      const { hashes, starts, ends } = words(text);
      for (let i = 0; i < hashes.length; i++) {
        if (hashes[i] !== hashWord(normalizeWord(text.slice(starts[i], ends[i]))))
          expect.fail(`U+${unit.toString(16)}`);
      }
    }
  });

  it('end and agree with normalization for every code point beyond the basic plane, first in a word or in the middle', () => {
    for (let plane = 1; plane <= 0x10; plane++) {
      // A line for each code point of a plane in one text: where a word doesn't end, all that follow would go wrong.
      let text = '';
      for (let c = plane << 16; c < (plane + 1) << 16; c++) {
        const character = String.fromCodePoint(c);
        text += `${character}a${character} ${character}${character}.`;
      }
      const { hashes, starts, ends } = words(text);
      let end = 0;
      for (let i = 0; i < hashes.length; i++) {
        const start = starts[i] as number;
        const surface = text.slice(start, ends[i]);
        if (start < end || hashes[i] !== hashWord(normalizeWord(surface))) expect.fail(`${i}: ${surface}`);
        end = ends[i] as number;
      }
      expect(hashes.length).toBeGreaterThanOrEqual(0x10000); // the a of each line is in a word
    }
  });

  it('ascend, are not empty, and overlap only in scripts without spaces', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { starts, ends } = words(text);
        for (let i = 0; i < starts.length; i++) {
          expect(ends[i]).toBeGreaterThan(starts[i] as number);
          expect(ends[i]).toBeLessThanOrEqual(text.length);
          if (i === 0) continue;
          expect(starts[i]).toBeGreaterThan(starts[i - 1] as number);
          if (!/\p{Script=Thai}/u.test(text)) expect(starts[i]).toBeGreaterThanOrEqual(ends[i - 1] as number);
        }
      }),
    );
  });

  it('do not depend on case, curly quotes, soft hyphens or composition', () => {
    expect(normalized('Don’t re\u00adread CAFE\u0301 STRASSE')).toEqual(['dont', 'reread', 'café', 'strasse']);
    expect(normalized("don't reread café Straße")).toEqual(['dont', 'reread', 'café', 'strasse']);
    expect(normalized('ﬁnal ＦＩＮＡＬ 𝐟𝐢𝐧𝐚𝐥')).toEqual(['final', 'final', 'final']);
    expect(normalized('ΟΔΟΣ οδος')).toEqual(['οδοσ', 'οδοσ']);
  });

  it('end at hyphens, dashes, slashes and symbols', () => {
    expect(normalized('mid-2024 end—begin either/or a_b x@y.org #tag £5')).toEqual(
      'mid 2024 end begin either or a b x y org tag 5'.split(' '),
    );
  });

  it('keep diacritics, which tell words apart', () => {
    expect(normalized('resume résumé')).toEqual(['resume', 'résumé']);
  });

  it('hold a number with its point and comma, but no thousands separator', () => {
    expect(normalized('1,000 1000 1,000.50 3.14 3,5 2,000,000. 1,2345 10.5bn')).toEqual(
      '1000 1000 1000.50 3.14 3,5 2000000 1,2345 10.5bn'.split(' '),
    );
    expect(normalized("1'000")).toEqual(['1000']);
  });

  it('part elided articles from their nouns, and leave English contractions whole', () => {
    expect(normalized("l'accord de l’État, dell'accordo")).toEqual([
      'l',
      'accord',
      'de',
      'l',
      'état',
      'dell',
      'accordo',
    ]);
    expect(normalized("she's O'Brien's")).toEqual(['shes', 'obriens']);
  });

  it('are single characters in Chinese and Japanese, also beyond the basic plane', () => {
    expect(normalized('中国GDP增长5.2%。')).toEqual(['中', '国', 'gdp', '增', '长', '5.2']);
    expect(normalized('カタカナとひ𠀋')).toEqual(['カ', 'タ', 'カ', 'ナ', 'と', 'ひ', '𠀋']);
  });

  it('are overlapping trigrams in Thai, and one short word where there are fewer than three letters', () => {
    expect(normalized('สวัสดี')).toEqual(['สวั', 'วัส', 'ัสด', 'สดี']);
    expect(normalized('ดี')).toEqual(['ดี']);
  });

  it('are runs where such a script has characters beyond the basic plane', () => {
    expect(normalized('\u{116d0}')).toEqual(['\u{116d0}']);
    expect(normalized('ကခဂ\u{116d0}\u{116e3}.')).toEqual(['ကခဂ', '\u{116d0}\u{116e3}']);
  });

  it('exist in every script: no text of letters is without words', () => {
    for (const text of ['Ελλάδα', 'Россия', 'العربية', 'עברית', 'हिन्दी', '한국어', 'ქართული', 'ភាសាខ្មែរ', 'አማርኛ']) {
      expect(words(text).hashes.length, text).toBeGreaterThan(0);
    }
    expect(words(' …—!? 😀 \u0000').hashes.length).toBe(0);
  });

  it('are cut where no word is so long, in time linear in the text', () => {
    expect(words('x'.repeat(1_000_000)).hashes.length).toBe(Math.ceil(1_000_000 / 128));
    expect(words(`a${'\u0315\u0316'.repeat(200_000)}`).hashes.length).toBeGreaterThan(1000);
  });

  it('normalize idempotently', () => {
    fc.assert(fc.property(anyText, (text) => normalizeWord(normalizeWord(text)) === normalizeWord(text)));
  });
});

describe('wordsOutside', () => {
  it('leaves out the words of the spans and nothing else', () => {
    const text = 'one two three four five';
    const { starts, ends } = wordsOutside(words(text), [
      { start: 0, end: 3 },
      { start: 8, end: 18 },
    ]);
    expect(Array.from(starts, (start, i) => text.slice(start, ends[i]))).toEqual(['two', 'five']);
  });
});
