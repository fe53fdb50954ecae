/** `plainText` in AssemblyScript: the paragraphs of the text in memory, by the same rules as its twin. */

import { SOURCE_END } from './units.as';
import { TEXT } from './wordTable.as';

/** Whether a unit is \p{Ll}. */
@external("kernel", "isLowerCase")
declare function isLowerCase(unit: i32): i32;

/** Lines that one call takes. */
export const MOST_LINES: i32 = 8192;

// Of each line where it begins and ends without the white space around it, and how much of it comes before.
const LINE_STARTS: i32 = SOURCE_END;
const LINE_ENDS: i32 = LINE_STARTS + 4 * MOST_LINES;
const INDENTS: i32 = LINE_ENDS + 4 * MOST_LINES;
/** Where each paragraph ends. */
const PARAGRAPH_ENDS: i32 = INDENTS + 4 * MOST_LINES;
export const PARAGRAPHS_END: i32 = PARAGRAPH_ENDS + 4 * MOST_LINES;

// As in plainText.ts.
const MAX_WRAP: i32 = 120;
const MAX_LONG_LINES: f64 = 0.1;

let lines: i32 = 0;
let count: i32 = 0;

@inline
export function paragraphEnd(index: i32): i32 {
  return load<i32>((<usize>index) << 2, PARAGRAPH_ENDS);
}

/**
 * Finds the paragraphs of the first `length` units of TEXT.
 *
 * @returns their number; -1 if they are left to the twin: too many lines, or two that are joined without a space
 */
export function paragraphs(length: i32): i32 {
  count = 0;
  if (!split(length)) return -1;
  const width = wrapWidth();
  const indented = width > 0 && marksByIndent();
  let previous: i32 = -1;
  for (let line = 0; line < lines; line++) {
    const blank = isBlank(line);
    if (previous >= 0 && (blank || !(indented ? indentOf(line) == 0 : continues(previous, line, width)))) {
      end(previous);
      previous = -1;
    }
    if (blank) continue;
    if (previous >= 0 && isWide(unitAt(endOf(previous) - 1)) && isWide(unitAt(startOf(line)))) return -1;
    previous = line;
  }
  if (previous >= 0) end(previous);
  return count;
}

function end(line: i32): void {
  store<i32>((<usize>count) << 2, endOf(line), PARAGRAPH_ENDS);
  count++;
}

@inline
function unitAt(index: i32): i32 {
  return load<u16>((<usize>index) << 1, TEXT);
}
@inline
function startOf(line: i32): i32 {
  return load<i32>((<usize>line) << 2, LINE_STARTS);
}
@inline
function endOf(line: i32): i32 {
  return load<i32>((<usize>line) << 2, LINE_ENDS);
}
@inline
function indentOf(line: i32): i32 {
  return load<i32>((<usize>line) << 2, INDENTS);
}
@inline
function isBlank(line: i32): bool {
  return startOf(line) == endOf(line);
}

/** Lines as editors count them: after \n, \r\n or a lone \r. */
function split(length: i32): bool {
  lines = 0;
  let from: i32 = 0;
  let at: i32 = 0;
  const feed = i16x8.splat(0x0a);
  const mark = i16x8.splat(0x0d);
  v128.store((<usize>length) << 1, i32x4.splat(0), TEXT);
  while (at < length) {
    const units = v128.load((<usize>at) << 1, TEXT);
    const mask = i16x8.bitmask(v128.or(i16x8.eq(units, feed), i16x8.eq(units, mark)));
    if (mask == 0) {
      at += 8;
      continue;
    }
    at += ctz(mask) + 1;
    if (unitAt(at - 1) == 0x0d && unitAt(at) == 0x0a) continue;
    if (!line(from, at)) return false;
    from = at;
  }
  return line(from, length);
}

function line(from: i32, to: i32): bool {
  if (lines == MOST_LINES) return false;
  let start = from;
  let end = to;
  while (start < end && isSpace(unitAt(start))) start++;
  while (end > start && isSpace(unitAt(end - 1))) end--;
  const at = (<usize>lines) << 2;
  store<i32>(at, start, LINE_STARTS);
  store<i32>(at, end, LINE_ENDS);
  store<i32>(at, start - from, INDENTS);
  lines++;
  return true;
}

function wrapWidth(): i32 {
  let width: i32 = 0;
  let filled: i32 = 0;
  let long: i32 = 0;
  for (let line = 0; line < lines; line++) {
    const length = endOf(line) - startOf(line);
    if (length > 0) filled++;
    if (length > MAX_WRAP) long++;
    else width = max(width, length);
  }
  return <f64>long > MAX_LONG_LINES * <f64>filled ? 0 : width;
}

function marksByIndent(): bool {
  let marks: i32 = 0;
  for (let line = 1; line < lines; line++) {
    if (!isBlank(line) && indentOf(line) > 0 && !isBlank(line - 1) && indentOf(line - 1) == 0) marks++;
  }
  return marks >= 2;
}

function continues(before: i32, line: i32, width: i32): bool {
  if (indentOf(line) > indentOf(before)) return false;
  const first = unitAt(startOf(line));
  const isLower = first < 0x80 ? first >= 0x61 && first <= 0x7a : isLowerCase(first) != 0;
  if (isLower && !endsClause(unitAt(endOf(before) - 1))) return true;
  return width > 0 && endOf(before) - startOf(before) + 1 + firstWordLength(line) > width;
}

/** One of .!?:;…"”’)] */
function endsClause(unit: i32): bool {
  return (
    unit == 0x2e || unit == 0x21 || unit == 0x3f || unit == 0x3a || unit == 0x3b || unit == 0x2026 ||
    unit == 0x22 || unit == 0x201d || unit == 0x2019 || unit == 0x29 || unit == 0x5d
  );
}

function firstWordLength(line: i32): i32 {
  const start = startOf(line);
  const most = min(endOf(line), start + MAX_WRAP);
  let end = start;
  while (end < most && !isSpace(unitAt(end)) && !isWide(unitAt(end))) end++;
  return max(1, end - start);
}

@inline
function isWide(unit: i32): bool {
  return (unit >= 0x2e80 && unit < 0xac00) || (unit >= 0xff00 && unit < 0xff60);
}

@inline
export function isSpace(unit: i32): bool {
  return unit <= 0x20 || unit == 0xa0 || unit == 0x3000 || unit == 0xfeff || (unit >= 0x2000 && unit <= 0x200b);
}
