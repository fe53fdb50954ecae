import type { Span } from '../model/article.ts';
import { AFTER_ORDINALS, AMBIGUOUS, abbreviationRoles, BEFORE_FIGURE, BEFORE_NAME, STARTERS } from './abbreviations.ts';

/** A sentence is cut when it reaches this many code units: some 150 words, twice the longest of ordinary news. */
const MAX_SENTENCE = 1000;

/** No abbreviation is longer, so no look back goes further. */
const MAX_ABBREVIATION = 12;

/** Signs without a letter among them are no sentence, unless they are a line of signs. */
const MAX_ALONE = 8;

const FULL_STOP = 0x2e;
const SPACE = 0x20;

/** Beside . ! and ?: … and the full stops of Armenian, Arabic, Urdu, Devanagari, Burmese, Khmer, Ethiopic, Chinese and Japanese. */
const OTHER_TERMINATORS = '…‼‽։؟۔।॥။៕።፧。！？｡．';
const OTHER_TERMINATOR = new RegExp(`[${OTHER_TERMINATORS}]`, 'g');

const LOWER = /\p{Ll}/u;
const UPPER = /\p{Lu}/u;

/**
 * The sentences of each paragraph, white space trimmed, in reading order. One scan: the cost of a full stop does not
 * depend on the text around it. Rules, not a model: the same in every run and on every version of ICU.
 */
export function sentences(text: string, paragraphs: readonly Span[]): Span[] {
  const found: Span[] = [];
  const nextStop = stopFinder(text);
  for (const paragraph of paragraphs) {
    let start = skipSpace(text, paragraph.start, paragraph.end);
    for (let i = start; i < paragraph.end; ) {
      const stop = nextStop(i);
      const longest = Math.max(i, start + MAX_SENTENCE);
      if (longest <= stop && longest < paragraph.end) {
        const cut = cutBefore(text, start, longest);
        push(found, text, start, cut, paragraph.start);
        start = skipSpace(text, cut, paragraph.end);
        i = Math.max(longest, start);
        continue;
      }
      if (stop >= paragraph.end) break;
      let stops = stop + 1;
      while (stops < paragraph.end && isTerminator(text.charCodeAt(stops))) stops++;
      let end = stops;
      while (end < paragraph.end && isCloser(text, end, paragraph.end)) end++;
      if (endsSentence(text, start, stop, stops, end, paragraph.end)) {
        push(found, text, start, end, paragraph.start);
        start = skipSpace(text, end, paragraph.end);
      }
      i = Math.max(end, start);
    }
    push(found, text, start, paragraph.end, paragraph.start);
  }
  return found;
}

/**
 * Gives where the next terminator stands, at a place or behind; the end of the text if none does. To be asked of places
 * that ascend: of each of the three that most texts have alone, the next one is remembered.
 */
function stopFinder(text: string): (from: number) => number {
  const find = (terminator: string, from: number): number => {
    const at = text.indexOf(terminator, from);
    return at < 0 ? text.length : at;
  };
  const findOther = (from: number): number => {
    OTHER_TERMINATOR.lastIndex = from;
    return OTHER_TERMINATOR.test(text) ? OTHER_TERMINATOR.lastIndex - 1 : text.length;
  };
  let fullStop = find('.', 0);
  let exclamation = find('!', 0);
  let question = find('?', 0);
  let other = findOther(0);
  return (from) => {
    if (fullStop < from) fullStop = find('.', from);
    if (exclamation < from) exclamation = find('!', from);
    if (question < from) question = find('?', from);
    if (other < from) other = findOther(from);
    return Math.min(fullStop, exclamation, question, other);
  };
}

/** Adds a sentence; a stop or quote that stands alone goes to the sentence before it in the paragraph. */
function push(found: Span[], text: string, start: number, end: number, paragraph: number): void {
  let last = end;
  while (last > start && isSpace(text.charCodeAt(last - 1))) last--;
  if (last === start) return;
  const before = found.at(-1);
  const isAlone = last - start <= MAX_ALONE && !/[\p{L}\p{N}]/u.test(text.slice(start, last));
  if (isAlone && before !== undefined && before.start >= paragraph) {
    found[found.length - 1] = { start: before.start, end: last };
  } else {
    found.push({ start, end: last });
  }
}

/**
 * Whether the sentence that began at `start` ends with the stop at `stop`.
 *
 * @param stops end of the run of stops
 * @param end end of the closing quotes and brackets after them
 */
function endsSentence(text: string, start: number, stop: number, stops: number, end: number, limit: number): boolean {
  if (end >= limit) return true;
  const wide = text.charCodeAt(stops - 1) >= 0x0589; // 。！？ and others outside Latin, Greek and Cyrillic
  if (wide && text.charCodeAt(stops - 1) !== 0x2026) return true;
  if (!isSpace(text.charCodeAt(end))) return isMissingSpace(text, stop, end, nextWord(text, end, limit));
  if (isLower(text, nextWordStart(text, end, limit))) return false;
  if (text.charCodeAt(stop) !== FULL_STOP || stops - stop > 1) return true;

  const word = wordBefore(text, start, stop);
  const roles = abbreviationRoles(word);
  if ((roles & BEFORE_NAME) !== 0 && end === stops) return false;
  if ((roles & BEFORE_FIGURE) !== 0 && isDigit(text.charCodeAt(nextWordStart(text, end, limit)))) return false;
  if (isDigit(word.charCodeAt(0)) && /^\d{1,2}$/.test(word)) {
    return stop - word.length > start && !AFTER_ORDINALS.has(nextWord(text, end, limit).toLowerCase());
  }
  if ((roles & AMBIGUOUS) !== 0 || isInitial(word)) {
    const next = nextWord(text, end, limit);
    return end > stops ? UPPER.test(next.charAt(0)) : isStarter(next);
  }
  return true;
}

/** "the pact.The deal": a full stop between a small and a capitalized word, though the space is missing. */
function isMissingSpace(text: string, stop: number, end: number, next: string): boolean {
  if (end !== stop + 1 && end !== stop + 2) return false;
  const before = text.slice(Math.max(0, stop - 2), stop);
  if (!/^\p{Ll}{2}$/u.test(before) || !/^\p{Lu}\p{Ll}/u.test(next)) return false;
  return (abbreviationRoles(wordBefore(text, 0, stop)) & BEFORE_NAME) === 0;
}

/** A. or J.K. or U.S., single letters with dots between; also the z. of z. B. */
function isInitial(word: string): boolean {
  // A letter takes two code units at the most: ordinary words are told without the expression.
  return (word.length <= 2 || word.includes('.')) && /^(?:\p{Lu}\.(?:\p{L}\.)*)?\p{L}$/u.test(word);
}

function isStarter(next: string): boolean {
  return UPPER.test(next.charAt(0)) && STARTERS.has(next.toLowerCase());
}

/** What stands before the stop, back to white space, a dash or an opening sign; '' if it is too long to abbreviate. */
function wordBefore(text: string, start: number, stop: number): string {
  let from = stop;
  while (from > start && stop - from <= MAX_ABBREVIATION && !isEdge(text.charCodeAt(from - 1))) from--;
  return stop - from > MAX_ABBREVIATION ? '' : text.slice(from, stop);
}

/** The next word, opening quotes and brackets skipped, as far as it matters. */
function nextWord(text: string, from: number, limit: number): string {
  const start = nextWordStart(text, from, limit);
  let end = start;
  while (end < limit && end - start < MAX_ABBREVIATION && !endsWord(text.charCodeAt(end))) end++;
  return text.slice(start, end);
}

function nextWordStart(text: string, from: number, limit: number): number {
  let start = from;
  while (start < limit && start - from < MAX_ABBREVIATION && isEdge(text.charCodeAt(start))) start++;
  return start;
}

/** Where a sentence that is too long is cut: after the last clause in its second half, else at a space, else there. */
function cutBefore(text: string, start: number, end: number): number {
  let space = 0;
  for (let i = end - 1; i > start + MAX_SENTENCE / 2; i--) {
    if (',;:—–，、；：'.includes(text.charAt(i))) return i + 1;
    if (space === 0 && isSpace(text.charCodeAt(i))) space = i;
  }
  if (space > 0) return space;
  const unit = text.charCodeAt(end);
  return unit >= 0xdc00 && unit <= 0xdfff ? end - 1 : end;
}

function skipSpace(text: string, from: number, limit: number): number {
  let i = from;
  while (i < limit && isSpace(text.charCodeAt(i))) i++;
  return i;
}

function isTerminator(unit: number): boolean {
  if (unit < 0x80) return unit === FULL_STOP || unit === 0x21 || unit === 0x3f;
  return unit >= 0x589 && OTHER_TERMINATORS.includes(String.fromCharCode(unit));
}

/** A quote or bracket that closes what the sentence opened. “ and ‘ close in German, where white space follows. */
function isCloser(text: string, index: number, limit: number): boolean {
  if (text.charCodeAt(index) === SPACE) return false;
  const sign = text.charAt(index);
  if ('"\'”’)]}»›」』）】》〉'.includes(sign)) return true;
  return '“‘«'.includes(sign) && (index + 1 >= limit || isSpace(text.charCodeAt(index + 1)));
}

function endsWord(unit: number): boolean {
  return !isPlainLetter(unit) && (isEdge(unit) || ".,:;!?’'…".includes(String.fromCharCode(unit)));
}

function isEdge(unit: number): boolean {
  if (isPlainLetter(unit)) return false;
  return isSpace(unit) || '"\'“”„‘«»‹›()[]{}-–—/¿¡*_'.includes(String.fromCharCode(unit));
}

/** A to Z, small or capital: most of what is looked at, and quickly told from all signs. */
function isPlainLetter(unit: number): boolean {
  const small = unit | 0x20;
  return small >= 0x61 && small <= 0x7a;
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

function isLower(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return unit < 0x80 ? unit >= 0x61 && unit <= 0x7a : LOWER.test(text.charAt(index));
}

function isSpace(unit: number): boolean {
  return unit <= 0x20 || unit === 0xa0 || unit === 0x3000 || unit === 0xfeff || (unit >= 0x2000 && unit <= 0x200b);
}
