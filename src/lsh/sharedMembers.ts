/** What the sets of a collection have in common: their members that occur in two sets or more, numbered from the rarest. */
export interface SharedMembers {
  /** Set i's shared members are `members[offsets[i]]` to `members[offsets[i + 1] - 1]`, ascending: the rarest first. */
  readonly offsets: Uint32Array;
  readonly members: Uint32Array;
  /** In how many sets each member occurs; ascends. */
  readonly frequency: Uint32Array;
}

type Sets = readonly (Float64Array | Uint32Array)[];

/** Bits a member in the filter: of the members that occur once, 1 - e^(-1/8) = 0.12 then share their bit with another. */
const BITS_A_MEMBER = 8;

/**
 * Finds the members that occur in two sets or more. In a collection of articles nine shingles in ten occur once and can't
 * make a pair: a filter of two bits a slot, met once and met again, passes over nearly all of them, so that few are
 * counted exactly. Two walks and a table: on 10,000 articles of 500 shingles a fifth of the time that counting all takes.
 *
 * @param sets whole numbers from 0 to 2^53 - 1, each once in a set; their low bits evenly spread, as those of hashes are
 */
export function sharedMembers(sets: Sets): SharedMembers {
  const { owners, values } = metAgain(sets);
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
  const frequency: number[] = [];
  const ids = new Uint32Array(values.length);
  let size = 0;
  for (let i = 0; i < slots.length; i++) {
    const slot = slots[i] as number;
    if (counts[slot] === 1) continue;
    if (keys[slot] === -1) keys[slot] = frequency.push(counts[slot] as number) - 1;
    owners[size] = owners[i] as number;
    ids[size++] = keys[slot] as number;
  }
  return bySet(sets.length, owners.subarray(0, size), ids.subarray(0, size), frequency);
}

/** The members whose bit was met more than once, with the sets that they are of: all that occur twice, and some others. */
function metAgain(sets: Sets): { owners: Uint32Array; values: Float64Array } {
  const total = sets.reduce((sum, set) => sum + set.length, 0);
  const once = new Uint32Array(powerOfTwo((BITS_A_MEMBER * total) / 32));
  const again = new Uint32Array(once.length);
  const mask = once.length - 1;
  let met = 0;
  for (const set of sets) {
    for (let i = 0; i < set.length; i++) {
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
  let size = 0;
  for (let owner = 0; owner < sets.length; owner++) {
    const set = sets[owner] as Float64Array | Uint32Array;
    for (let i = 0; i < set.length; i++) {
      const hash = (set[i] as number) | 0;
      if (((again[(hash >>> 5) & mask] as number) & (1 << (hash & 31))) === 0) continue;
      owners[size] = owner;
      values[size++] = set[i] as number;
    }
  }
  return { owners: owners.subarray(0, size), values: values.subarray(0, size) };
}

/** Groups the occurrences by set, with the members renumbered from the rarest; of equally rare ones, as they were met. */
function bySet(sets: number, owners: Uint32Array, ids: Uint32Array, counts: readonly number[]): SharedMembers {
  const rarestFirst = new Float64Array(counts.length);
  for (let id = 0; id < counts.length; id++) rarestFirst[id] = (counts[id] as number) * 2 ** 32 + id;
  rarestFirst.sort();
  const rank = new Uint32Array(counts.length);
  for (let i = 0; i < rarestFirst.length; i++) rank[(rarestFirst[i] as number) % 2 ** 32] = i;

  const offsets = new Uint32Array(sets + 1);
  for (const owner of owners) offsets[owner + 1] = (offsets[owner + 1] as number) + 1;
  for (let i = 0; i < sets; i++) offsets[i + 1] = (offsets[i + 1] as number) + (offsets[i] as number);
  const members = new Uint32Array(owners.length);
  const next = offsets.slice();
  for (let i = 0; i < owners.length; i++) {
    const owner = owners[i] as number;
    const place = next[owner] as number;
    members[place] = rank[ids[i] as number] as number;
    next[owner] = place + 1;
  }
  for (let i = 0; i < sets; i++) members.subarray(offsets[i], offsets[i + 1]).sort();
  return { offsets, members, frequency: Uint32Array.from(rarestFirst, (count) => Math.floor(count / 2 ** 32)) };
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
