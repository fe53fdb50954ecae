import type { Cluster } from '../../model/match.ts';
import { counted } from '../wording.ts';
import { hang, oneLine } from '../wrap.ts';
import type { Found } from './found.ts';
import { matchRow } from './match.ts';
import type { View } from './view.ts';

/** Template groups that are listed where not all are. */
const FEW = 20;

/** Groups of articles that fill one template with other numbers, dates and names: in short, for they are no duplicates. */
export function templateLines(groups: readonly Cluster[], found: Found, view: View): string[] {
  const shown = groups.slice(0, view.full ? Infinity : FEW);
  const lines = shown.flatMap((group) => groupLines(group, found, view));
  const rest = groups.length - shown.length;
  if (rest > 0) {
    lines.push(...hang('  ', [view.ink.quiet(`… ${counted(rest, 'group')} more; --full shows all`)], view.width));
  }
  return lines;
}

function groupLines(group: Cluster, found: Found, view: View): string[] {
  const { ink, width } = view;
  const size = counted(group.members.length + 1, 'article');
  const lines = hang('  ', [ink.heading(group.representative), ` · ${size}`], width);
  for (const member of group.members.slice(0, view.full ? Infinity : 1)) {
    const match = found.between(group.representative, member.path);
    const row = match === undefined ? [] : matchRow(match, view);
    lines.push(...hang('    ', [member.path], width));
    if (row.length > 0) lines.push(`      ${oneLine(row, width - 6)}`);
  }
  const rest = group.members.length - 1;
  if (!view.full && rest > 0) lines.push(...hang('    ', [ink.quiet(`… ${counted(rest, 'article')} more`)], width));
  return lines;
}
