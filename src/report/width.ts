import stringWidth from 'string-width';

// Characters that stand alone and whose width is known: Latin, Greek, Cyrillic, Hebrew, Arabic letters and common
// punctuation take one column, Han, kana, Hangul syllables and full-width forms two. No combining mark is among them.
const NARROW =
  '\\x20-\\x7e\\xa1-\\xac\\xae-\\u02ff\\u0386-\\u0482\\u048a-\\u052f\\u05d0-\\u05ea\\u0620-\\u064a\\u2010-\\u2027';
const WIDE = '\\u3001-\\u3029\\u3041-\\u3096\\u30a1-\\u30ff\\u4e00-\\u9fff\\uac00-\\ud7a3\\uff01-\\uff60';
const SIMPLE = new RegExp(`^[${NARROW}${WIDE}]*$`);
const EACH_WIDE = new RegExp(`[${WIDE}]`, 'g');

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Columns that a cleaned text takes on a terminal: wide CJK characters and emoji take two, combining marks none.
 * Most texts are simple and need no segmentation into graphemes, which is a hundred times slower.
 */
export function widthOf(text: string): number {
  return SIMPLE.test(text) ? text.length + (text.match(EACH_WIDE)?.length ?? 0) : stringWidth(text);
}

/** What a reader takes for single characters: the units that a line break may separate. */
export function graphemes(text: string): string[] {
  return SIMPLE.test(text) ? text.split('') : Array.from(segmenter.segment(text), (part) => part.segment);
}
