import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reading } from '../../src/extract/extract.ts';
import { markdown } from '../../src/extract/markdown.ts';
import { plainText } from '../../src/extract/plainText.ts';
import { buildProse, lineAt } from '../../src/extract/prose.ts';

/** Each paragraph with the line on which it begins; `#` before those that are disabled. */
function read(source: string, isMdx = false): string[] {
  const reading = markdown(source, isMdx);
  if ('reason' in reading) return [reading.reason];
  const prose = buildProse(source, reading.paragraphs);
  return prose.paragraphs.map(({ start, end }, i) => {
    const mark = reading.paragraphs[i]?.disabled ? '#' : '';
    return `${mark}${lineAt(prose, start)} ${prose.text.slice(start, end)}`;
  });
}

describe('Markdown', () => {
  it('is read without its marks, link targets and images', () => {
    expect(
      read(
        '# The *old* bridge\n\nSee [the report](http://x.example "t") and ![a photo](p.png) of `it` &amp; \\*more\\*.',
      ),
    ).toEqual(['1 The old bridge', '3 See the report and a photo of it & *more*.']);
  });

  it('joins filled lines, and keeps list items, quotes and table rows apart', () => {
    expect(
      read(
        'One line\nand another.\n\n> Quoted\n> words.\n\n- [x] first\n- second\n  goes on\n\n| a | b |\n|---|---|\n| c | d |\n',
      ),
    ).toEqual(['1 One line and another.', '4 Quoted words.', '7 first', '8 second goes on', '11 a b', '13 c d']);
  });

  it('knows the line of text after a bare URL', () => {
    expect(read('One.\n\nSee http://x.example and a@b.example,\nthen more.\n\nTwo.')).toEqual([
      '1 One.',
      '3 See http://x.example and a@b.example, then more.',
      '6 Two.',
    ]);
  });

  it('keeps code as text, where it stands', () => {
    expect(read('Text.\n\n```js\nconst a = 1;\nconst b = 2;\n```\n\n    indented\n    code\n')).toEqual([
      '1 Text.',
      '4 const a = 1; const b = 2;',
      '8 indented code',
    ]);
  });

  it('keeps the text of HTML blocks, and drops tags and comments', () => {
    expect(
      read('<div align="center">\n<b>Bold</b> text\n</div>\n\nA <b>b</b> c<!-- note -->.\n\n<!-- hidden\nwords -->'),
    ).toEqual(['2 Bold text', '5 A b c.']);
  });

  it('takes front matter as metadata, also where it is broken', () => {
    const reading = markdown('---\ntitle: T\n---\n\nBody.', false) as Reading;
    expect(reading.metadata).toEqual({ title: 'T' });
    expect(read('---\ntitle: T\n---\n\nBody.')).toEqual(['5 Body.']);
    expect(read('+++\ntitle = "T"\n+++\n\nBody.')).toEqual(['5 Body.']);
    expect(read('---\ntitle: [\n---\n\nBody.')).toEqual(['5 Body.']);
  });

  it('is left out if its front matter asks for it', () => {
    expect(read('---\ndedupe: false\n---\n\nBody.')).toEqual(['disabled']);
  });

  it('is disabled between its comments', () => {
    expect(read('One.\n\n<!-- dedupe-disable -->\n\nTwo.\n\n- Three.\n\n<!-- dedupe-enable -->\n\nFour.')).toEqual([
      '1 One.',
      '#5 Two.',
      '#7 Three.',
      '11 Four.',
    ]);
    expect(read('One.\n\n{/* dedupe-disable */}\n\nTwo.', true)).toEqual(['1 One.', '#5 Two.']);
  });

  it('with components is read without them and without imports; as Markdown if it does not parse', () => {
    expect(
      read("import { X } from './x'\n\n<Note kind={1}>\n\nInside *it*.\n\n</Note>\n\nSum is {1 + 1}.", true),
    ).toEqual(['5 Inside it.', '9 Sum is .']);
    expect(read('Broken <Note> and { brace.', true)).toEqual(['1 Broken and { brace.']);
  });

  it('beyond its bounds is read as plain text', () => {
    const nested = `${'> '.repeat(5000)}deep`;
    expect(read(nested)).toEqual([`1 ${nested}`]);
    for (const text of [
      '* '.repeat(10_000),
      '1. '.repeat(10_000),
      '[^a]'.repeat(60_000),
      'a\n'.repeat(60_000),
      '*a '.repeat(700_000),
    ]) {
      expect((markdown(text, false) as Reading).paragraphs).toEqual(plainText(text));
    }
  });

  it('that nests emphasis or components without end is read all the same', () => {
    const nested = `${'<a>\n\n'.repeat(900)}Text.\n\n${'</a>\n\n'.repeat(900)}`;
    expect(read(nested, true)).toEqual(['1801 Text.']);
    expect(read(nested.repeat(20), true)).toHaveLength(20);
    expect(read(`${'*a '.repeat(3000)}Text.${' b*'.repeat(3000)}`)).toHaveLength(1);
  });

  it('of any kind is read, and every paragraph is on a line of the source', () => {
    const pieces = fc.constantFrom(
      '# ',
      '> ',
      '- ',
      '\n',
      '\n\n',
      'word',
      '*',
      '`',
      '```\n',
      '[',
      '](',
      '<b>',
      '</b>',
      '<!--',
      '-->',
      '|',
      '|-|',
      '---\n',
      '{',
      '}',
      '&lt;',
      '  ',
      '\t',
      '\r\n',
      '1. ',
      '[^1]: ',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), fc.boolean(), (parts, isMdx) => {
        const source = parts.join('');
        const reading = markdown(source, isMdx) as Reading;
        const prose = buildProse(source, reading.paragraphs);
        for (const { start, end } of prose.paragraphs) {
          const text = prose.text.slice(start, end);
          expect(text).not.toMatch(/[\r\n]/);
          expect(text.trim()).not.toBe('');
          expect(lineAt(prose, start)).toBeLessThanOrEqual(source.split(/\r\n|\n|\r/).length);
        }
      }),
    );
  });
});
