import { describe, expect, it } from 'vitest';
import type { ExplainedMatch } from '../../src/model/match.ts';
import type { Result } from '../../src/model/result.ts';
import { findingsIn } from '../../src/report/findings.ts';
import { github } from '../../src/report/github.ts';
import { gitlab } from '../../src/report/gitlab.ts';
import { junit } from '../../src/report/junit.ts';
import { markdownReport } from '../../src/report/markdown.ts';
import { sarif } from '../../src/report/sarif.ts';
import { terminalReport } from '../../src/report/terminal.ts';
import { cluster, match } from '../policy/results.ts';
import { newsroom } from './newsroom.ts';
import { resultOf } from './sample.ts';

/** The newsroom of which a baseline accepts all but the excerpt. */
const accepted: Result = {
  ...newsroom,
  clusters: newsroom.clusters.map((cluster) => ({ ...cluster, known: true })),
  matches: newsroom.matches.map(
    (match): ExplainedMatch => (match.relation === 'excerpt' ? match : { ...match, known: true }),
  ),
  baseline: { from: 'dedupe.baseline', known: 6, gone: 0, groups: [] },
};
const found = findingsIn(accepted);

describe('what a baseline accepts', () => {
  it('gets no annotation on GitHub', () => {
    const lines = [...github(found)];
    expect(lines.map((line) => /title=([^:]+)::/.exec(line)?.[1])).toEqual(['Excerpt', 'Not compared']);
  });

  it('is unchanged in SARIF, and the rest is new; without a baseline nothing is said of it', () => {
    const states = (of: typeof found): unknown[] =>
      JSON.parse([...sarif(of, { name: 'dedupe', version: '1' })].join('')).runs[0].results.map(
        (each: { ruleId: string; baselineState?: string }) => `${each.ruleId} ${each.baselineState}`,
      );
    expect(new Set(states(found))).toEqual(
      new Set(['identical unchanged', 'near-copy unchanged', 'rewrite unchanged', 'template unchanged', 'excerpt new']),
    );
    expect(states(findingsIn(newsroom))).toContain('excerpt undefined');
  });

  it('is skipped in JUnit, for information on GitLab, and only counted in Markdown', () => {
    expect([...junit(found)].join('')).toContain(
      '<testsuite name="duplicates" tests="6" failures="1" errors="0" skipped="5">',
    );
    const severities = JSON.parse([...gitlab(found)].join('')).map((issue: { severity: string }) => issue.severity);
    expect(severities.filter((severity: string) => severity === 'info')).toHaveLength(6);
    const markdown = [...markdownReport(accepted)].join('');
    expect(markdown).toContain(', 6 accepted by the baseline, 2 skipped');
    expect(markdown).toContain('wire/lynx.txt');
    expect(markdown).not.toContain('wire/harbour-bridge.txt');
    expect(markdown).toContain('### 1 new excerpt, 6 accepted');
    const suppressed = { ...newsroom, summary: { ...newsroom.summary, suppressed: 3 } };
    expect([...markdownReport(suppressed)].join('')).toContain(', 3 suppressed, 2 skipped');
  });
});

describe('a new copy of what a baseline accepts', () => {
  // The star of identical articles is around the first of them, which is the new one.
  const clusters = [cluster('a0', 'm', 'n')];
  const stars = [match('a0', 'm', 'identical'), match('a0', 'n', 'identical')];
  const baseline = { from: 'base.json', known: 1, gone: 0, groups: [['m', 'n']] };
  const grown: Result = resultOf(clusters, stars, { baseline });
  const places = (of: Result) => findingsIn(of).findings.map(({ match: { a, b } }) => `${a} ${b}`);

  it('is one finding, at the new article', () => {
    expect(places(grown)).toEqual(['a0 m']);
    expect(places(resultOf(clusters, stars))).toEqual(['m a0', 'n a0']);
  });

  it('is one finding at the new article also where a known one is the representative, or is held by it', () => {
    const matches = [match('m', 'n', 'near-copy', { known: true }), match('m', 'z'), match('n', 'z')];
    expect(places(resultOf([cluster('m', 'n', 'z')], matches, { baseline }))).toContain('z m');
    expect(places(resultOf([cluster('n', 'm', 'z')], matches, { baseline }))).toContain('z n');
    const evidence = { kind: 'excerpt', holder: 'b', passages: [] } as const;
    const held = match('m', 'z', 'excerpt', { evidence });
    expect(places(resultOf([], [held], { baseline }))).toEqual(['z m']);
    expect(places(resultOf([], [held]))).toEqual(['m z']);
  });

  it('is counted by itself, and told from those that are known', () => {
    const markdown = [...markdownReport(grown)].join('');
    expect(markdown).toContain('### 1 new duplicate in 1 cluster, 1 accepted by the baseline');
    expect(markdown).toContain(
      '| <code>a0</code> | <code>m</code> (accepted) near-copy, 100 %<br><code>n</code> (accepted) near-copy, 100 % |',
    );
    const style = { width: 80, color: false, detail: 'auto', verbose: false, explain: false } as const;
    const shown = terminalReport(grown, style);
    expect(shown).toContain('1 cluster, 1 new duplicate, 1 accepted by the baseline');
    expect(shown.match(/ · accepted\n/g)).toHaveLength(2);
    const many = ['b', 'c', 'd', 'e', 'f'].map((name) => cluster(name, `${name}2`));
    const compact = terminalReport({ ...grown, clusters: [...clusters, ...many] }, style);
    expect(compact.match(/ · accepted/g)).toHaveLength(2);
  });
});
