/**
 * The UTF-16 code units of UTF-8 bytes, in AssemblyScript: of a text as it is in a file, or between the quotes of a JSON
 * string. As `decode` and `JSON.parse` read them; what `decode` has to think about (another encoding, damage, a byte order
 * mark, what may be no text at all) is left to it.
 */

import { LIMIT, TEXT, WORDS_END } from './wordTable.as';

/** Bytes; as many as there may be code units, which are never more. */
export const SOURCE: i32 = WORDS_END;
export const SOURCE_END: i32 = SOURCE + LIMIT + 16;

let from: i32 = 0;
let to: i32 = 0;

/**
 * Reads the first `length` bytes of SOURCE into TEXT.
 *
 * @returns how many units these are; -1 if this is left to the twins
 */
export function units(length: i32, isJson: i32): i32 {
  v128.store(SOURCE + length, i32x4.splat(0));
  from = 0;
  to = 0;
  // What the magic numbers begin with that pass for text: %PDF-, %!PS-, {\rtf.
  const first = byteAt(0);
  if (!isJson && (first == 0x25 || first == 0x7b)) return -1;
  const escape = i8x16.splat(isJson ? 0x5c : 0);
  while (from < length) {
    const bytes = v128.load(<usize>from, SOURCE);
    v128.store((<usize>to) << 1, i16x8.extend_low_i8x16_u(bytes), TEXT);
    v128.store((<usize>to) << 1, i16x8.extend_high_i8x16_u(bytes), TEXT + 16);
    // As signed bytes, those beyond ASCII are below the blank too.
    const mask = i8x16.bitmask(v128.or(i8x16.lt_s(bytes, i8x16.splat(0x20)), i8x16.eq(bytes, escape)));
    const plain = mask == 0 ? 16 : ctz(mask);
    from += plain;
    to += plain;
    if (mask == 0 || from >= length) continue;
    const byte = byteAt(0);
    if (byte >= 0x80) {
      if (!beyondAscii()) return -1;
    } else if (isJson) {
      if (byte != 0x5c || !unescaped()) return -1;
    } else {
      // Of the control characters, white space and escapes occur in text.
      if ((byte < 0x09 || byte > 0x0d) && byte != 0x1b) return -1;
      add(byte);
      from++;
    }
  }
  return to;
}

@inline
function byteAt(offset: i32): i32 {
  return load<u8>(SOURCE + from + offset);
}

/** A byte order mark inside is white space to some rules and nothing to others: left to the twins. */
@inline
function add(unit: i32): bool {
  store<u16>((<usize>to) << 1, unit, TEXT);
  to++;
  return unit != 0xfeff;
}

/** A run of characters beyond ASCII: as the Unicode Standard has well-formed UTF-8, table 3-7. */
function beyondAscii(): bool {
  while (true) {
    const a = byteAt(0);
    if (a < 0x80) return true;
    const b = byteAt(1);
    if (a < 0xe0) {
      if (a < 0xc2 || !isMore(b)) return false;
      add(((a & 0x1f) << 6) | (b & 0x3f));
      from += 2;
      continue;
    }
    const c = byteAt(2);
    if (!isMore(b) || !isMore(c)) return false;
    if (a < 0xf0) {
      const unit = ((a & 0x0f) << 12) | ((b & 0x3f) << 6) | (c & 0x3f);
      if (unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) || !add(unit)) return false;
      from += 3;
      continue;
    }
    const d = byteAt(3);
    const beyond = (((a & 0x07) << 18) | ((b & 0x3f) << 12) | ((c & 0x3f) << 6) | (d & 0x3f)) - 0x10000;
    if (a > 0xf4 || !isMore(d) || beyond < 0 || beyond > 0xfffff) return false;
    add(0xd800 + (beyond >> 10));
    add(0xdc00 + (beyond & 0x3ff));
    from += 4;
  }
}

@inline
function isMore(byte: i32): bool {
  return (byte & 0xc0) == 0x80;
}

/** What stands behind the backslash of a JSON string; it is known to be well-formed. */
function unescaped(): bool {
  const byte = byteAt(1);
  from += 2;
  if (byte == 0x6e) return add(0x0a);
  if (byte == 0x72) return add(0x0d);
  if (byte == 0x74) return add(0x09);
  if (byte == 0x62) return add(0x08);
  if (byte == 0x66) return add(0x0c);
  if (byte != 0x75) return add(byte);
  let unit: i32 = 0;
  for (let i = 0; i < 4; i++) {
    const digit = byteAt(i);
    unit = (unit << 4) | (digit <= 0x39 ? digit - 0x30 : (digit | 0x20) - 0x57);
  }
  from += 4;
  return add(unit);
}
