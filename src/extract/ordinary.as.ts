/**
 * Whether all lines of an article are its own, in AssemblyScript: none that `boilerplate` would set aside. It errs on one
 * side only: where a line may be, `boilerplate` has to look.
 */

import { isSpace, PARAGRAPHS_END, paragraphEnd } from './paragraphs.as';
import { ENDS, HASHES, STARTS, TEXT } from './wordTable.as';

/** Slots of a table of the lines and entries that are known; there are some hundreds. */
const KNOWN_SLOTS: i32 = 2048;

/** As many slots as twice the lines that `paragraphs.as.ts` takes. */
const MOST_SLOTS: i32 = 16384;

const KNOWN: i32 = (PARAGRAPHS_END + 7) & ~7;
const MET: i32 = KNOWN + 8 * KNOWN_SLOTS;
/** The hashes that the folder's statistics count, as doubles. */
export const LINE_HASHES: i32 = MET + 8 * MOST_SLOTS;

/** No entry of a menu, home or pointer that is known has more words. */
export const MOST_ENTRY_WORDS: i32 = 8;

// As in boilerplate.ts and extract.ts.
const MIN_REPEATED_WORDS: i32 = 4;
const MAX_TITLE_WORDS: i32 = 30;
const MAX_CAPTION_WORDS: i32 = 30;
const MIN_LINE_WORDS: i32 = 3;

/** Makes a hash known. */
export function know(hash: f64): void {
  add(KNOWN, KNOWN_SLOTS, <u64>hash);
}

/**
 * Looks at the lines of `paragraphs` paragraphs and `words` words.
 *
 * @returns how many LINE_HASHES there are; -1 if `boilerplate` has to look at the lines
 */
export function ordinary(paragraphs: i32, words: i32): i32 {
  let slots: i32 = 16;
  while (slots < 2 * paragraphs) slots <<= 1;
  memory.fill(MET, 0, 8 * slots);
  let count: i32 = 0;
  let titleWords: i32 = 0;
  let from: i32 = 0;
  for (let paragraph = 0; paragraph < paragraphs; paragraph++) {
    const end = paragraphEnd(paragraph);
    let to = from;
    while (to < words && startOf(to) < end) to++;
    const hash = hashWords(from, to);
    if (has(KNOWN, KNOWN_SLOTS, hash) || mayLead(from, to, end)) return -1;
    if (to - from >= MIN_LINE_WORDS) {
      if (add(MET, slots, hash)) {
        store<f64>((<usize>count) << 3, <f64>hash, LINE_HASHES);
        count++;
      } else if (to - from >= MIN_REPEATED_WORDS) return -1;
      if (mayEndInTitle(from, to, titleWords)) return -1;
    }
    if (paragraph == 0) titleWords = to;
    from = to;
  }
  return count;
}

@inline
function startOf(word: i32): i32 {
  return load<i32>((<usize>word) << 2, STARTS);
}
@inline
function hashOf(word: i32): i32 {
  return load<i32>((<usize>word) << 2, HASHES);
}

/** As in lines.ts. */
function hashWords(from: i32, to: i32): u64 {
  let high: i32 = 0;
  let low: i32 = to - from;
  for (let i = from; i < to; i++) {
    const word = hashOf(i);
    high = rotl<i32>(high ^ (word * 0x239b961b), 15) * 0x38b34ae5 + 0x561ccd1b;
    low = rotl<i32>(low ^ (word * 0xab0e9789), 13) * 0xa1e38b93 + 0x0bcaa747;
  }
  high = (high ^ (low >>> 16)) * 0x85ebca6b;
  low = (low ^ (high >>> 13)) * 0xc2b2ae35;
  return ((<u64>((high ^ (high >>> 16)) >>> 11)) << 32) | <u64>(<u32>(low ^ (low >>> 15)));
}

/**
 * Whether a line may be a menu, a breadcrumb or a pointer: these begin with an entry that is known, and a sign behind it
 * that ends entries.
 */
function mayLead(from: i32, to: i32, end: i32): bool {
  const most = min(to, from + MOST_ENTRY_WORDS);
  for (let word = from; word < most; word++) {
    const next = word + 1 < to ? startOf(word + 1) : end;
    if (endsEntry(load<i32>((<usize>word) << 2, ENDS), next) && has(KNOWN, KNOWN_SLOTS, hashWords(from, word + 1))) return true;
  }
  return false;
}

/** Whether there is one of |·•›»>/:： or much white space. */
function endsEntry(from: i32, to: i32): bool {
  let wasSpace = false;
  for (let i = from; i < to; i++) {
    const unit: i32 = load<u16>((<usize>i) << 1, TEXT);
    const space = isSpace(unit) || unit == 0x1680 || unit == 0x2028 || unit == 0x2029 || unit == 0x202f || unit == 0x205f;
    if (space && wasSpace) return true;
    wasSpace = space;
    if (
      unit == 0x7c || unit == 0xb7 || unit == 0x2022 || unit == 0x203a || unit == 0xbb || unit == 0x3e || unit == 0x2f ||
      unit == 0x3a || unit == 0xff1a
    )
      return true;
  }
  return false;
}

/** Whether a line is a caption and then the words of the first line. */
function mayEndInTitle(from: i32, to: i32, titleWords: i32): bool {
  const before = to - from - titleWords;
  if (titleWords < MIN_REPEATED_WORDS || titleWords > MAX_TITLE_WORDS || before < 1 || before > MAX_CAPTION_WORDS) return false;
  for (let i = 0; i < titleWords; i++) if (hashOf(i) != hashOf(to - titleWords + i)) return false;
  return true;
}

/** Adds a key to a table of so many slots; false if it is there. 0, which no hash of a line is but by chance, is always there. */
function add(table: i32, slots: i32, key: u64): bool {
  const slot = slotOf(table, slots, key);
  if (load<u64>(slot) == key) return false;
  store<u64>(slot, key);
  return true;
}

function has(table: i32, slots: i32, key: u64): bool {
  return load<u64>(slotOf(table, slots, key)) == key;
}

function slotOf(table: i32, slots: i32, key: u64): usize {
  let slot: i32 = <i32>key & (slots - 1);
  while (true) {
    const at = table + (slot << 3);
    const there = load<u64>(at);
    if (there == 0 || there == key) return at;
    slot = (slot + 1) & (slots - 1);
  }
}
