import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentences } from '../../src/extract/sentences.ts';

function split(text: string): string[] {
  return sentences(text, [{ start: 0, end: text.length }]).map(({ start, end }) => text.slice(start, end));
}

/** One sentence an entry; joined by a space and split again they must come out as they went in. */
const CASES: Readonly<Record<string, readonly string[]>> = {
  'full stops, question and exclamation marks': ['The vote is over.', 'Who won?', 'Nobody!', 'The count goes on.'],
  'titles and initials': ['Mr. Harlow met Dr. J. K. Osei and Gen. Ruiz.', 'They spoke for an hour.'],
  'dotted acronyms before a name': ['The U.S. Treasury and the U.N. Council agreed.', 'It was brief.'],
  'dotted acronyms at the end': ['She lives in the U.S.', 'The move was easy.'],
  'company endings': ['Brightwater Inc. said it will close.', 'He left Brightwater Inc.', 'The firm is small.'],
  'decimals, versions and domains': ['Growth was 3.5 percent in v2.1 of news.example.org data.', 'Prices fell.'],
  'numbers that end a sentence': ['The plant opened in 1998.', 'He scored 12.', 'The crowd left.'],
  'abbreviations before figures only': [
    'It is listed as No. 5 on p. 12.',
    'He said no.',
    'They told me.',
    'The talks ended.',
  ],
  'times of day': ['Doors open at 9 a.m. on Monday and close at 5 p.m.', 'The hall is full.'],
  months: ['It began on Jan. 5 and ended on Feb. 2.', 'The rest is known.'],
  ellipses: ['He waited... and waited.', 'Then… nothing.', 'The end…', 'Or not.'],
  'quotes after the stop': ['“We are done.”', 'She left.', '"Are we?" he asked.', "'Yes.'", 'He nodded.'],
  brackets: ['It failed (again.)', 'They tried once more [see above.]', 'It worked.'],
  German: ['Das gilt z. B. am 3. Mai und im 19. Jahrhundert.', 'Er sagte: „Nein.“', 'Dann ging er.'],
  French: ['M. Perrin a dit « oui ».', 'Mme. Roy est partie.', 'Est-ce vrai ?', 'Non.'],
  Spanish: ['El Sr. Vega llegó a las 5.', '¿Quién lo vio?', '¡Nadie!', 'La sala quedó vacía.'],
  Russian: ['Это было в г. Туле.', 'Он сказал «нет».', 'Все ушли.'],
  Arabic: ['هل وصل الوفد؟', 'نعم.', 'انتهى الاجتماع.'],
  Hindi: ['बैठक समाप्त हुई।', 'सब लोग चले गए।'],
};

describe('sentences', () => {
  for (const [name, expected] of Object.entries(CASES)) {
    it(`are found: ${name}`, () => expect(split(expected.join(' '))).toEqual(expected));
  }

  it('need no space in Chinese and Japanese, and keep their closing quotes', () => {
    expect(split('他说：“会议结束了。”大家离开了！真的吗？')).toEqual([
      '他说：“会议结束了。”',
      '大家离开了！',
      '真的吗？',
    ]);
    expect(split('「終わった。」と彼は言った。次へ。')).toEqual(['「終わった。」', 'と彼は言った。', '次へ。']);
  });

  it('end where the space after the stop is missing', () => {
    expect(split('They signed the pact.The deal is old.')).toEqual(['They signed the pact.', 'The deal is old.']);
    expect(split('It runs on Node.js and Mr.Smith likes it.')).toHaveLength(1);
  });

  it('take a stop or quote that stands alone', () => {
    expect(split('He left! . She stayed.')).toEqual(['He left! .', 'She stayed.']);
  });

  it('stay within their paragraph', () => {
    const text = 'A heading\n\nA sentence of its own.';
    const spans = [
      { start: 0, end: 9 },
      { start: 11, end: text.length },
    ];
    expect(sentences(text, spans)).toEqual(spans);
  });

  it('are cut at a clause when they are longer than 1,000 code units', () => {
    const clause = 'and so the list goes on without an end, ';
    for (const { length } of split(clause.repeat(100))) expect(length).toBeLessThanOrEqual(1000);
    expect(split(clause.repeat(100)).every((sentence) => sentence.endsWith(','))).toBe(true);
  });

  it('cover all that is no white space, in order, without overlap', () => {
    const pieces = fc.constantFrom(
      'Word',
      'a',
      '. ',
      '.',
      '? ',
      '!”',
      ' ',
      'Mr.',
      '3',
      '。',
      '😀',
      '...',
      'U.S.',
      '(',
      ')',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        const text = parts.join('');
        let at = 0;
        for (const { start, end } of sentences(text, [{ start: 0, end: text.length }])) {
          expect(text.slice(at, start).trim()).toBe('');
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(text.slice(at).trim()).toBe('');
      }),
    );
  });

  it('cost the same a code unit, however hostile the text', () => {
    for (const text of [
      '.'.repeat(300_000),
      '. '.repeat(150_000),
      'a.'.repeat(150_000),
      ' '.repeat(300_000),
      '"'.repeat(300_000),
      'x'.repeat(300_000),
    ]) {
      expect(sentences(text, [{ start: 0, end: text.length }]).length).toBeLessThanOrEqual(text.length);
    }
  });
});
