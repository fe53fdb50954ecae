import { describe, expect, it } from 'vitest';
import { boilerplate } from '../../src/extract/boilerplate.ts';
import { hashWords, lines } from '../../src/extract/lines.ts';
import { plainText } from '../../src/extract/plainText.ts';
import { buildProse } from '../../src/extract/prose.ts';
import { words } from '../../src/extract/words.ts';

const NONE: ReadonlySet<number> = new Set();

function setAside(paragraphs: readonly string[], recurring = NONE): string[] {
  const source = paragraphs.join('\n\n');
  const prose = buildProse(source, plainText(source));
  return boilerplate(prose, lines(prose.paragraphs, words(prose.text)), NONE, recurring).map(
    ({ reason, text, line }) => `${line} ${reason}: ${text}`,
  );
}

const BODY = 'The council closed the bridge on Monday because it is not safe.';

describe('lines set aside', () => {
  it('are whole share and navigation lines, however written', () => {
    expect(setAside(['SHARE', BODY, 'Share.', '» Read more …', 'Exit mobile version', 'Imprimer'])).toEqual([
      '1 share-line: SHARE',
      '5 share-line: Share.',
      '7 navigation: » Read more …',
      '9 navigation: Exit mobile version',
      '11 share-line: Imprimer',
    ]);
  });

  it('are not sentences that begin as such lines do', () => {
    expect(
      setAside(['Share prices fell on Monday.', 'Read more books, she said.', 'Home is where the heart is.', BODY]),
    ).toEqual([]);
  });

  it('are menus: two or more section names and nothing else', () => {
    expect(setAside(['Home | News | Sport', 'Weather \u00a0 \u00a0 Live Markets', BODY])).toEqual([
      '1 navigation: Home | News | Sport',
      '3 navigation: Weather \u00a0 \u00a0 Live Markets',
    ]);
    expect(setAside(['Weather', 'News | Harlow wins', 'Business as usual', '| News |'])).toEqual([]);
  });

  it('are repetitions of a title or caption: the first stays', () => {
    const title = 'Council closes the old bridge';
    expect(setAside([title, BODY, title.toUpperCase(), BODY.replace('Monday', 'Friday'), `“${title}”`])).toEqual([
      `5 repeated-line: ${title.toUpperCase()}`,
      `9 repeated-line: “${title}”`,
    ]);
  });

  it('are not short lines that come twice', () => {
    expect(setAside(['He was right.', BODY, 'He was right.'])).toEqual([]);
  });

  it('are lines that recur across the folder', () => {
    const footer = 'Brightwater Media holds the rights.';
    const { hashes } = words(footer);
    expect(setAside([BODY, footer], new Set([hashWords(hashes, 0, hashes.length)]))).toEqual([
      `3 recurring-line: ${footer}`,
    ]);
  });
});

describe('the hash of a line', () => {
  it('depends on the words and their order, and fits a double', () => {
    const hash = (text: string) => hashWords(words(text).hashes, 0, words(text).hashes.length);
    expect(hash('The old bridge')).toBe(hash('the OLD bridge!'));
    expect(hash('the bridge old')).not.toBe(hash('the old bridge'));
    const all = Array.from({ length: 20_000 }, (_, i) => hash(`line number ${i}`));
    expect(new Set(all).size).toBe(all.length);
    expect(all.every(Number.isSafeInteger)).toBe(true);
  });
});
