import { type Judgement, matchedShare, per300, RELATIONS, SHARES, type Share, type Tally } from './judge.ts';
import type { Measurement } from './measure.ts';
import { type Outcome, outcomes } from './targets.ts';

/** The measurements as text: a table for each run of the command, and the targets. */
export function evaluationText(measurements: readonly Measurement[], shares: readonly Share[]): string {
  const sections = measurements.map((measurement) => measurementText(measurement, shares));
  const judged = outcomes(measurements);
  if (judged.length > 0) sections.push(targetsText(judged));
  return `${sections.join('\n\n')}\n`;
}

function measurementText(measurement: Measurement, shares: readonly Share[]): string {
  const { name, seconds, peakMiB, matches, skipped, judgement, reposts, notices, rewrites, strangers } = measurement;
  const paragraphs = [
    `== ${name}: ${judgement.both.articles} articles, ${seconds.toFixed(1)} s, peak ${peakMiB.toFixed(0)} MiB`,
    `matches: ${counts(matches)}`,
    `skipped: ${counts(skipped) || 'none'}`,
    labelTable(judgement, shares),
  ];
  if (measurement.curve) paragraphs.push(curveTable(measurement.curve, shares));
  if (reposts) {
    paragraphs.push(
      `re-posts: ${reposts.right} of ${reposts.groups} groups lie whole and alone in a cluster; ${reposts.besides} unlabelled articles lie with them`,
    );
  }
  if (notices) {
    const { articles, nearCopies, templates } = notices;
    paragraphs.push(
      `notices: ${articles} articles, ${nearCopies} near-copies (${templates} of them template), ${notices.rewrites} rewrites`,
      ...notices.sample.map(({ a, b, score }) => `  ${score.toFixed(2)}  ${a}  ${b}`),
    );
  }
  if (rewrites) paragraphs.push(`rewrites: ${rewrites.both.matches}; read: ${counts(rewrites.both.read) || 'none'}`);
  if (strangers) paragraphs.push(`compared with ${strangers.compared} strangers: ${strangers.matched} matches`);
  return paragraphs.join('\n');
}

function counts(record: Readonly<Record<string, number>>): string {
  return Object.entries(record)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');
}

function labelTable(judgement: Measurement['judgement'], shares: readonly Share[]): string {
  const cells = (tally: Tally): string[] => [
    String(tally.pairs),
    decimal(matchedShare(tally)),
    RELATIONS.map((relation) => tally.matched[relation]).join('/'),
    String(tally.abstained),
  ];
  const across = (row: (judged: Judgement) => string[]): string[] => shares.flatMap((share) => row(judgement[share]));
  const alarms = (name: string, of: 'within' | 'outside'): string[] => [
    name,
    '',
    ...across((judged) => [String(judged[of]), per300(judged[of], judged.articles).toFixed(2), 'per 300', '']),
  ];
  const { byLabel, byExpect } = judgement.both;
  const expects = (['duplicate', 'not', 'grey'] as const).filter((expect) => byExpect[expect].pairs > 0);
  return align([
    ['', '', ...shares.flatMap((share) => [share, '', '', ''])],
    ['label', 'expect', ...shares.flatMap(() => ['pairs', 'matched', 'id/near/exc/rew', 'abstain'])],
    ...byLabel.map(({ label, expect }, i) => [label, expect, ...across((judged) => cells(judged.byLabel[i] as Tally))]),
    ...expects.map((expect) => ['all', expect, ...across((judged) => cells(judged.byExpect[expect]))]),
    alarms('no label, one group', 'within'),
    alarms('no label, elsewhere', 'outside'),
  ]);
}

function curveTable(points: NonNullable<Measurement['curve']>, shares: readonly Share[]): string {
  return align([
    ['', ...shares.flatMap((share) => [share, '', ''])],
    ['rewrite score from', ...shares.flatMap(() => ['found', 'not, flagged', 'elsewhere'])],
    ...points.map(({ threshold, judgement }) => [
      threshold.toFixed(2),
      ...shares.flatMap((share) => {
        const { byExpect, outside } = judgement[share];
        return [decimal(matchedShare(byExpect.duplicate)), decimal(matchedShare(byExpect.not)), String(outside)];
      }),
    ]),
  ]);
}

function targetsText(judged: readonly Outcome[]): string {
  return `== targets, judged on the report part\n${align(targetRows(judged))}`;
}

/** The targets as a table, its heading first. */
export function targetRows(judged: readonly Outcome[]): string[][] {
  const figure = ({ figures }: Outcome, share: Share): string => {
    const { value, count, of } = figures[share] ?? {};
    if (value === undefined) return '';
    return of === 1 ? String(Math.round(value * 10) / 10) : `${decimal(value)} (${count}/${of})`;
  };
  const rows = judged.map((outcome) => [
    `${outcome.run}: ${outcome.what}`,
    ...SHARES.map((share) => figure(outcome, share)),
    outcome.goal,
    outcome.ok ? 'ok' : 'miss',
  ]);
  return [['', ...SHARES, 'goal', ''], ...rows];
}

function decimal(share: number | undefined): string {
  return share === undefined ? '-' : share.toFixed(3);
}

/** Columns two spaces apart, the first to the left, the others to the right. */
function align(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
