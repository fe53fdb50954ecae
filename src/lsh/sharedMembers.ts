/** What the sets of a collection have in common: their members that occur in two sets or more, numbered from the rarest. */
export interface SharedMembers {
  /** Set i's shared members are `members[offsets[i]]` to `members[offsets[i + 1] - 1]`, ascending: the rarest first. */
  readonly offsets: Uint32Array;
  readonly members: Uint32Array;
  /** In how many sets each member occurs; ascends. */
  readonly frequency: Uint32Array;
}

type Sets = readonly (Float64Array | Uint32Array)[];

/**
 * Bits a member in the filter: of the members that occur once, 1 - e^(-1/8) = 0.12 then share their bit with another. The
 * two filters of a slice take 1 MiB, about a core's second-level cache.
 */
const BITS_A_MEMBER = 8;
const SLICE = 2 ** 19;

/**
 * Finds the members that occur in two sets or more. In a collection of articles nine shingles in ten occur once and can't
 * make a pair: a filter of two bits a slot, met once and met again, passes over nearly all of them, so that few are
 * counted. The range of values is cut into slices whose filters stay in the cache, and all sets walk through the slices
 * together, being sorted.
 *
 * @param sets whole numbers from 0 to 2^53 - 1, ascending, each once; evenly spread, as hashes are, or memory grows
 */
export function sharedMembers(sets: Sets): SharedMembers {
  const slices = Math.ceil(sets.reduce((total, set) => total + set.length, 0) / SLICE);
  const largest = sets.reduce((value, set) => Math.max(value, set.at(-1) ?? 0), 0);
  const owners: Uint32Array[] = [];
  const ids: Uint32Array[] = [];
  const frequency: number[] = [];
  const ends = new Uint32Array(sets.length);
  for (let slice = 1; slice <= slices; slice++) {
    const starts = ends.slice();
    const size = advance(sets, ends, slice === slices ? Infinity : (largest / slices) * slice);
    const met = metAgain(sets, starts, ends, size);
    const shared = numberShared(met.values, frequency);
    owners.push(met.owners.filter((_, i) => shared[i] !== NOT_SHARED));
    ids.push(shared.filter((id) => id !== NOT_SHARED));
  }
  return bySet(sets.length, joined(owners), joined(ids), frequency);
}

/** Moves each set's end to its first member that is not below the limit; tells how many members were passed. */
function advance(sets: Sets, ends: Uint32Array, limit: number): number {
  let passed = 0;
  for (let i = 0; i < sets.length; i++) {
    const set = sets[i] as Float64Array | Uint32Array;
    let end = ends[i] as number;
    while (end < set.length && (set[end] as number) < limit) end++;
    passed += end - (ends[i] as number);
    ends[i] = end;
  }
  return passed;
}

/** The members whose bit was met more than once, with the sets that they are of: all that occur twice, and some others. */
function metAgain(
  sets: Sets,
  starts: Uint32Array,
  ends: Uint32Array,
  size: number,
): { owners: Uint32Array; values: Float64Array } {
  const once = new Uint32Array(powerOfTwo((BITS_A_MEMBER * size) / 32));
  const again = new Uint32Array(once.length);
  const mask = once.length - 1;
  let met = 0;
  for (let owner = 0; owner < sets.length; owner++) {
    const set = sets[owner] as Float64Array | Uint32Array;
    for (let i = starts[owner] as number; i < (ends[owner] as number); i++) {
      const hash = (set[i] as number) | 0;
      const word = (hash >>> 5) & mask;
      const bit = 1 << (hash & 31);
      const seen = once[word] as number;
      if ((seen & bit) === 0) once[word] = seen | bit;
      else {
        again[word] = (again[word] as number) | bit;
        met++;
      }
    }
  }
  // Each bit that was met again was met once before.
  const owners = new Uint32Array(2 * met);
  const values = new Float64Array(2 * met);
  let found = 0;
  for (let owner = 0; owner < sets.length; owner++) {
    const set = sets[owner] as Float64Array | Uint32Array;
    for (let i = starts[owner] as number; i < (ends[owner] as number); i++) {
      const hash = (set[i] as number) | 0;
      if (((again[(hash >>> 5) & mask] as number) & (1 << (hash & 31))) === 0) continue;
      owners[found] = owner;
      values[found++] = set[i] as number;
    }
  }
  return { owners: owners.subarray(0, found), values: values.subarray(0, found) };
}

const NOT_SHARED = 0xffff_ffff;

/** The number of each value that occurs twice or more, `NOT_SHARED` for the others; adds to `frequency` by number. */
function numberShared(values: Float64Array, frequency: number[]): Uint32Array {
  const keys = new Float64Array(powerOfTwo(2 * values.length)).fill(-1);
  const counts = new Uint32Array(keys.length);
  const slots = new Uint32Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    const slot = slotOf(keys, value);
    keys[slot] = value;
    counts[slot] = (counts[slot] as number) + 1;
    slots[i] = slot;
  }
  // From here on the table holds the numbers given to shared members.
  keys.fill(-1);
  for (let i = 0; i < slots.length; i++) {
    const slot = slots[i] as number;
    if (counts[slot] === 1) slots[i] = NOT_SHARED;
    else {
      if (keys[slot] === -1) keys[slot] = frequency.push(counts[slot] as number) - 1;
      slots[i] = keys[slot] as number;
    }
  }
  return slots;
}

function joined(parts: readonly Uint32Array[]): Uint32Array {
  const all = new Uint32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let size = 0;
  for (const part of parts) {
    all.set(part, size);
    size += part.length;
  }
  return all;
}

/**
 * Groups the occurrences by set, with the members renumbered from the rarest; of equally rare ones, as they were met. By
 * counting alone: members are dealt out to their sets in the order of their numbers, and so ascend in each.
 */
function bySet(sets: number, owners: Uint32Array, ids: Uint32Array, counts: readonly number[]): SharedMembers {
  const rank = rankByCount(counts);
  const frequency = new Uint32Array(counts.length);
  for (let id = 0; id < rank.length; id++) frequency[rank[id] as number] = counts[id] as number;
  const next = beginnings(frequency);
  const holders = new Uint32Array(owners.length);
  for (let i = 0; i < owners.length; i++) {
    const member = rank[ids[i] as number] as number;
    const place = next[member] as number;
    holders[place] = owners[i] as number;
    next[member] = place + 1;
  }

  const sizes = new Uint32Array(sets);
  for (let i = 0; i < owners.length; i++) sizes[owners[i] as number] = (sizes[owners[i] as number] as number) + 1;
  const offsets = beginnings(sizes);
  const free = offsets.slice();
  const members = new Uint32Array(owners.length);
  for (let member = 0, i = 0; member < frequency.length; member++) {
    for (const end = i + (frequency[member] as number); i < end; i++) {
      const owner = holders[i] as number;
      const place = free[owner] as number;
      members[place] = member;
      free[owner] = place + 1;
    }
  }
  return { offsets, members, frequency };
}

/** Each one's place in the order of the counts; equal ones in their own order. */
function rankByCount(counts: readonly number[]): Uint32Array {
  let most = 0;
  for (let id = 0; id < counts.length; id++) most = Math.max(most, counts[id] as number);
  const having = new Uint32Array(most + 1);
  for (let id = 0; id < counts.length; id++)
    having[counts[id] as number] = (having[counts[id] as number] as number) + 1;
  const next = beginnings(having);
  const rank = new Uint32Array(counts.length);
  for (let id = 0; id < counts.length; id++) {
    const count = counts[id] as number;
    rank[id] = next[count] as number;
    next[count] = (next[count] as number) + 1;
  }
  return rank;
}

/** Where each of some runs begins that stand one after the other, and where the last one ends. */
function beginnings(lengths: Uint32Array): Uint32Array {
  const begin = new Uint32Array(lengths.length + 1);
  for (let i = 0; i < lengths.length; i++) begin[i + 1] = (begin[i] as number) + (lengths[i] as number);
  return begin;
}

/** Open addressing: the slot that holds the key, or the empty one where it belongs. Empty is -1. */
function slotOf(table: Float64Array, key: number): number {
  const mask = table.length - 1;
  let slot = key & mask;
  while (table[slot] !== key && table[slot] !== -1) slot = (slot + 1) & mask;
  return slot;
}

function powerOfTwo(atLeast: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(2, atLeast)));
}
