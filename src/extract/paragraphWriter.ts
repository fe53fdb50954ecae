import type { Misread } from '../model/article.ts';
import type { Paragraph, Stretch } from './prose.ts';

/** Takes the text of markup in reading order and makes paragraphs of it. */
export interface ParagraphWriter {
  /**
   * Adds text that stands at `start` in the source; white space is collapsed. Each of its lines is on the line of the
   * source that it came from.
   */
  text(value: string, start: number): void;
  /** Ends the paragraph, if there is one. */
  end(): void;
  /** A comment's words: dedupe-disable and dedupe-enable set aside the paragraphs between them. */
  comment(value: string): void;
  readonly paragraphs: Paragraph[];
  /** Comments that are meant for this program and have no effect. */
  readonly misread: Misread[];
}

/** A comment is quoted so far, in code units: what was meant shows in its first words. */
const MAX_QUOTED = 60;

/** White space that is not a single space. */
const TO_COLLAPSE = /(?: *[\t\n\f\r]| {2})[ \t\n\f\r]*/g;

/** What may stand before a line's text inside a container: indentation and the marks of a Markdown quote. */
const LINE_PREFIX = /[ \t>]*/y;

export function paragraphWriter(source: string): ParagraphWriter {
  const paragraphs: Paragraph[] = [];
  let stretches: Stretch[] = [];
  let endsInSpace = true;
  const misread: Misread[] = [];
  let disabled = false;
  let disabledFrom = 0;

  function piece(value: string, start: number): void {
    const leading = endsInSpace && value.startsWith(' ') ? 1 : 0;
    if (value.length === leading) return;
    stretches.push({ text: value.slice(leading), start: start + leading });
    endsInSpace = value.endsWith(' ');
  }

  function text(value: string, start: number): void {
    let at = start;
    let from = 0;
    for (const match of value.matchAll(TO_COLLAPSE)) {
      piece(value.slice(from, match.index), at);
      at += match.index - from;
      piece(' ', at);
      from = match.index + match[0].length;
      const breaks = match[0].split('\n').length - 1;
      at = breaks === 0 ? at + match[0].length : afterLineBreaks(source, at, breaks);
    }
    piece(value.slice(from), at);
  }

  function end(): void {
    const last = stretches.at(-1);
    if (last !== undefined && endsInSpace) {
      stretches.pop();
      if (last.text.length > 1) stretches.push({ text: last.text.slice(0, -1), start: last.start });
    }
    if (stretches.length > 0) paragraphs.push(disabled ? { stretches, disabled } : { stretches });
    stretches = [];
    endsInSpace = true;
  }

  function comment(value: string): void {
    const word = value.trim();
    if (!word.startsWith('dedupe-')) return;
    const isVain = (wanted: string) => misread.push({ said: `<!-- ${word.slice(0, MAX_QUOTED)} -->`, wanted });
    if (word !== 'dedupe-disable' && word !== 'dedupe-enable') {
      isVain('it must be dedupe-disable or dedupe-enable, and nothing else');
      return;
    }
    end();
    if (word === 'dedupe-disable' && !disabled) disabledFrom = paragraphs.length;
    else if (word === 'dedupe-enable' && !disabled) isVain('nothing is disabled there');
    else if (word === 'dedupe-enable' && paragraphs.length === disabledFrom)
      isVain('there is no text before it to disable');
    disabled = word === 'dedupe-disable';
  }

  return { text, end, comment, paragraphs, misread };
}

/** The offset at which text begins, so many line breaks after `from`. */
function afterLineBreaks(source: string, from: number, breaks: number): number {
  let at = from;
  for (let i = 0; i < breaks; i++) {
    const next = source.indexOf('\n', at);
    if (next < 0) return at;
    at = next + 1;
  }
  LINE_PREFIX.lastIndex = at;
  return at + (LINE_PREFIX.exec(source)?.[0].length ?? 0);
}
