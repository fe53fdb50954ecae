import stringWidth from 'string-width';

const PRINTABLE_ASCII = /^[\x20-\x7e]*$/;

const graphemeSegmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Columns that a cleaned text takes on a terminal: wide CJK characters and emoji take two, combining marks none. */
export function widthOf(text: string): number {
  return PRINTABLE_ASCII.test(text) ? text.length : stringWidth(text);
}

/** What a reader takes for single characters: the units that a line break may separate. */
export function graphemes(text: string): string[] {
  return PRINTABLE_ASCII.test(text)
    ? text.split('')
    : Array.from(graphemeSegmenter.segment(text), (part) => part.segment);
}
