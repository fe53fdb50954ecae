/**
 * Where the fields of a JSON object are, in AssemblyScript: what `JSON.parse` would accept, without the values it would
 * make. What takes more than looking (broken UTF-8, a name with an escape) it leaves to `JSON.parse`, its twin.
 */

/** Bytes that one call takes; the zeros after them, which are in no JSON, end it. */
export const LIMIT: i32 = 1 << 20;

/** Fields that are looked for, and the most bytes of a name. */
export const FIELDS: i32 = 3;
export const MOST_NAME: i32 = 256;

/** Containers within containers. */
const MOST_DEPTH: i32 = 256;

// Where things are in memory, in bytes.
const STACK: i32 = 1024;
/** Of each field the length of its name, and the name. */
export const NAME_LENGTHS: i32 = STACK + MOST_DEPTH;
export const NAMES: i32 = NAME_LENGTHS + 4 * FIELDS + 4;
/** Of each field what its value is, where it begins and where it ends. */
export const KINDS: i32 = NAMES + MOST_NAME * FIELDS;
export const STARTS: i32 = KINDS + 4 * FIELDS;
export const ENDS: i32 = STARTS + 4 * FIELDS;
export const LINE: i32 = 4096;

// What a value is.
export const ABSENT: i32 = 0;
/** A string without escapes, and one with. */
export const PLAIN: i32 = 1;
export const ESCAPED: i32 = 2;
export const NUMBER: i32 = 3;
export const OTHER: i32 = 4;

// What may come next.
const VALUE: i32 = 0;
const VALUE_OR_END: i32 = 1;
const KEY: i32 = 2;
const KEY_OR_END: i32 = 3;
const AFTER_VALUE: i32 = 4;

let at: i32 = 0;
let hasEscape: bool = false;

/** Finds the fields in the first `length` bytes of LINE: 1, or 0 if these are left to the twin. */
export function fields(length: i32): i32 {
  v128.store(LINE + length, i32x4.splat(0));
  memory.fill(KINDS, 0, 4 * FIELDS);
  at = 0;
  let depth: i32 = 0;
  let next: i32 = VALUE;
  // The fields that the value to come belongs to, a bit each.
  let wanted: i32 = 0;
  while (true) {
    space();
    const byte = here();
    if (next == AFTER_VALUE) {
      if (depth == 0) return at == length ? 1 : 0;
      const isObject = load<u8>(STACK + depth);
      if (byte == 0x2c) {
        next = isObject ? KEY : VALUE;
      } else {
        if (byte != (isObject ? 0x7d : 0x5d)) return 0;
        depth--;
      }
      at++;
      continue;
    }
    if (next == KEY || next == KEY_OR_END) {
      if (byte == 0x7d && next == KEY_OR_END) {
        at++;
        depth--;
        next = AFTER_VALUE;
        continue;
      }
      const start = at + 1;
      if (byte != 0x22 || !string()) return 0;
      if (depth == 1) {
        if (hasEscape) return 0;
        wanted = namesAt(start, at - 1 - start);
      }
      space();
      if (here() != 0x3a) return 0;
      at++;
      next = VALUE;
      continue;
    }
    if (byte == 0x5d && next == VALUE_OR_END) {
      at++;
      depth--;
      next = AFTER_VALUE;
      continue;
    }
    const isOpening = byte == 0x7b || byte == 0x5b;
    if (depth == 0 && byte != 0x7b) return 0;
    const start = at;
    let kind = OTHER;
    if (isOpening) {
      at++;
    } else if (byte == 0x22) {
      if (!string()) return 0;
      kind = hasEscape ? ESCAPED : PLAIN;
    } else if (byte == 0x2d || isDigit(byte)) {
      if (!number()) return 0;
      kind = NUMBER;
    } else if (!literal()) {
      return 0;
    }
    if (depth == 1 && wanted != 0) note(wanted, kind, start);
    if (isOpening) {
      if (++depth == MOST_DEPTH) return 0;
      store<u8>(STACK + depth, byte == 0x7b ? 1 : 0);
      next = byte == 0x7b ? KEY_OR_END : VALUE_OR_END;
    } else {
      next = AFTER_VALUE;
    }
  }
}

@inline
function here(): i32 {
  return load<u8>(<usize>at, LINE);
}

@inline
function isDigit(byte: i32): bool {
  return byte >= 0x30 && byte <= 0x39;
}

@inline
function space(): void {
  for (let byte = here(); byte == 0x20 || byte == 0x09 || byte == 0x0d || byte == 0x0a; byte = here()) at++;
}

/** The last value of a name is the one that counts. */
function note(wanted: i32, kind: i32, start: i32): void {
  for (let field = 0; field < FIELDS; field++) {
    if ((wanted & (1 << field)) == 0) continue;
    store<i32>((<usize>field) << 2, kind, KINDS);
    store<i32>((<usize>field) << 2, start, STARTS);
    store<i32>((<usize>field) << 2, at, ENDS);
  }
}

function namesAt(start: i32, length: i32): i32 {
  let found: i32 = 0;
  for (let field = 0; field < FIELDS; field++) {
    if (load<i32>((<usize>field) << 2, NAME_LENGTHS) != length) continue;
    let same: i32 = 0;
    while (same < length && load<u8>(NAMES + field * MOST_NAME + same) == load<u8>(LINE + start + same)) same++;
    if (same == length) found |= 1 << field;
  }
  return found;
}

/** Goes past a string, sixteen bytes at a time to the first that is no printable ASCII, a quote or an escape. */
function string(): bool {
  at++;
  hasEscape = false;
  while (true) {
    const bytes = v128.load(<usize>at, LINE);
    // As signed bytes, those beyond ASCII are below the blank too.
    const special = v128.or(
      i8x16.lt_s(bytes, i8x16.splat(0x20)),
      v128.or(i8x16.eq(bytes, i8x16.splat(0x22)), i8x16.eq(bytes, i8x16.splat(0x5c))),
    );
    const mask = i8x16.bitmask(special);
    if (mask == 0) {
      at += 16;
      continue;
    }
    at += ctz(mask);
    const byte = here();
    if (byte == 0x22) {
      at++;
      return true;
    }
    if (byte == 0x5c) {
      if (!escape()) return false;
    } else if (byte < 0x80 || !character()) return false;
  }
}

function escape(): bool {
  hasEscape = true;
  at++;
  const byte = here();
  at++;
  if (byte == 0x75) {
    for (let i = 0; i < 4; i++, at++) if (!isHex(here())) return false;
    return true;
  }
  return (
    byte == 0x22 || byte == 0x5c || byte == 0x2f || byte == 0x62 || byte == 0x66 || byte == 0x6e || byte == 0x72 || byte == 0x74
  );
}

@inline
function isHex(byte: i32): bool {
  const letter = byte | 0x20;
  return isDigit(byte) || (letter >= 0x61 && letter <= 0x66);
}

/** Goes past a character beyond ASCII: as the Unicode Standard has well-formed UTF-8, table 3-7. */
function character(): bool {
  const first = here();
  const second: i32 = load<u8>(<usize>at, LINE + 1);
  let more: i32 = 0;
  if (first >= 0xc2 && first <= 0xdf) more = 1;
  else if (first >= 0xe0 && first <= 0xef) more = 2;
  else if (first >= 0xf0 && first <= 0xf4) more = 3;
  else return false;
  const least = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
  const most = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
  if (second < least || second > most) return false;
  for (let i = 2; i <= more; i++) if ((load<u8>(LINE + at + i) & 0xc0) != 0x80) return false;
  at += more + 1;
  return true;
}

function number(): bool {
  if (here() == 0x2d) at++;
  if (here() == 0x30) at++;
  else if (!digits()) return false;
  if (here() == 0x2e) {
    at++;
    if (!digits()) return false;
  }
  if ((here() | 0x20) == 0x65) {
    at++;
    if (here() == 0x2b || here() == 0x2d) at++;
    if (!digits()) return false;
  }
  return true;
}

function digits(): bool {
  const start = at;
  while (isDigit(here())) at++;
  return at > start;
}

/** true, false or null. */
function literal(): bool {
  const four = load<u32>(<usize>at, LINE);
  if (four == 0x65757274 || four == 0x6c6c756e) {
    at += 4;
    return true;
  }
  if (four != 0x736c6166 || load<u8>(<usize>at, LINE + 4) != 0x65) return false;
  at += 5;
  return true;
}
