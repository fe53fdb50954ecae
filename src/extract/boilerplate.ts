import type { Prose, SetAside, SetAsideReason } from '../model.ts';
import { NAVIGATION_LINES, SECTIONS, SHARE_LINES } from './boilerplateLines.ts';
import { hashWords, type Line } from './lines.ts';
import { lineAt } from './prose.ts';
import { words } from './words.ts';

/** A line of fewer words may come twice by chance ("He was right.", a list's entries). */
const MIN_REPEATED_WORDS = 4;

/** A menu is short: longer lines are not looked at, so that none costs more than this. */
const MAX_MENU_LENGTH = 200;
const MENU_SEPARATOR = /[|·•›»>/]|[\s\u00a0]{2,}/;

const hashText = (text: string): number => {
  const { hashes } = words(text);
  return hashWords(hashes, 0, hashes.length);
};

const KNOWN: ReadonlyMap<number, SetAsideReason> = new Map<number, SetAsideReason>([
  ...NAVIGATION_LINES.map((line) => [hashText(line), 'navigation'] as const),
  ...SHARE_LINES.map((line) => [hashText(line), 'share-line'] as const),
]);
const MENU_ENTRIES: ReadonlySet<number> = new Set(SECTIONS.map(hashText));

/**
 * The lines that carry no article: known share and navigation lines, menus, a line of four words or more that the
 * article has already had (its first occurrence stays), and lines that recur across the folder. Whole lines only.
 *
 * @param disabled indexes of the lines between dedupe-disable and dedupe-enable
 * @param recurring hashes of the folder's recurring lines (`recurringLines`)
 */
export function boilerplate(
  prose: Prose,
  lines: readonly Line[],
  disabled: ReadonlySet<number>,
  recurring: ReadonlySet<number>,
): SetAside[] {
  const met = new Set<number>();
  const found: SetAside[] = [];
  lines.forEach((line, index) => {
    const reason = disabled.has(index) ? 'disabled' : reasonFor(prose, line, met, recurring);
    if (reason === undefined) return;
    const { start, end } = line.span;
    found.push({ start, end, reason, text: prose.text.slice(start, end), line: lineAt(prose, start) });
  });
  return found;
}

function reasonFor(
  prose: Prose,
  line: Line,
  met: Set<number>,
  recurring: ReadonlySet<number>,
): SetAsideReason | undefined {
  const known = KNOWN.get(line.hash);
  if (known !== undefined) return known;
  if (recurring.has(line.hash)) return 'recurring-line';
  if (isMenu(prose.text, line)) return 'navigation';
  if (line.to - line.from < MIN_REPEATED_WORDS) return undefined;
  if (met.has(line.hash)) return 'repeated-line';
  met.add(line.hash);
  return undefined;
}

function isMenu(text: string, { span }: Line): boolean {
  if (span.end - span.start > MAX_MENU_LENGTH) return false;
  const entries = text
    .slice(span.start, span.end)
    .split(MENU_SEPARATOR)
    .filter((entry) => entry.trim() !== '');
  return entries.length > 1 && entries.every((entry) => MENU_ENTRIES.has(hashText(entry)));
}
