import type { ExplainedMatch } from '../../model/match.ts';
import { counted, holdingWords, matchWords } from '../wording.ts';
import { hang, oneLine, type Run } from '../wrap.ts';
import { matchLines, matchRow } from './match.ts';
import type { View } from './view.ts';

/** Two articles that are listed by themselves, outside any cluster: both paths, then the comparison. */
export function linkLines(match: ExplainedMatch, view: View): string[] {
  const { ink, width } = view;
  const sides = { a: { letter: 'A', path: match.a }, b: { letter: 'B', path: match.b } };
  return [
    ...hang(ink.heading('  A  '), [match.a], width),
    ...hang(ink.heading('  B  '), [match.b], width),
    ...(match.relation === 'excerpt' ? [] : hang('     ', [matchWords(match)], width)),
    ...(match.relation === 'identical' ? [] : ['', ...matchLines(match, sides, view)]),
  ];
}

/** Links that are listed where not all are. */
const FEW = 10;

/** Many links, each at a glance. */
export function linkList(matches: readonly ExplainedMatch[], view: View): string[] {
  const shown = matches.slice(0, view.full ? Infinity : FEW);
  const lines = shown.flatMap((match) => compactLinkLines(match, view));
  const rest = matches.length - shown.length;
  if (rest > 0) {
    lines.push(...hang('  ', [view.ink.quiet(`… ${counted(rest, 'link')} more; --full shows all`)], view.width));
  }
  return lines;
}

/** The same at a glance: both paths with their relation, and one line of evidence. */
function compactLinkLines(match: ExplainedMatch, view: View): string[] {
  const row = matchRow(match, view);
  return [
    ...hang('  ', linkWords(match, view), view.width),
    ...(row.length === 0 ? [] : [`    ${oneLine(row, view.width - 4)}`]),
  ];
}

function linkWords(match: ExplainedMatch, view: View): Run[] {
  const { heading } = view.ink;
  if (match.evidence.kind !== 'excerpt') return [heading(match.a), ' and ', heading(match.b), `: ${matchWords(match)}`];
  const [holder, held] = match.evidence.holder === 'a' ? [match.a, match.b] : [match.b, match.a];
  const { holds, witness } = holdingWords(match.evidence, match.score);
  return [heading(holder), ` ${holds} `, heading(held), `, ${witness}`];
}
