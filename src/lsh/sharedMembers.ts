/** What the sets of a collection have in common: their members that occur in two sets or more, numbered from the rarest. */
export interface SharedMembers {
  /** Set i's shared members are `members[offsets[i]]` to `members[offsets[i + 1] - 1]`, ascending: the rarest first. */
  readonly offsets: Uint32Array;
  readonly members: Uint32Array;
  /** In how many sets each member occurs; ascends. */
  readonly frequency: Uint32Array;
}

/** Members counted at a time: a table of twice as many doubles is 1 MiB, about a core's second-level cache. */
const SLICE = 2 ** 16;

/**
 * Finds the members that occur in two sets or more. In a collection of articles nine shingles in ten occur once and can't
 * make a pair, so nothing is kept of them: the range of values is cut into slices, each small enough to be counted in the
 * cache, and all sets walk through the slices together, being sorted.
 *
 * @param sets whole numbers from 0 to 2^53 - 1, ascending, each once; evenly spread, as hashes are, or memory grows
 */
export function sharedMembers(sets: readonly (Float64Array | Uint32Array)[]): SharedMembers {
  const slices = Math.ceil(sets.reduce((total, set) => total + set.length, 0) / SLICE);
  const largest = sets.reduce((value, set) => Math.max(value, set.at(-1) ?? 0), 0);
  const owners: number[] = [];
  const ids: number[] = [];
  const frequency: number[] = [];
  const ends = new Uint32Array(sets.length);
  for (let slice = 1; slice <= slices; slice++) {
    const starts = ends.slice();
    const size = advance(sets, ends, slice === slices ? Infinity : (largest / slices) * slice);
    const table = new Float64Array(powerOfTwo(2 * size)).fill(-1);
    const counts = new Uint32Array(table.length);
    const slots = new Uint32Array(size);
    let met = 0;
    for (let i = 0; i < sets.length; i++) {
      const set = sets[i] as Float64Array | Uint32Array;
      for (let j = starts[i] as number; j < (ends[i] as number); j++) {
        const slot = slotOf(table, set[j] as number);
        table[slot] = set[j] as number;
        counts[slot] = (counts[slot] as number) + 1;
        slots[met++] = slot;
      }
    }
    // From here on the table holds the numbers given to shared members.
    table.fill(-1);
    met = 0;
    for (let i = 0; i < sets.length; i++) {
      for (let j = starts[i] as number; j < (ends[i] as number); j++) {
        const slot = slots[met++] as number;
        if (counts[slot] === 1) continue;
        if (table[slot] === -1) table[slot] = frequency.push(counts[slot] as number) - 1;
        owners.push(i);
        ids.push(table[slot] as number);
      }
    }
  }
  return bySet(sets.length, owners, ids, frequency);
}

/** Moves each set's end to its first member that is not below the limit; tells how many members were passed. */
function advance(sets: readonly (Float64Array | Uint32Array)[], ends: Uint32Array, limit: number): number {
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

/** Groups the occurrences by set, with the members renumbered from the rarest; of equally rare ones, as they were met. */
function bySet(
  sets: number,
  owners: readonly number[],
  ids: readonly number[],
  counts: readonly number[],
): SharedMembers {
  const rarestFirst = Float64Array.from(counts, (count, id) => count * 2 ** 32 + id).sort();
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
