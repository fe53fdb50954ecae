import type { Prose, SetAside, SetAsideReason } from '../model/article.ts';
import known from './knownLines.ts?value';
import { hashWords, type Line } from './lines.ts';
import { isNavigation } from './navigationLine.ts';
import { lineAt } from './prose.ts';
import { words } from './words.ts';

/** A line of fewer words may come twice by chance ("He was right.", a list's entries). */
const MIN_REPEATED_WORDS = 4;

/** The longest of 20,841 wire headlines has 26 words. What a caption says before it repeats one is hardly longer. */
const MAX_TITLE_WORDS = 30;
const MAX_CAPTION_WORDS = 30;

const KNOWN: ReadonlyMap<number, SetAsideReason> = new Map<number, SetAsideReason>([
  ...known.navigation.map((line) => [line, 'navigation'] as const),
  ...known.share.map((line) => [line, 'share-line'] as const),
]);

/**
 * The lines that carry no article: known share and navigation lines, menus, breadcrumbs, pointers to other articles, a
 * line of four words or more that the article has already had (its first occurrence stays), a caption that ends in the
 * title, and lines that recur across the folder. Whole lines only.
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
  let title: Line | undefined;
  lines.forEach((line, index) => {
    const reason = disabled.has(index) ? 'disabled' : reasonFor(prose, line, title, met, recurring);
    title ??= reason === undefined ? line : undefined;
    if (reason === undefined) return;
    const { start, end } = line.span;
    found.push({ start, end, reason, text: prose.text.slice(start, end), line: lineAt(prose, start) });
  });
  return found;
}

function reasonFor(
  prose: Prose,
  line: Line,
  title: Line | undefined,
  met: Set<number>,
  recurring: ReadonlySet<number>,
): SetAsideReason | undefined {
  const reason = KNOWN.get(line.hash);
  if (reason !== undefined) return reason;
  if (recurring.has(line.hash)) return 'recurring-line';
  if (isNavigation(prose.text, line)) return 'navigation';
  if (line.to - line.from < MIN_REPEATED_WORDS) return undefined;
  if (met.has(line.hash) || endsInTitle(prose.text, line, title)) return 'repeated-line';
  met.add(line.hash);
  return undefined;
}

/** Whether a line is a caption and then the words of the title, which is the first line if that is no sentence. */
function endsInTitle(text: string, line: Line, title: Line | undefined): boolean {
  if (title === undefined || endsSentence(text, title) || endsSentence(text, line)) return false;
  const repeated = title.to - title.from;
  const before = line.to - line.from - repeated;
  if (repeated < MIN_REPEATED_WORDS || repeated > MAX_TITLE_WORDS || before < 1 || before > MAX_CAPTION_WORDS)
    return false;
  const { hashes } = words(text.slice(line.span.start, line.span.end));
  return hashWords(hashes, before, hashes.length) === title.hash;
}

function endsSentence(text: string, { span }: Line): boolean {
  return /[.!?。！？…]["'”’»)]?$/.test(text.slice(Math.max(span.start, span.end - 2), span.end));
}
