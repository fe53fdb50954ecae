import type { Article } from '../../model/article.ts';

/** A stretch of words, `[first, end)` in `words`. */
export interface WordRange {
  readonly first: number;
  readonly end: number;
}

/** Shorter quotations are titles and single words ("scare quotes"), which prove nothing. */
const MIN_QUOTE_WORDS = 4;

/** Quotation marks that are met further apart than this belong to different quotations: one of them has no partner. */
const MAX_QUOTE_LENGTH = 600;

const OPENING: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['“', '”'],
  ['„', '“'],
  ['«', '»'],
  ['「', '」'],
]);

const MARK = new RegExp(`[${[...OPENING.keys()].join('')}]`, 'g');

/** The quotations of an article as ranges of its words, in order. Linear in the text. */
export function quotes({ prose: { text }, words }: Article): WordRange[] {
  const found: WordRange[] = [];
  let word = 0;
  for (let open = nextOpening(text, 0); open >= 0; open = nextOpening(text, open + 1)) {
    const closing = OPENING.get(text.charAt(open)) as string;
    const close = text.slice(open + 1, open + 1 + MAX_QUOTE_LENGTH).indexOf(closing);
    if (close < 0) continue;
    const end = open + 1 + close;
    while (word < words.starts.length && (words.starts[word] as number) < open) word++;
    const first = word;
    while (word < words.starts.length && (words.starts[word] as number) < end) word++;
    if (word - first >= MIN_QUOTE_WORDS) found.push({ first, end: word });
    open = end;
  }
  return found;
}

/** Where the next opening mark stands, or -1. */
function nextOpening(text: string, from: number): number {
  MARK.lastIndex = from;
  return MARK.exec(text)?.index ?? -1;
}
