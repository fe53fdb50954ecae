import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/extract/plainText.ts';
import { buildProse, lineAt, passage } from '../../src/extract/prose.ts';

const anyLines = fc
  .array(fc.constantFrom('Word word.', '  indented', '', ' ', 'A', 'lower case goes on', 'x'.repeat(130), '\u00a0'), {
    maxLength: 30,
  })
  .chain((lines) => fc.constantFrom('\n', '\r\n', '\r').map((ending) => lines.join(ending)));

describe('prose', () => {
  it('knows for each of its letters the line and the place in the source', () => {
    fc.assert(
      fc.property(anyLines, (source) => {
        const prose = buildProse(source, plainText(source));
        const { prose: from, source: to } = prose.origin;
        from.forEach((start, i) => {
          const end = from[i + 1] ?? prose.text.length;
          const copied = prose.text.slice(start, end).trim();
          expect(source.slice(to[i], (to[i] as number) + copied.length)).toBe(copied);
          const line = source.slice(0, to[i]).split(/\r\n|\r|\n/).length;
          if (copied !== '') expect(lineAt(prose, start)).toBe(line);
        });
      }),
    );
  });

  it('has paragraphs joined by a blank line, none of which holds a line break', () => {
    fc.assert(
      fc.property(anyLines, (source) => {
        const prose = buildProse(source, plainText(source));
        const texts = prose.paragraphs.map(({ start, end }) => prose.text.slice(start, end));
        expect(texts.join('\n\n')).toBe(prose.text);
        for (const text of texts) expect(text).not.toMatch(/[\r\n]/);
      }),
    );
  });

  it('quotes a span with its line', () => {
    const source = 'One.\n\nTwo is here.\n';
    const prose = buildProse(source, plainText(source));
    expect(passage(prose, { start: 6, end: 9 })).toEqual({ start: 6, end: 9, line: 3, endLine: 3, text: 'Two' });
  });

  it('is all on one line when it comes from a record', () => {
    const source = 'One.\n\nTwo.';
    const prose = buildProse(source, plainText(source), 7);
    expect(lineAt(prose, 0)).toBe(7);
    expect(lineAt(prose, prose.text.length - 1)).toBe(7);
    expect(lineAt(buildProse(source, plainText(source), 1), prose.text.length - 1)).toBe(1);
  });

  it('may be empty', () => {
    const prose = buildProse('', []);
    expect(prose).toMatchObject({ text: '', paragraphs: [], sentences: [] });
    expect(lineAt(prose, 0)).toBe(1);
  });
});
