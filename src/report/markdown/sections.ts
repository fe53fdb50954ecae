import { counted } from '../wording.ts';

/** A part of a Markdown report that may be cut short between its items. */
export interface Section {
  readonly opening: string;
  /** Made as they are asked for: of many there is room for few. */
  readonly items: Iterable<string>;
  readonly total: number;
  readonly closing: string;
  /** What an item is, in the singular. */
  readonly noun: string;
  /** The most characters of its items, if not all that is left. */
  readonly most?: number;
}

/** Characters kept for the sentence that says what was left out: six counts with their nouns. */
const LAST_WORDS = 300;

/** The sections one after the other, as many items of each as there is room for, and a sentence on what is missing. */
export function* sectionsWithin(room: number, sections: readonly Section[]): Generator<string, void, undefined> {
  let left = room - LAST_WORDS;
  const missing: string[] = [];
  for (const { opening, items, total, closing, noun, most = Infinity } of sections) {
    const shown = fitting(items, Math.min(most, left - opening.length - closing.length));
    if (shown.length < total) missing.push(counted(total - shown.length, noun));
    if (shown.length === 0) continue;
    const section = [opening, ...shown, closing].join('');
    left -= section.length;
    yield section;
  }
  if (missing.length > 0)
    yield `\nLeft out, for a comment has an end: ${missing.join(', ')}. Other formats have all.\n`;
}

function fitting(items: Iterable<string>, room: number): string[] {
  const shown: string[] = [];
  let left = room;
  for (const item of items) {
    left -= item.length;
    if (left < 0) break;
    shown.push(item);
  }
  return shown;
}
