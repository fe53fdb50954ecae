import { describe, expect, it } from 'vitest';
import type { Match, Result } from '../../src/model.ts';
import { findingsIn } from '../../src/report/findings.ts';
import { github } from '../../src/report/github.ts';
import { gitlab } from '../../src/report/gitlab.ts';
import { junit } from '../../src/report/junit.ts';
import { markdownReport } from '../../src/report/markdown.ts';
import { sarif } from '../../src/report/sarif.ts';
import { newsroom } from './newsroom.ts';

/** The newsroom of which a baseline accepts all but the excerpt. */
const accepted: Result = {
  ...newsroom,
  clusters: newsroom.clusters.map((cluster) => ({ ...cluster, known: true })),
  matches: newsroom.matches.map((match): Match => (match.relation === 'excerpt' ? match : { ...match, known: true })),
  baseline: { from: 'dedupe.baseline', known: 6, gone: 0 },
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
    const suppressed = { ...newsroom, summary: { ...newsroom.summary, suppressed: 3 } };
    expect([...markdownReport(suppressed)].join('')).toContain(', 3 suppressed, 2 skipped');
  });
});
