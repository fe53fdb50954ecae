import fc from 'fast-check';
import type { Nodes, Parents } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import type { Result } from '../../src/model/result.ts';
import { markdownComparison, markdownReport } from '../../src/report/markdown.ts';
import { hostileResults } from './hostile.ts';
import { manyClusters } from './many.ts';
import { matches, newsroom, noMatch } from './newsroom.ts';
import { resultOf } from './sample.ts';

const report = (result: Result) => [...markdownReport(result)].join('');

/** As GitHub parses it: CommonMark with tables, strikethrough, literal addresses, footnotes and tasks. */
const read = (text: string): Nodes[] => [
  ...nodesIn(fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })),
];

function* nodesIn(node: Nodes): Generator<Nodes> {
  yield node;
  if ('children' in node) for (const child of (node as Parents).children) yield* nodesIn(child);
}

/** The markup that the report itself writes; what is within `<code>` has its signs escaped. */
const OWN_HTML =
  /^(<!-- dedupe --><!-- dedupe-disable -->|<code>|<\/code>|<br>|<\/details>|<details><summary>(?:[\d,]+ (?:skipped|template groups?)|<code>[^<]*<\/code> and <code>[^<]*<\/code>: [\w., %-]+)<\/summary>|\n)+$/;

/** What a reader's browser would do on account of an article: anything but show text. */
function acts(nodes: readonly Nodes[]): string[] {
  const found: string[] = [];
  let inCode = 0;
  for (const node of nodes) {
    if (node.type === 'html') {
      if (!OWN_HTML.test(node.value)) found.push(`html: ${node.value}`);
      inCode += (node.value.match(/<code>/g) ?? []).length - (node.value.match(/<\/code>/g) ?? []).length;
    } else if (node.type === 'link' && inCode === 0) found.push(`link: ${node.url}`);
    else if (node.type === 'text' && inCode === 0 && node.value.includes('@')) found.push(`mention: ${node.value}`);
    else if (
      [
        'image',
        'imageReference',
        'linkReference',
        'footnoteReference',
        'definition',
        'emphasis',
        'strong',
        'delete',
      ].includes(node.type)
    )
      found.push(node.type);
  }
  return [...found, ...(inCode === 0 ? [] : ['code that does not end'])];
}

const count = (nodes: readonly Nodes[], type: string) => nodes.filter((node) => node.type === type).length;

describe('the Markdown report', () => {
  const text = report(newsroom);
  const nodes = read(text);

  it('begins with a mark by which a bot finds it, and a summary', () => {
    expect(text.split('\n').slice(0, 4)).toEqual([
      '<!-- dedupe --><!-- dedupe-disable -->',
      '### 4 duplicates in 2 clusters, 1 excerpt, 1 link between clusters, 1 template group, 2 skipped',
      '',
      '11 articles.',
    ]);
    expect(report(resultOf([], []))).toContain('### No duplicate articles\n');
  });

  it('has the clusters, excerpts, links and template groups in tables', () => {
    expect(count(nodes, 'table')).toBe(4);
    expect(text).toContain(
      '| <code>wire/harbour-bridge.txt</code> | <code>archive/bridge-copy.txt</code> identical<br><code>site/news/harbour-bridge.md</code> near-copy, 83 %',
    );
    expect(text).toContain('| <code>wire/lynx.txt</code> | <code>site/week-in-brief.md</code> excerpt, 78 % |');
  });

  it('says what a run was about, and has the article that is held first, whichever of the two that is', () => {
    const scope = { articles: ['site/week-in-brief.md'] };
    const about = report({ ...newsroom, scope, settings: { ...newsroom.settings, changedSince: 'main' } });
    expect(about).toContain('\n11 articles, 1 changed since main.\n');
    const skip = { path: 'new.bin', reason: 'binary', detail: 'no text' } as const;
    const withSkip = { scope: { articles: [...scope.articles, skip.path] }, skipped: [...newsroom.skipped, skip] };
    const listed = report({ ...newsroom, ...withSkip, settings: { ...newsroom.settings, changedFrom: 'list' } });
    expect(listed).toContain('\n11 articles, 1 changed by the list in list.\n');
    expect(about).toContain('| <code>wire/lynx.txt</code> | <code>site/week-in-brief.md</code> excerpt, 78 % |');
  });

  it('folds each pair compared, the older article as removed, the newer one as added', () => {
    expect(text).toContain(
      '\n- 1: Harbour bridge to close for eleven weeks\n+ 1: Harbour bridge to close for thirteen weeks\n',
    );
    expect(text).toContain('numbers differ: eleven / thirteen, 3.2 million / 3.4 million');
    expect(text).toContain('both have: Grenmark, Varlund, Oster');
    expect((text.match(/<details>/g) ?? []).length).toBe((text.match(/<\/details>/g) ?? []).length);
  });

  it('lists what was skipped', () => {
    expect(text).toContain('wire/flash.txt: too short, 12 words, fewer than 30');
  });

  it('fits in a comment of GitHub, and counts what it leaves out', () => {
    for (const n of [20, 300, 3000]) {
      const long = report(manyClusters(n));
      expect(long.length).toBeLessThanOrEqual(65_536);
      if (n === 20) continue;
      expect(long.length).toBeGreaterThan(40_000);
      expect(long).toMatch(
        /\nLeft out, for a comment has an end: [\d,]+ (clusters, [\d,]+ )?comparisons\. Other formats have all\.\n$/,
      );
    }
  });

  it('shows a comparison, and why there is no match', () => {
    expect([...markdownComparison({ match: matches.excerpt })].join('')).toMatch(
      /^<!-- dedupe -->.*\n### Excerpt\n\n<code>site\/week-in-brief.md<\/code> and <code>wire\/lynx.txt<\/code>: excerpt, 78 %/,
    );
    expect([...markdownComparison(noMatch)].join('')).toContain('\n- Not identical: the words differ.\n');
  });

  it('shows articles and lets them do nothing, whatever the texts', () => {
    expect(acts(read('[a](https://b.example) <b>@me</b>'))).toHaveLength(4);
    expect(acts(nodes)).toEqual([]);
    fc.assert(
      fc.property(hostileResults, (result) => {
        const hostile = report(result);
        const inside = read(hostile);
        expect(acts(inside)).toEqual([]);
        expect(hostile.length).toBeLessThanOrEqual(65_536);
        for (const type of ['table', 'tableRow', 'tableCell', 'heading', 'list', 'blockquote', 'thematicBreak'])
          expect([type, count(inside, type)]).toEqual([type, count(nodes, type)]);
      }),
      { numRuns: 30 },
    );
  });
});
