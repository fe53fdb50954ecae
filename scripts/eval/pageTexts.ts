import { matchedShare } from './judge.ts';
import { markdownTable } from './markdown.ts';
import type { Measurement } from './measure.ts';
import { targetRows } from './table.ts';
import { outcomes } from './targets.ts';

/** Columns of the curve: what is found or flagged in the report part of a corpus. */
const CURVES: readonly (readonly [corpus: string, expect: 'duplicate' | 'not'])[] = [
  ['onestopenglish', 'duplicate'],
  ['sheepdog-llm-news', 'duplicate'],
  ['mixset', 'duplicate'],
  ['clough-stevenson', 'duplicate'],
  ['clough-stevenson', 'not'],
  ['one-outlet', 'not'],
  ['ecbplus', 'not'],
];

/** The measured places of docs/evaluation.md, by name. */
export function pageTexts(measurements: readonly Measurement[]): Record<string, string> {
  return {
    targets: markdownTable(targetRows(outcomes(measurements))),
    runs: markdownTable(runRows(measurements)),
    curves: markdownTable(curveRows(measurements)),
  };
}

function runRows(measurements: readonly Measurement[]): string[][] {
  return [
    ['run', 'articles', 'identical', 'near-copy', 'excerpt', 'rewrite', 'skipped', 'seconds', 'peak MiB'],
    ...measurements.map(({ name, judgement, matches, skipped, seconds, peakMiB }) => [
      name,
      String(judgement.both.articles),
      ...['identical', 'near-copy', 'excerpt', 'rewrite'].map((relation) => String(matches[relation] ?? 0)),
      String(Object.values(skipped).reduce((sum, count) => sum + count, 0)),
      seconds.toFixed(1),
      peakMiB.toFixed(0),
    ]),
  ];
}

function curveRows(measurements: readonly Measurement[]): string[][] {
  const curves = CURVES.map(([corpus, expect]) => ({
    title: `${corpus}, ${expect === 'not' ? 'not, flagged' : 'found'}`,
    expect,
    points: measurements.find(({ name }) => name === corpus)?.curve ?? [],
  }));
  const thresholds = curves[0]?.points.map(({ threshold }) => threshold) ?? [];
  return [
    ['rewrite score from', ...curves.map(({ title }) => title)],
    ...thresholds.map((threshold, i) => [
      threshold.toFixed(2),
      ...curves.map(({ points, expect }) => {
        const tally = points[i]?.judgement.report.byExpect[expect];
        return tally === undefined ? '-' : (matchedShare(tally)?.toFixed(3) ?? '-');
      }),
    ]),
  ];
}
