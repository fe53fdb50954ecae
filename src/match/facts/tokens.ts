import type { Article, Span } from '../../model.ts';

/** A number, word or currency sign as it is written. */
export interface Token extends Span {
  readonly kind: 'number' | 'word' | 'sign';
  readonly text: string;
  /** What stands between it and the token before. */
  readonly gap: string;
  /** It opens a sentence, a line or a quotation, where a capital says nothing. */
  readonly opens: boolean;
}

/**
 * Numbers with their inner signs (1,000.5, 3-1/2, 10:30, 2024-05-03), words with theirs (O'Brien, AT&T, U.S), signs.
 * Each alternative repeats a sign followed by a letter or digit, so that the scan is linear.
 */
const TOKEN = /\d+(?:[.,:/–-]\d+)*|\p{L}[\p{L}\p{M}\p{N}]*(?:['’.&-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*|[$£€¥₹%]/gu;

/** After these a capital says nothing: an opening quote, a colon, a bullet. */
const OPENING = /(?:["“'‘«‹„•]|:\s*)$/u;

/** The tokens of each sentence that has any; what is set aside has none. */
export function tokens({ prose, setAside }: Article): Token[][] {
  const sentences: Token[][] = [];
  let aside = 0;
  for (const { start, end } of prose.sentences) {
    const found: Token[] = [];
    const text = prose.text.slice(start, end);
    let last = 0;
    TOKEN.lastIndex = 0;
    for (let match = TOKEN.exec(text); match !== null; match = TOKEN.exec(text)) {
      const at = start + match.index;
      const gap = text.slice(last, match.index);
      last = match.index + match[0].length;
      while (aside < setAside.length && (setAside[aside] as Span).end <= at) aside++;
      if (aside < setAside.length && (setAside[aside] as Span).start <= at) continue;
      found.push({
        kind: kindOf(match[0]),
        text: match[0],
        gap,
        opens: found.length === 0 || (gap !== ' ' && OPENING.test(gap)),
        start: at,
        end: start + last,
      });
    }
    if (found.length > 0) sentences.push(found);
  }
  return sentences;
}

function kindOf(text: string): Token['kind'] {
  const unit = text.charCodeAt(0);
  if (unit >= 0x30 && unit <= 0x39) return 'number';
  return SIGNS.includes(text) ? 'sign' : 'word';
}

const SIGNS = '$£€¥₹%';
