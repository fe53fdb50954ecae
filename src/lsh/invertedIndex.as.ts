/** The inverted index in AssemblyScript: what `plainIndexer.ts` makes and finds. */

/** Bits a value in the filter: of the values that occur once, 1 - e^(-1/8) = 0.12 share their bit with another. */
const BITS_A_VALUE: i32 = 8;

/** Pairs that are listed at a time, or as many as there are sets. */
const PAIRS: i32 = 1 << 16;

/** Bytes of an occurrence on its way in: set, position, member. */
const OCCURRENCE: usize = 12;

let setCount: i32 = 0;
let occurrences: i32 = 0;
let different: i32 = 0;
let found: i32 = 0;
let mostPairs: i32 = 0;

// Where things are in memory, in bytes.
let end: usize = 1024;
let valuesAt: usize = 0;
let startsAt: usize = 0;
let endsAt: usize = 0;
let filterAt: usize = 0;
let placesAt: usize = 0;
let firstsAt: usize = 0;
let tableAt: usize = 0;
let occurrencesAt: usize = 0;
let offsetsAt: usize = 0;
let membersAt: usize = 0;
let positionsAt: usize = 0;
let beginAt: usize = 0;
let holdersAt: usize = 0;
let countsAt: usize = 0;
let leastsAt: usize = 0;
let laterAt: usize = 0;
let earlierAt: usize = 0;
let commonAt: usize = 0;

export function occurrenceCount(): i32 {
  return occurrences;
}
export function memberCount(): i32 {
  return different;
}
export function pairCount(): i32 {
  return found;
}
export function values(): usize {
  return valuesAt;
}
export function starts(): usize {
  return startsAt;
}
export function ends(): usize {
  return endsAt;
}
export function offsets(): usize {
  return offsetsAt;
}
export function members(): usize {
  return membersAt;
}
export function positions(): usize {
  return positionsAt;
}
export function begin(): usize {
  return beginAt;
}
export function holders(): usize {
  return holdersAt;
}
export function leasts(): usize {
  return leastsAt;
}
export function later(): usize {
  return laterAt;
}
export function earlier(): usize {
  return earlierAt;
}
export function common(): usize {
  return commonAt;
}

/** Makes room for so many sets, and slices of so many values; of a value the bits are compared, whatever they mean. */
export function open(sets: i32, values: i32): void {
  setCount = sets;
  valuesAt = room(<usize>values << 3);
  startsAt = room(<usize>sets << 2);
  endsAt = room(<usize>sets << 2);
  filterAt = room(<usize>1 << (bitsFor(BITS_A_VALUE * values) - 2));
  placesAt = room(<usize>values << 2);
  occurrencesAt = end;
  reach();
}

/** Enters a slice: of each set the members from its start to its end, which stand one after the other in VALUES. */
export function enter(size: i32): void {
  const kept = filter(size);
  // What is only used meanwhile stands beyond the occurrences, where the next ones will be.
  end = occurrencesAt + (<usize>occurrences + kept) * OCCURRENCE;
  firstsAt = room(<usize>kept << 2);
  tableAt = room(<usize>4 << bitsFor(2 * kept));
  reach();
  look(kept);
  let set: i32 = -1;
  let from: i32 = 0;
  let to: i32 = 0;
  for (let i = 0; i < kept; i++) {
    const first = at(firstsAt, i);
    if (first < 0) continue;
    // The table has done its work, and now keeps the number of each value at its first place.
    if (first == i) put(tableAt, i, different++);
    const place = at(placesAt, i);
    while (place >= to) {
      set++;
      from = to;
      to += at(endsAt, set) - at(startsAt, set);
    }
    const entry = occurrencesAt + <usize>occurrences * OCCURRENCE;
    store<i32>(entry, set);
    store<i32>(entry, place - from + at(startsAt, set), 4);
    store<i32>(entry, at(tableAt, first), 8);
    occurrences++;
  }
}

/** Keeps the PLACES of the values whose bit is met twice. A word of the filter has 32 bits met, and 32 met again. */
function filter(size: i32): i32 {
  const bits = bitsFor(BITS_A_VALUE * size);
  const shift = <u64>(64 - bits);
  memory.fill(filterAt, 0, <usize>1 << (bits - 2));
  for (let i = 0; i < size; i++) {
    const bit = <u32>(hashAt(i) >> shift);
    const word = filterAt + ((bit >> 5) << 3);
    const mask: u32 = 1 << (bit & 31);
    const seen = load<u32>(word);
    store<u32>(word, seen | mask);
    store<u32>(word, load<u32>(word, 4) | (seen & mask), 4);
  }
  let kept: i32 = 0;
  for (let i = 0; i < size; i++) {
    const bit = <u32>(hashAt(i) >> shift);
    put(placesAt, kept, i);
    kept += (load<u32>(filterAt + ((bit >> 5) << 3), 4) >> (bit & 31)) & 1;
  }
  return kept;
}

/** Of each of these PLACES, which one is the FIRST with its value; -1 where no other has it. */
function look(kept: i32): void {
  const bits = bitsFor(2 * kept);
  const shift = <u64>(64 - bits);
  const mask = (1 << bits) - 1;
  memory.fill(tableAt, 0xff, <usize>4 << bits);
  for (let i = 0; i < kept; i++) {
    const place = at(placesAt, i);
    const value = valueAt(place);
    let slot = <i32>(hashAt(place) >> shift);
    let first = at(tableAt, slot);
    while (first >= 0 && valueAt(at(placesAt, first)) != value) {
      slot = (slot + 1) & mask;
      first = at(tableAt, slot);
    }
    if (first < 0) {
      put(tableAt, slot, i);
      put(firstsAt, i, -1);
    } else {
      put(firstsAt, first, first);
      put(firstsAt, i, first);
    }
  }
}

/** Sorts what was entered by sets, and by members; after that, nothing more can be entered. */
export function close(): void {
  end = occurrencesAt + <usize>occurrences * OCCURRENCE;
  offsetsAt = room(<usize>(setCount + 2) << 2);
  beginAt = room(<usize>(different + 2) << 2);
  membersAt = room(<usize>occurrences << 2);
  positionsAt = room(<usize>occurrences << 2);
  holdersAt = room(<usize>occurrences << 2);
  countsAt = room(<usize>setCount << 2);
  leastsAt = room(<usize>setCount << 2);
  mostPairs = max(PAIRS, setCount);
  laterAt = room(<usize>mostPairs << 2);
  earlierAt = room(<usize>mostPairs << 2);
  commonAt = room(<usize>mostPairs << 2);
  reach();
  memory.fill(offsetsAt, 0, <usize>(setCount + 2) << 2);
  memory.fill(beginAt, 0, <usize>(different + 2) << 2);
  memory.fill(countsAt, 0, <usize>setCount << 2);
  // Counted one place too far, so that dealing out leaves each beginning where it belongs.
  for (let i = 0; i < occurrences; i++) {
    const entry = occurrencesAt + <usize>i * OCCURRENCE;
    add(offsetsAt, load<i32>(entry) + 2, 1);
    add(beginAt, load<i32>(entry, 8) + 2, 1);
  }
  for (let i = 2; i < setCount + 2; i++) add(offsetsAt, i, at(offsetsAt, i - 1));
  for (let i = 2; i < different + 2; i++) add(beginAt, i, at(beginAt, i - 1));
  for (let i = 0; i < occurrences; i++) {
    const entry = occurrencesAt + <usize>i * OCCURRENCE;
    const place = add(offsetsAt, load<i32>(entry) + 1, 1);
    put(positionsAt, place, load<i32>(entry, 4));
    put(membersAt, place, load<i32>(entry, 8));
  }
  for (let set = 0; set < setCount; set++) {
    for (let i = at(offsetsAt, set); i < at(offsetsAt, set + 1); i++) {
      put(holdersAt, add(beginAt, at(membersAt, i) + 1, 1), set);
    }
  }
}

/**
 * Lists pairs for the sets from `first` on, until there may be no room for another set's; returns which set comes next.
 * Of each set the members before the position in ENDS are looked up, among the sets from that in STARTS on; as many as
 * LEASTS has must be in common.
 */
export function search(first: i32, mostHolders: i32): i32 {
  found = 0;
  let set = first;
  for (; set < setCount && found + set <= mostPairs; set++) {
    const met = count(set, mostHolders);
    const least = at(leastsAt, set);
    const kept = found;
    for (let i = kept; i < kept + met; i++) {
      const holder = at(earlierAt, i);
      const common = at(countsAt, holder);
      put(countsAt, holder, 0);
      if (common < least) continue;
      put(laterAt, found, set);
      put(earlierAt, found, holder);
      put(commonAt, found, common);
      found++;
    }
  }
  return set;
}

/** Counts what a set has in common with earlier ones, which are written after the EARLIER ones of the pairs found. */
function count(set: i32, mostHolders: i32): i32 {
  const last = at(offsetsAt, set + 1);
  const upTo = at(endsAt, set);
  const from = at(startsAt, set);
  let place = found;
  for (let i = at(offsetsAt, set); i < last && at(positionsAt, i) < upTo; i++) {
    const member = at(membersAt, i);
    let entry = at(beginAt, member);
    if (at(beginAt, member + 1) - entry > mostHolders) continue;
    for (let holder = at(holdersAt, entry); holder < set; holder = at(holdersAt, ++entry)) {
      if (holder >= from && add(countsAt, holder, 1) == 0) put(earlierAt, place++, holder);
    }
  }
  return place - found;
}

/** Takes so many bytes more. */
function room(bytes: usize): usize {
  const from = (end + 63) & ~63;
  end = from + bytes;
  return from;
}

/** Has the memory reach as far as room was taken. */
function reach(): void {
  const pages = <i32>((end + 0xffff) >> 16) - memory.size();
  if (pages > 0 && memory.grow(pages) < 0) unreachable();
}

/** So many bits, five at the least, tell so many things apart. */
@inline
function bitsFor(things: i32): i32 {
  let bits = 5;
  while (1 << bits < things) bits++;
  return bits;
}

@inline
function at(array: usize, index: i32): i32 {
  return load<i32>(array + (<usize>index << 2));
}

@inline
function put(array: usize, index: i32, value: i32): void {
  store<i32>(array + (<usize>index << 2), value);
}

/** Adds to an element; returns what it was. */
@inline
function add(array: usize, index: i32, value: i32): i32 {
  const before = at(array, index);
  put(array, index, before + value);
  return before;
}

@inline
function valueAt(place: i32): u64 {
  return load<u64>(valuesAt + (<usize>place << 3));
}

/** Fibonacci hashing (Knuth, *The Art of Computer Programming*, 6.4): the leading bits of the product are spread. */
@inline
function hashAt(place: i32): u64 {
  return valueAt(place) * 0x9e3779b97f4a7c15;
}
