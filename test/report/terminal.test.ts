import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import type { Passage } from '../../src/model/evidence.ts';
import type { Comparison, ExplainedMatch } from '../../src/model/match.ts';
import type { Result } from '../../src/model/result.ts';
import { type TerminalStyle, terminalComparison, terminalReport } from '../../src/report/terminal.ts';
import { reworded } from './hostile.ts';
import { manyClusters } from './many.ts';
import { bridgeCluster, matches, newsroom, noMatch, pactCluster } from './newsroom.ts';
import { GUARANTEE, resultOf } from './sample.ts';

const plain: TerminalStyle = { width: 80, color: false, detail: 'auto', verbose: false, explain: false };

/** What no report may hold but in its own colours: control characters, what turns the writing direction, half characters. */
const STEERING = /[^\P{Cc}\n]|\p{Bidi_Control}|\p{Cs}/u;

function widest(report: string): number {
  return report.split('\n').reduce((most, line) => Math.max(most, stringWidth(line)), 0);
}

function between(report: string, from: string, to: string): string {
  return report.slice(report.indexOf(from), report.indexOf(to));
}

describe('the terminal report', () => {
  const report = terminalReport(newsroom, plain);

  it('begins with what was found', () => {
    expect(report.split('\n')[0]).toBe('11 articles, 2 clusters, 4 duplicates, 1 excerpt, 1 template group, 2 skipped');
    const nothing = terminalReport(resultOf([], []), plain);
    expect(nothing.split('\n')[0]).toBe('3 articles, no duplicates');
  });

  it('names each member with its relation and score in words', () => {
    expect(report).toContain('archive/bridge-copy.txt\n     identical, same bytes');
    expect(report).toContain('site/news/harbour-bridge.md\n     near-copy, 83 % of shingles shared');
    expect(report).toContain('desk/neighbours-stand-together.md\n     rewrite, probability 0.97');
  });

  it('says whose words a member has that matches through an identical article', () => {
    expect(report).toContain('near-copy, 83 % of shingles shared, same words as C');
  });

  it('shows a near-copy as a word diff from the representative to the member, with both places', () => {
    const diff = between(report, '[-A-] → {+C+}', 'Cluster 2');
    expect(diff).toContain('3 paragraphs changed, 1 only in A, 1 only in C');
    expect(diff).toContain('wire/harbour-bridge.txt:13 → site/news/harbour-bridge.md:13');
    expect(diff).toContain('last looked at by divers [-nine-]{+ten+}');
    expect(diff).toContain('{+The city council is to debate help for the shops on Thursday.+}');
    expect(diff).toContain('numbers differ: [-eleven-]{+thirteen+}, [-3.2 million-]{+3.4 million+}');
  });

  it('folds unchanged paragraphs and long unchanged stretches', () => {
    expect(report).toContain('… 2 paragraphs, 65 words unchanged');
    expect(report).not.toContain('18,000 vehicles');
    expect(report).not.toContain('drivers will be sent round by the tunnel');
  });

  it('shows a rewrite as sentences over their answers, with lines, and what each has alone', () => {
    const rewrite = between(report, '[-A-] ~ {+B+}', 'Excerpts');
    expect(rewrite).toContain('A:3  The accord was signed by Prime Minister Edda Raske');
    expect(rewrite).toContain('B:5  President Tomas Weil travelled to Kelm for the ceremony');
    expect(rewrite).toContain('numbers differ: [-410 million-]{+430 million+}');
    expect(rewrite).toContain('cost {+430 million+} marks');
    expect(rewrite).toContain('only in A: 1 sentence\n  A:11 Both parliaments must ratify');
    expect(rewrite).toContain('both have: Grenmark, Varlund');
  });

  it('ends with what was looked for, and how sure it is that it was found', () => {
    const closing = (rest: Partial<Result>) =>
      terminalReport(resultOf([], [], rest), { ...plain, width: 400 })
        .trimEnd()
        .split('\n')
        .at(-1);
    const settings = resultOf([], []).settings;
    expect(closing({})).toBe(
      'Looked for: identical, near-copy, excerpt, rewrite. Every near-copy that shares 40 % of its 5-word shingles or ' +
        'more is found (exact join); identical articles and excerpts with 30 words in a row are always found.',
    );
    const sketched = { ...GUARANTEE, recall: 0.99905, method: 'minhash bands' } as const;
    expect(closing({ settings: { ...settings, relations: ['near-copy'] }, guarantee: sketched })).toBe(
      'Looked for: near-copy. Every near-copy that shares 40 % of its 5-word shingles or more is found with ' +
        'probability 0.999 (minhash bands).',
    );
    const crowded = { ...GUARANTEE, complete: false };
    expect(closing({ settings: { ...settings, relations: ['near-copy'] }, guarantee: crowded })).toBe(
      'Looked for: near-copy. Every near-copy that shares 40 % of its 5-word shingles or more is found (exact join), ' +
        'save among the partners of articles that have more than 100: of those 100 were compared.',
    );
    expect(closing({ guarantee: crowded })).toMatch(
      /\(exact join\); excerpts with 30 words in a row are found, save among .* compared; identical articles are always found\.$/,
    );
    expect(closing({ settings: { ...settings, relations: ['rewrite'] } })).toBe('Looked for: rewrite.');
  });

  it('puts a rewrite side by side where the terminal is wide', () => {
    const wide = terminalReport(newsroom, { ...plain, width: 140 });
    expect(wide).toMatch(/A:3 {2}The accord was signed .* B:5 {2}President Tomas Weil/);
  });

  it('shows which article holds how much of which, and the passage', () => {
    expect(report).toContain('A holds 78 % of B, 66 words in a row');
    expect(report).toContain('wire/lynx.txt:3 in site/week-in-brief.md:5');
    expect(report).toContain('A lynx that was seen twice near the reservoir');
  });

  it('lists the first ten of many links and excerpts, and all of them in full detail', () => {
    for (const match of [{ ...matches.nearCopy, bridge: true } as const, matches.excerpt]) {
      const many = Array.from({ length: 1200 }, (_, i) => ({ ...match, b: `link-${i}.txt` }));
      const short = terminalReport(resultOf([], many), plain);
      expect(short).toContain('… 1,190 links more; --full shows all');
      expect(short).toContain('link-9.txt');
      expect(short).not.toContain('link-10.txt');
      const full = terminalReport(resultOf([], many), { ...plain, detail: 'full' });
      expect(full).toContain('link-1199.txt');
      expect(full).not.toContain('--full');
    }
  });

  it('lists links and template groups apart from the clusters', () => {
    const after = report.slice(report.indexOf('Links:'));
    expect(after).toContain('desk/bridge-diary.md and wire/harbour-bridge.txt: near-copy, 43 %');
    expect(after).toContain('wire/dividend-arlo.txt · 2 articles');
    expect(after).toContain('[-Arlo Mills-]{+Brix Foods+} [-12-]{+15+} [-May 3-]{+June 9+}');
  });

  it('lists skips and what was set aside only when asked', () => {
    const verbose = terminalReport(newsroom, { ...plain, verbose: true });
    expect(verbose).toContain('wire/flash.txt · too short: 12 words, fewer than 30');
    expect(verbose).toContain('line 1, share line: Share this article');
    expect(report).not.toContain('wire/flash.txt');
  });

  it('says what spoke for a rewrite only when asked', () => {
    expect(terminalReport(newsroom, { ...plain, explain: true })).toContain(
      '+2.71  each sentence of either article finds its like',
    );
    expect(report).not.toContain('log-odds');
  });

  it('says the same with and without colour', () => {
    const coloured = terminalReport(newsroom, { ...plain, color: true });
    const esc = String.fromCharCode(27);
    expect(coloured.replaceAll(new RegExp(`${esc}\\[\\d+m`, 'g'), '')).toBe(report);
    expect(coloured).toContain(`${esc}[31m[-nine-]${esc}[39m${esc}[32m{+ten+}`);
    expect(report).not.toContain(esc);
  });

  it('takes a few lines a cluster for 500 clusters, each with its telling line', () => {
    const lines = terminalReport(manyClusters(500), plain).split('\n');
    expect(lines.length).toBeLessThan(500 * 4 + 10);
    expect(lines.filter((line) => line.startsWith('      differ: [-thirteen-]'))).toHaveLength(250);
    expect(lines.filter((line) => line.startsWith('      6 passages answer each other'))).toHaveLength(250);
  });

  it('shows every comparison of 500 clusters in full detail', () => {
    const full = terminalReport(manyClusters(500), { ...plain, detail: 'full' });
    expect(full.match(/^ {2}\[-A-\]/gm)).toHaveLength(500);
  });

  it('counts what it leaves out of a large cluster, and shows it in full detail', () => {
    const members = Array.from({ length: 300 }, (_, i) => ({ ...pactCluster.members[0], path: `copy-${i}.txt` }));
    const large = resultOf([{ ...pactCluster, members } as typeof pactCluster], []);
    expect(terminalReport(large, plain)).toContain('… 290 more; --full shows all');
    expect(terminalReport(large, { ...plain, detail: 'full' })).toContain('copy-299.txt');
  });
});

describe('the terminal report of hostile articles', () => {
  const cases: [string, string][] = [
    ['escape sequences', '\u001b[31mred\u001b[0m \u001b]0;title\u0007 \u009b2J'],
    ['bidirectional overrides', 'file\u202etxt.exe\u2066 \u200f'],
    ['line breaks and tabs', 'one\r\ntwo\tthree\u2028four\u0085five'],
    ['lone surrogates', 'half \ud83d of a pair'],
    ['a word longer than the screen', 'x'.repeat(500)],
    ['Chinese', '大桥将关闭十一周，港务局在周日晚间表示，工程师将更换支座。'.repeat(6)],
    ['emoji of many parts', '👩‍👩‍👧‍👦🏳️‍🌈1️⃣🇫🇮'.repeat(20)],
    ['right-to-left text', 'הגשר ייסגר لمدة أحد عشر أسبوعا '.repeat(8)],
    ['combining marks without end', `e${'\u0301'.repeat(400)}`.repeat(3)],
  ];
  for (const [name, text] of cases) {
    it(`stays within its width and steers nothing with ${name}`, () => {
      for (const width of [40, 80, 200]) {
        for (const detail of ['auto', 'full'] as const) {
          const style = { ...plain, width, detail, verbose: true, explain: true };
          const report = terminalReport(
            reworded(newsroom, (old) => `${text} ${old}`),
            style,
          );
          expect(widest(report)).toBeLessThanOrEqual(width);
          expect(report).not.toMatch(STEERING);
        }
      }
    });
  }

  it('never writes a line over its width, whatever the texts', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary', maxLength: 60 }), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 40, max: 200 }),
        fc.boolean(),
        (texts, width, color) => {
          let next = 0;
          const word = () => texts[next++ % texts.length] as string;
          const style = { width, color, detail: 'full', verbose: true, explain: true } as const;
          const report = terminalReport(reworded(newsroom, word), style);
          expect(widest(report)).toBeLessThanOrEqual(width);
          if (!color) expect(report).not.toMatch(STEERING);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('takes time in proportion to the text', () => {
    const long: Passage = { start: 0, end: 2e6, line: 1, endLine: 1, text: 'a'.repeat(2e6) };
    const match: ExplainedMatch = {
      ...matches.nearCopy,
      a: bridgeCluster.representative,
      b: bridgeCluster.members[1]?.path ?? '',
      evidence: { kind: 'near-copy', coarse: true, diff: [{ kind: 'only-a', a: long }], facts: [] },
    };
    const result: Result = resultOf([bridgeCluster], [match]);
    expect(terminalReport(result, plain)).toContain('too long to compare word by word');
    expect(terminalReport(result, { ...plain, detail: 'full' }).length).toBeGreaterThan(2e6);
  });
});

describe('the comparison of two articles', () => {
  it('shows a match in full', () => {
    const shown = terminalComparison({ match: matches.rewrite }, plain);
    expect(shown).toContain('rewrite, probability 0.97');
    expect(shown).toContain('only in A: 2 sentences');
    expect(terminalComparison({ match: matches.identical }, plain)).toBe(
      '  A  archive/bridge-copy.txt\n  B  wire/harbour-bridge.txt\n     identical, same bytes\n',
    );
  });

  it('says how close two articles came and why they are no match', () => {
    const shown = terminalComparison(noMatch, plain);
    expect(shown).toMatch(/^No match\./);
    expect(shown).toContain('Not a near-copy: they share under 1 % of their 5-word shingles');
    expect(shown).toContain('Not a rewrite: probability 0.01; a rewrite has 0.50 or more.');
    expect(shown).not.toContain('410 million');
  });

  it('shows the sentences that come closest, and what spoke against, when asked to explain', () => {
    const shown = terminalComparison(noMatch, { ...plain, explain: true });
    expect(shown).toContain('B:7 The price was put at {+410 million+} marks.');
    expect(shown).toContain('-3.90  many sentences of one article find nothing like them in the other (5 %)');
  });

  it('stays within its width at every width', () => {
    const comparisons: Comparison[] = [noMatch, ...Object.values(matches).map((match) => ({ match }))];
    for (const width of [40, 59, 60, 80, 119, 120, 200]) {
      for (const comparison of comparisons) {
        expect(widest(terminalComparison(comparison, { ...plain, width, explain: true }))).toBeLessThanOrEqual(width);
      }
    }
  });
});
