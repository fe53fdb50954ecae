import { describe, expect, it } from 'vitest';
import { align } from '../../../src/report/html/client/alignment.ts';
import { layOver, type Mark, wordMarks } from '../../../src/report/html/client/marks.ts';
import type { PageEvidence, PageSpan, PageText } from '../../../src/report/html/pageData.ts';

/** A text of paragraphs, each of sentences. */
function textOf(...paragraphs: readonly (readonly string[])[]): PageText {
  const text = paragraphs.map((sentences) => sentences.join(' ')).join('\n\n');
  const spanOf = (part: string, from: number): PageSpan => {
    const start = text.indexOf(part, from);
    return [start, start + part.length];
  };
  let at = 0;
  const sentences: PageSpan[] = [];
  const spans = paragraphs.map((own) => {
    const paragraph = spanOf(own.join(' '), at);
    at = paragraph[0];
    for (const sentence of own) {
      const span = spanOf(sentence, at);
      sentences.push(span);
      at = span[1];
    }
    return paragraph;
  });
  return { text, paragraphs: spans, sentences, lines: spans.map((_, i) => i + 1), aside: [] };
}

const spanOf = ({ text }: PageText, part: string): PageSpan => [text.indexOf(part), text.indexOf(part) + part.length];
const linksOf = (a: PageText, b: PageText, evidence: PageEvidence | null = null) =>
  align(a, b, evidence).links.map((link) => [link.a, link.b, link.moved]);

const bell = 'The bell of the old tower cracked in the frost.';
const smith = 'A smith from the valley will cast it anew.';
const price = 'The parish has found the money for it.';

describe('sentences', () => {
  it('are linked where their words answer each other', () => {
    const a = textOf([bell, smith]);
    const b = textOf([bell.replace('cracked', 'broke'), 'Nobody expected this at all.', smith]);
    expect(linksOf(a, b)).toEqual([
      [[0], [0], false],
      [[1], [2], false],
    ]);
  });

  it('that were split are linked with all their parts', () => {
    const a = textOf([
      'The bell of the old tower cracked in the frost, and a smith from the valley will cast it anew.',
    ]);
    const b = textOf(['The bell of the old tower cracked in the frost.', 'A smith from the valley will cast it anew.']);
    expect(linksOf(a, b)).toEqual([[[0], [0, 1], false]]);
  });

  it('of a paragraph that moved are linked as moved', () => {
    const a = textOf([bell], [smith], [price]);
    const b = textOf([price], [bell], [smith]);
    const evidence: PageEvidence = {
      kind: 'near-copy',
      coarse: false,
      moved: [[spanOf(a, price), spanOf(b, price)]],
      facts: [],
    };
    expect(linksOf(a, b, evidence)).toEqual([
      [[0], [1], false],
      [[1], [2], false],
      [[2], [0], true],
    ]);
  });

  it('of a rewrite are linked as its evidence says', () => {
    const a = textOf([bell, smith]);
    const b = textOf(['Anew it will be cast, by a smith from the valley.', 'It was cold.']);
    const evidence: PageEvidence = {
      kind: 'rewrite',
      aligned: [[[spanOf(a, smith)], [spanOf(b, 'Anew it will be cast, by a smith from the valley.')], 0.7]],
      terms: [],
      facts: [],
      extends: null,
      reasons: [],
    };
    const { links } = align(a, b, evidence);
    expect(links).toMatchObject([{ a: [1], b: [0], similarity: 0.7 }]);
    expect(links[0]?.share).toBeGreaterThan(0.7);
  });

  it('of which nothing was compared are linked with nothing', () => {
    const a = { ...textOf([bell]), aside: [[0, bell.length, 'navigation']] as const };
    expect(linksOf(a, textOf([bell]))).toEqual([]);
  });
});

describe('marks', () => {
  it('are on the words that differ where most are the same, else on the telling words that both have', () => {
    const a = textOf([bell]);
    const b = textOf([bell.replace('cracked', 'broke')]);
    const { a: side } = align(a, b, null);
    const marked = (share: number) =>
      wordMarks(a.text, side, [0, a.text.length], share).map(({ kind, start, end }) => [
        kind,
        a.text.slice(start, end),
      ]);
    expect(marked(0.9)).toEqual([['own', 'cracked']]);
    expect(marked(0.2)).toEqual([
      ['shared', 'The bell of the old tower'],
      ['shared', 'in the frost'],
    ]);
  });

  it('that win cut those under them', () => {
    const mark = (start: number, end: number, kind: Mark['kind']): Mark => ({ start, end, kind });
    expect(layOver([mark(0, 10, 'own'), mark(12, 20, 'own')], [mark(4, 6, 'fact'), mark(18, 25, 'fact')])).toEqual([
      mark(0, 4, 'own'),
      mark(4, 6, 'fact'),
      mark(6, 10, 'own'),
      mark(12, 18, 'own'),
      mark(18, 25, 'fact'),
    ]);
  });
});
