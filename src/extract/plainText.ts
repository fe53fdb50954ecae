import { lineStarts } from './lineStarts.ts';
import type { Paragraph, Stretch } from './prose.ts';

/**
 * The longest line that a person or a program breaks by hand: mail at 72, code at 80, wide editors at 100 and 120.
 * Longer lines are whole paragraphs.
 */
const MAX_WRAP = 120;

/** A file is not hard-wrapped if more of its lines than this are longer than MAX_WRAP (a URL or table may be). */
const MAX_LONG_LINES = 0.1;

interface Line {
  readonly start: number;
  readonly end: number;
  /** White space before the text. */
  readonly indent: number;
}

/**
 * The paragraphs of plain text. A blank line ends one, and so does a line break that its writer chose: one after which
 * the next word would still have fitted on the line, or before an indented line. A break that only filled the line
 * goes on in the same paragraph. So a line a paragraph, hard-wrapped paragraphs and headings are all read as meant.
 * Where indents mark the paragraphs, as on the old wires, they alone do.
 */
export function plainText(text: string): Paragraph[] {
  const lines = trimmedLines(text);
  const width = wrapWidth(lines);
  const indented = width > 0 && marksByIndent(lines);
  const paragraphs: Paragraph[] = [];
  let stretches: Stretch[] = [];
  let previous: Line | undefined;
  for (const line of lines) {
    const blank = line.start === line.end;
    if (previous !== undefined && (blank || !(indented ? line.indent === 0 : continues(text, previous, line, width)))) {
      paragraphs.push({ stretches });
      stretches = [];
      previous = undefined;
    }
    if (blank) continue;
    if (previous !== undefined && !(isWide(text, previous.end - 1) && isWide(text, line.start))) {
      stretches.push({ text: ' ', start: previous.end });
    }
    stretches.push({ text: text.slice(line.start, line.end), start: line.start });
    previous = line;
  }
  if (stretches.length > 0) paragraphs.push({ stretches });
  return paragraphs;
}

function trimmedLines(text: string): Line[] {
  const starts = lineStarts(text);
  const lines: Line[] = [];
  for (let i = 0; i < starts.length; i++) {
    const from = starts[i] as number;
    let start = from;
    let end = starts[i + 1] ?? text.length;
    while (start < end && isSpace(text.charCodeAt(start))) start++;
    while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
    lines.push({ start, end, indent: start - from });
  }
  return lines;
}

/** How wide the hard-wrapped lines are, or 0 if the text is not hard-wrapped. */
function wrapWidth(lines: readonly Line[]): number {
  let width = 0;
  let filled = 0;
  let long = 0;
  for (const { start, end } of lines) {
    const length = end - start;
    if (length > 0) filled++;
    if (length > MAX_WRAP) long++;
    else width = Math.max(width, length);
  }
  return long > MAX_LONG_LINES * filled ? 0 : width;
}

/** Whether at least two paragraphs begin with an indent straight below a line without. */
function marksByIndent(lines: readonly Line[]): boolean {
  let marks = 0;
  for (let i = 1; i < lines.length; i++) {
    const before = lines[i - 1] as Line;
    const line = lines[i] as Line;
    if (line.end > line.start && line.indent > 0 && before.end > before.start && before.indent === 0) marks++;
  }
  return marks >= 2;
}

/** Whether `line` goes on with the paragraph of the line before it. */
function continues(text: string, before: Line, line: Line, width: number): boolean {
  if (line.indent > before.indent) return false;
  if (/\p{Ll}/u.test(text.charAt(line.start)) && !/[.!?:;…"”’)\]]/.test(text.charAt(before.end - 1))) return true;
  return before.end - before.start + 1 + firstWordLength(text, line) > width && width > 0;
}

/** What would have had to fit: up to the first space, or one ideograph. */
function firstWordLength(text: string, line: Line): number {
  let end = line.start;
  while (end < line.end && end - line.start < MAX_WRAP && !isSpace(text.charCodeAt(end))) {
    if (isWide(text, end)) break;
    end++;
  }
  return Math.max(1, end - line.start);
}

/** A sign of Chinese or Japanese, between which lines break without a space. */
function isWide(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return (unit >= 0x2e80 && unit < 0xac00) || (unit >= 0xff00 && unit < 0xff60);
}

function isSpace(unit: number): boolean {
  return unit <= 0x20 || unit === 0xa0 || unit === 0x3000 || unit === 0xfeff || (unit >= 0x2000 && unit <= 0x200b);
}
