import { clean } from './clean.ts';
import { graphemes, widthOf } from './width.ts';

/** A stretch of text and how to paint it; painting takes no columns. */
export type Run = string | { readonly text: string; readonly paint: (text: string) => string };

/** Runs laid end to end and cleaned: what may reach a terminal. `ends[i]` is where run `i` ends in `text`. */
interface Laid {
  readonly text: string;
  readonly ends: readonly number[];
}

interface Line {
  readonly start: number;
  readonly end: number;
}

/**
 * The runs as lines of at most `width` columns, broken at blanks, between wide characters, and within words only
 * where a word alone is too wide. Every text passes `clean` here, so nothing an article holds can steer the terminal.
 */
export function wrap(runs: readonly Run[], width: number): string[] {
  const laid = layOut(runs);
  return linesOf(laid.text, width).map((line) => painted(runs, laid, line));
}

/** The runs on one line: what does not fit ends in "…". */
export function oneLine(runs: readonly Run[], width: number): string {
  const laid = layOut(runs);
  const [whole, more] = linesOf(laid.text, width, 2);
  if (whole === undefined) return '';
  if (more === undefined) return painted(runs, laid, whole);
  const [head = whole] = linesOf(laid.text, width - 2, 1);
  return `${painted(runs, laid, head)} …`;
}

/** The body wrapped beside a label of the report's own making: the label on the first line, blanks below it. */
export function hang(label: Run, body: readonly Run[], width: number): string[] {
  const { text, paint } = typeof label === 'string' ? { text: label, paint: String } : label;
  const indent = widthOf(text);
  return wrap(body, width - indent).map((line, i) => (i === 0 ? paint(text) : ' '.repeat(indent)) + line);
}

function layOut(runs: readonly Run[]): Laid {
  let text = '';
  const ends: number[] = [];
  for (const run of runs) {
    text += clean(typeof run === 'string' ? run : run.text);
    ends.push(text.length);
  }
  return { text, ends };
}

/** Where the lines of a text begin and end, blanks at the breaks left out; at most `most` of them. */
function linesOf(text: string, width: number, most = Infinity): Line[] {
  const lines: Line[] = [];
  let start = 0;
  let end = 0;
  let used = 0;
  for (const word of text.matchAll(/\S+/g)) {
    let at = word.index;
    let gap = used === 0 ? 0 : at - end;
    for (const part of unbreakable(word[0], width)) {
      const columns = widthOf(part);
      if (used > 0 && used + gap + columns > width) {
        lines.push({ start, end });
        if (lines.length >= most) return lines;
        used = 0;
        gap = 0;
      }
      if (used === 0) start = at;
      used += gap + columns;
      gap = 0;
      at += part.length;
      end = at;
    }
  }
  if (used > 0) lines.push({ start, end });
  return lines;
}

/** Wide characters lie above this range: East Asian scripts, emoji and their surrogate halves. */
const MAY_BE_WIDE = /[\u1100-\uffff]/;

/** Signs that stay with the character before them: closing brackets and stops, also those of the diff's own marks. */
const CLOSING = /^[-+\]})”’%、。，．！？；：」』）】》〉]/u;

/** Signs that stay with the character after them. */
const OPENING = /[-+[{(“‘「『（【《〈]$/u;

/** The parts of a word that no line break may enter: all of it, or single wide characters with the signs beside them. */
function unbreakable(word: string, width: number): string[] {
  if (!MAY_BE_WIDE.test(word) && widthOf(word) <= width) return [word];
  const parts: string[] = [];
  let part = '';
  let used = 0;
  let last = '';
  for (const character of graphemes(word)) {
    const columns = widthOf(character);
    const besideWide = columns > 1 || widthOf(last) > 1;
    const apart = besideWide && !CLOSING.test(character) && !OPENING.test(last);
    if (part !== '' && (apart || used + columns > width)) {
      parts.push(part);
      part = '';
      used = 0;
    }
    part += character;
    used += columns;
    last = character;
  }
  return [...parts, part];
}

/** One line's stretch of each run, painted. */
function painted(runs: readonly Run[], laid: Laid, line: Line): string {
  let out = '';
  let from = 0;
  for (const [i, run] of runs.entries()) {
    const to = laid.ends[i] as number;
    const text = laid.text.slice(Math.max(from, line.start), Math.min(to, line.end));
    if (text !== '' && from < line.end && to > line.start) out += typeof run === 'string' ? text : run.paint(text);
    from = to;
  }
  return out;
}
