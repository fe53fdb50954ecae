import type { Comparison, ExplainedMatch } from '../model/match.ts';
import type { Result } from '../model/result.ts';
import { acceptedGroups, tallyOf } from './accepted.ts';
import { withoutCommands, withoutOldCommands } from './commands.ts';
import { inks } from './ink.ts';
import { promiseWords } from './promise.ts';
import { shortfallSentence } from './reasons.ts';
import { setAsideLines, skipLines } from './terminal/asides.ts';
import { clusterLines, compactClusterLines, ruled } from './terminal/cluster.ts';
import { foundIn } from './terminal/found.ts';
import { linkLines, linkList } from './terminal/links.ts';
import { rewriteLines } from './terminal/rewrite.ts';
import { suppressedLines } from './terminal/suppressed.ts';
import { templateLines } from './terminal/templates.ts';
import type { View } from './terminal/view.ts';
import { count, counted, scopeWords } from './wording.ts';
import { hang } from './wrap.ts';

/** How a report is drawn on a terminal, or in a pipe. */
export interface TerminalStyle {
  /** Columns; no line takes more. Less than 40 is taken as 40. */
  readonly width: number;
  readonly color: boolean;
  /** `auto` shows every comparison of a few clusters and one line a member of many; `full` shows all of everything. */
  readonly detail: 'auto' | 'full';
  /** Also every skip, everything that was set aside, and every match that is known. */
  readonly verbose: boolean;
  /** Also what spoke for and against each rewrite. */
  readonly explain: boolean;
}

/** Clusters, or excerpts, that `auto` shows in detail: more than these would no longer be read from top to bottom. */
const FEW = 5;

/** Columns that every layout fits into with words still readable beside their line labels. */
const NARROWEST = 40;

/**
 * A run's result for people: the summary; each cluster with its members compared with their representative; excerpts
 * and links between clusters; template groups; what was guaranteed. Lines end in a line feed; the text of articles
 * reaches them without control characters, and without commands to a runner of CI jobs.
 */
export function terminalReport(result: Result, style: TerminalStyle): string {
  const view = viewOf(style, acceptedGroups(result));
  const found = foundIn(result.matches);
  const isShown = ({ known }: { readonly known?: true }): boolean => view.full || !known;
  const clusters = result.clusters.filter((cluster) => !cluster.template && isShown(cluster));
  const templates = result.clusters.filter((cluster) => cluster.template && isShown(cluster));
  const excerpts = result.matches.filter((match) => match.relation === 'excerpt' && isShown(match));
  const bridges = result.matches.filter((match) => match.bridge && match.relation !== 'excerpt' && isShown(match));
  const compact = !view.full && clusters.length > FEW;
  const lines = hang('', [view.ink.heading(summaryLine(result))], view.width);
  for (const [i, cluster] of clusters.entries()) {
    if (compact) lines.push('', ...compactClusterLines(cluster, i + 1, found, view));
    else lines.push('', ...clusterLines(cluster, `Cluster ${i + 1} of ${clusters.length}`, found, view));
  }
  const section = (title: string, body: string[]) => {
    if (body.length > 0) lines.push('', ruled(title, view), ...body);
  };
  section('Excerpts: one article holds much of another', excerptLines(excerpts, view));
  section('Links: matched, yet in different clusters', linkList(bridges, view));
  section('Templates: the same text with other numbers, dates and names', templateLines(templates, found, view));
  if (style.verbose) {
    section('Suppressed: known to match', suppressedLines(result.suppressed, view));
    section('Set aside before comparing', setAsideLines(result.setAside, view));
    section('Skipped', skipLines(result.skipped, view));
  }
  lines.push('', ...hang('', [view.ink.quiet(closing(result, compact))], view.width));
  return asText(lines);
}

/** One pair for people: the match in full, or how close the two came for each relation and why that is none. */
export function terminalComparison(comparison: Comparison, style: TerminalStyle): string {
  const view = viewOf({ ...style, detail: 'full' });
  if (comparison.match !== null) return asText(linkLines(comparison.match, view));
  const { ink, width } = view;
  const lines = [
    ...hang('', [ink.heading('No match.')], width),
    ...hang(ink.heading('  A  '), [comparison.a], width),
    ...hang(ink.heading('  B  '), [comparison.b], width),
    '',
    ...comparison.shortfalls.flatMap((shortfall) => hang('  ', [shortfallSentence(shortfall)], width)),
  ];
  if (style.explain && comparison.evidence !== undefined) {
    const sides = { a: { letter: 'A', path: comparison.a }, b: { letter: 'B', path: comparison.b } };
    lines.push('', ...hang('  ', [ink.heading('what they share all the same')], width));
    lines.push(...rewriteLines(comparison.evidence, sides, view));
  }
  return asText(lines);
}

function viewOf({ width, color, detail, explain }: TerminalStyle, accepted: View['accepted'] = new Map()): View {
  return { width: Math.max(width, NARROWEST), ink: inks(color), full: detail === 'full', explain, accepted };
}

function excerptLines(matches: readonly ExplainedMatch[], view: View): string[] {
  if (!view.full && matches.length > FEW) return linkList(matches, view);
  return matches.flatMap((match, i) => [...(i === 0 ? [] : ['']), ...linkLines(match, view)]);
}

function summaryLine(result: Result): string {
  const { summary, baseline } = result;
  const tally = tallyOf(result);
  const fresh = baseline ? 'new ' : '';
  const parts = [
    ...(tally.clusters === 0
      ? [`no ${fresh}duplicates`]
      : [counted(tally.clusters, 'cluster'), counted(tally.duplicates, `${fresh}duplicate`)]),
    ...(tally.excerpts > 0 ? [counted(tally.excerpts, `${fresh}excerpt`)] : []),
    ...(tally.templates > 0 ? [counted(tally.templates, 'template group')] : []),
    ...(baseline && baseline.known > 0 ? [`${count(baseline.known)} accepted by the baseline`] : []),
    ...(summary.suppressed > 0 ? [`${count(summary.suppressed)} suppressed`] : []),
    ...(summary.skipped > 0 ? [`${count(summary.skipped)} skipped`] : []),
  ];
  return [counted(summary.articles, 'article'), ...scopeWords(result), ...parts].join(', ');
}

function closing({ settings, guarantee, baseline }: Result, compact: boolean): string {
  const hidden = compact || (baseline && baseline.known > 0);
  return [promiseWords(settings, guarantee), ...(hidden ? ['--full compares all.'] : [])].join(' ');
}

function asText(lines: readonly string[]): string {
  return withoutCommands(withoutOldCommands(`${lines.join('\n')}\n`));
}
