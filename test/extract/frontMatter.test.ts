import { describe, expect, it } from 'vitest';
import { frontMatter } from '../../src/extract/frontMatter.ts';

describe('front matter', () => {
  it('gives title, date and language as they are written', () => {
    expect(frontMatter('yaml', 'title: "A: b"\ndate: 2024-05-01\nlang: en-GB\n').metadata).toEqual({
      title: 'A: b',
      date: '2024-05-01',
      language: 'en-GB',
    });
    expect(frontMatter('toml', 'title = "A"\ndate = 2024-05-01\nlanguage = "de"\n').metadata).toEqual({
      title: 'A',
      date: '2024-05-01',
      language: 'de',
    });
  });

  it('asks to be left out by dedupe: false, and by nothing else', () => {
    expect(frontMatter('yaml', 'dedupe: false').disabled).toBe(true);
    expect(frontMatter('toml', 'dedupe = false').disabled).toBe(true);
    for (const text of ['dedupe: true', 'dedupe: "false"', 'title: dedupe', '- dedupe: false']) {
      expect(frontMatter('yaml', text).disabled, text).toBe(false);
    }
  });

  it('says nothing when it is broken, empty, no mapping, or a bomb', () => {
    const bomb = `a: &a [x,x]\n${Array.from({ length: 30 }, (_, i) => `b${i}: &b${i} [*${i ? `b${i - 1}` : 'a'},*${i ? `b${i - 1}` : 'a'}]`).join('\n')}\n`;
    for (const text of [
      'title: [',
      ': :\n\t',
      '',
      'just text',
      '- a',
      '['.repeat(50_000),
      '- '.repeat(20_000),
      `${' '.repeat(300)}a: b`,
      bomb,
    ]) {
      expect(frontMatter('yaml', text).metadata).toEqual({});
    }
    for (const text of ['title = ', `a = ${'['.repeat(50_000)}`])
      expect(frontMatter('toml', text).metadata).toEqual({});
  });
});
