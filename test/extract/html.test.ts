import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reading } from '../../src/extract/extract.ts';
import { html } from '../../src/extract/html.ts';
import { buildProse, lineAt } from '../../src/extract/prose.ts';

/** Each paragraph with the line on which it begins; `#` before those that are disabled. */
function read(source: string): string[] {
  const reading = html(source);
  if ('reason' in reading) return [reading.reason];
  const prose = buildProse(source, reading.paragraphs);
  return prose.paragraphs.map(({ start, end }, i) => {
    const mark = reading.paragraphs[i]?.disabled ? '#' : '';
    return `${mark}${lineAt(prose, start)} ${prose.text.slice(start, end)}`;
  });
}

const paragraph = (subject: string) =>
  `The ${subject} voted on Tuesday, after a long debate, to close the old ferry terminal, which has served the islands for ninety years, and to move all sailings to the new pier.`;

const PAGE = `<!DOCTYPE html>
<html lang="en-GB">
<head>
<title>Ferry terminal to close after ninety years - The Harbour</title>
<meta property="article:published_time" content="2024-05-03">
<script>document.write('<p>never run</p>')</script>
</head>
<body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
<div id="main"><article>
<h1>Ferry terminal to close after ninety years</h1>
<div class="share"><a href="#">Share</a> <a href="#">Tweet</a></div>
<div><div><p>${paragraph('board')}
   It said the   sign
costs &pound;5&nbsp;m&amp;more &lt;net&gt;.</p></div></div>
<p>${paragraph('council')}</p>
<ul><li>The pier opens in June, with two berths</li></ul>
<p>${paragraph('union')}<br><br>${paragraph('mayor')}</p>
</article></div>
<aside><h3>Related</h3><p>Other story about ducks</p></aside>
<div class="comments"><p>I think this is bad, said user1.</p></div>
<footer><p>Copyright The Harbour</p></footer>
</body></html>`;

describe('a page', () => {
  it('is read for its main content and headline, each line where it stands', () => {
    expect(read(PAGE)).toEqual([
      '11 Ferry terminal to close after ninety years',
      `13 ${paragraph('board')} It said the sign costs £5\u00a0m&more <net>.`,
      `16 ${paragraph('council')}`,
      '17 The pier opens in June, with two berths',
      `18 ${paragraph('union')}`,
      `18 ${paragraph('mayor')}`,
    ]);
  });

  it('says its title, date and language', () => {
    const { metadata } = html(PAGE) as Reading;
    expect(metadata).toEqual({
      title: 'Ferry terminal to close after ninety years',
      date: '2024-05-03',
      language: 'en-GB',
    });
    expect((html('<meta property="og:title" content="A &amp; B"><title>C</title>') as Reading).metadata.title).toBe(
      'A & B',
    );
  });

  it('too small for reader view is read whole, without what is around the text', () => {
    expect(
      read('<nav>Home</nav><p>Just a <b>short</b> page</p>\n<script>x</script><style>y</style><p>with two'),
    ).toEqual(['1 Just a short page', '2 with two']);
  });

  it('keeps table rows together and everything else apart', () => {
    expect(read('<table><tr><td>Pier<td>Cost<tr><td>Old<td>5</table><dl><dt>a<dd>b</dl>c<hr>d')).toEqual([
      '1 Pier Cost',
      '1 Old 5',
      '1 a',
      '1 b',
      '1 c',
      '1 d',
    ]);
  });

  it('is disabled between its comments', () => {
    expect(read('<p>One<!-- dedupe-disable --><p>Two<p>Three<!--dedupe-enable--><p>Four')).toEqual([
      '1 One',
      '#1 Two',
      '#1 Three',
      '1 Four',
    ]);
  });

  it('that nests or multiplies its elements without end is named as bad markup', () => {
    const misnested = `${Array.from({ length: 3000 }, (_, i) => `<b id=${i}>`).join('')}${'<p>a'.repeat(3000)}`;
    for (const text of ['<div>'.repeat(100_000), '<table><tr><td>'.repeat(5000), misnested]) {
      expect(read(text)).toEqual(['bad-markup']);
    }
  });

  it('that is hostile is read all the same', () => {
    const pages = [
      '<'.repeat(500_000),
      '&amp;'.repeat(200_000),
      '<!--'.repeat(100_000),
      '<div>'.repeat(240),
      '<a '.repeat(100_000),
      `<p ${'a=b '.repeat(100_000)}>x`,
    ];
    for (const text of pages) {
      expect((html(text) as Reading).text).toBe(text);
    }
  });

  it('of any kind is read', () => {
    const pieces = fc.constantFrom(
      '<p>',
      '</p>',
      '<b>',
      '<div>',
      '</div>',
      '<table>',
      '<td>',
      '<!--',
      '-->',
      'word ',
      '\n',
      '&amp;',
      '<script>',
      '</script>',
      '<title>',
      '<h1>',
      '<svg>',
      '<a href="x">',
      '<br>',
      '<template>',
      '<',
      '>',
      '"',
      '\0',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const source = parts.join('');
        const reading = html(source) as Reading;
        const prose = buildProse(source, reading.paragraphs);
        for (const { start } of prose.paragraphs) {
          expect(lineAt(prose, start)).toBeLessThanOrEqual(source.split('\n').length);
        }
      }),
      { numRuns: 200 },
    );
  });
});
