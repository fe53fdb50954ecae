import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/extract/plainText.ts';

function paragraphs(text: string): string[] {
  return plainText(text).map(({ stretches }) => stretches.map((stretch) => stretch.text).join(''));
}

describe('paragraphs of plain text', () => {
  it('are parted by blank lines, also blank lines that hold spaces', () => {
    expect(paragraphs('One.\n\nTwo.\n \t\u00a0\nThree.')).toEqual(['One.', 'Two.', 'Three.']);
    expect(paragraphs('One.\r\n\r\nTwo.')).toEqual(['One.', 'Two.']);
    expect(paragraphs('One.\r\rTwo.')).toEqual(['One.', 'Two.']);
  });

  it('are lines where each line is a paragraph', () => {
    const first =
      'The council met on Monday to talk about the bridge, which has been closed for more than two years by now, and about the road.';
    const second = 'It did not come to a decision.';
    expect(paragraphs(`${first}\n${second}\n${first}`)).toEqual([first, second, first]);
  });

  it('go on over a line that was only filled', () => {
    expect(
      paragraphs(
        'A headline\nThe council met on Monday to talk about\nthe bridge, which has been closed for\nmore than two years.\n\nNo decision was taken, members said on\nTuesday.',
      ),
    ).toEqual([
      'A headline',
      'The council met on Monday to talk about the bridge, which has been closed for more than two years.',
      'No decision was taken, members said on Tuesday.',
    ]);
  });

  it('go on over a line that ends in the middle of a sentence', () => {
    expect(paragraphs('The council met\non Monday.')).toEqual(['The council met on Monday.']);
  });

  it('are marked by indents alone where those are used', () => {
    expect(
      paragraphs(
        'The trade minister of\nNorthland said on Monday.\n    The talks ended early.\nNobody was surprised.\n    More is to come.',
      ),
    ).toEqual([
      'The trade minister of Northland said on Monday.',
      'The talks ended early. Nobody was surprised.',
      'More is to come.',
    ]);
  });

  it('are joined without a space in Chinese', () => {
    expect(paragraphs('会议于星期一在市政厅举行讨论大桥\n关闭两年以来的维修工作以及道路问\n题。')).toEqual([
      '会议于星期一在市政厅举行讨论大桥关闭两年以来的维修工作以及道路问题。',
    ]);
  });
});
