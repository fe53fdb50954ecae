import { diffArrays } from 'diff';

/** Words that two articles have in common: `length` of them in a row, from word `a` of one and word `b` of the other. */
export interface Run {
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

/** Common runs in the order of both texts, not overlapping, as long as they go. */
export interface Alignment {
  readonly runs: readonly Run[];
  /** True if a stretch differed too much to be compared word by word; its words count as changed. */
  readonly coarse: boolean;
}

/** Shingles of five words tell places apart: it is the length that the fingerprints use. */
const ANCHOR = 5;

/**
 * A stretch of n against m words costs the word diff some `edits * min(n, m, edits)` steps. Up to 256 edits, or this
 * many steps, take it a millisecond or two (measured); stretches between anchors that differ more have next to nothing
 * in common.
 */
const MAX_EDITS = 256;
const MAX_STEPS = 65_536;

/**
 * Aligns two sequences of word hashes. The shingles that occur once in each are the anchors; the longest chain of them
 * that keeps the order of both is extended and the stretches between are compared word by word (Myers 1986, as in
 * `diff`), so that the cost is bounded where a plain word diff is quadratic. (Anchors: the "patience diff" of B. Cohen.)
 */
export function alignWords(a: Uint32Array, b: Uint32Array): Alignment {
  const runs: Run[] = [];
  let coarse = false;
  let fromA = 0;
  let fromB = 0;

  function fill(toA: number, toB: number): void {
    if (fromA === toA || fromB === toB || haveNothingInCommon(a, fromA, toA, b, fromB, toB)) return;
    const changes = diffArrays(Array.from(a.subarray(fromA, toA)), Array.from(b.subarray(fromB, toB)), {
      maxEditLength: Math.max(MAX_EDITS, MAX_STEPS / Math.min(toA - fromA, toB - fromB)),
    });
    if (!changes) coarse = true;
    let atA = fromA;
    let atB = fromB;
    for (const change of changes ?? []) {
      if (!change.added && !change.removed) push(runs, { a: atA, b: atB, length: change.count });
      if (!change.added) atA += change.count;
      if (!change.removed) atB += change.count;
    }
  }

  for (const anchor of [...chain(anchors(a, b)), { a: a.length, b: b.length }]) {
    // The words before an anchor that are equal too; what an earlier anchor took is not taken again.
    if (anchor.a < fromA || anchor.b < fromB) continue;
    let back = 0;
    while (anchor.a - back > fromA && anchor.b - back > fromB && a[anchor.a - back - 1] === b[anchor.b - back - 1])
      back++;
    fill(anchor.a - back, anchor.b - back);
    let forth = 0;
    while (anchor.a + forth < a.length && anchor.b + forth < b.length && a[anchor.a + forth] === b[anchor.b + forth])
      forth++;
    if (back + forth > 0) push(runs, { a: anchor.a - back, b: anchor.b - back, length: back + forth });
    fromA = anchor.a + forth;
    fromB = anchor.b + forth;
  }
  return { runs, coarse };
}

/** So many comparisons are less work than preparing the word diff, which would find nothing. */
const FEW = 256;

/** Whether two short stretches share no word: a word or two that were exchanged, which most edits are. */
function haveNothingInCommon(
  a: Uint32Array,
  fromA: number,
  toA: number,
  b: Uint32Array,
  fromB: number,
  toB: number,
): boolean {
  if ((toA - fromA) * (toB - fromB) > FEW) return false;
  for (let i = fromA; i < toA; i++) for (let j = fromB; j < toB; j++) if (a[i] === b[j]) return false;
  return true;
}

/** Adds a run, as one with the last where it continues it on both sides. */
function push(runs: Run[], run: Run): void {
  const last = runs.at(-1);
  if (last && last.a + last.length === run.a && last.b + last.length === run.b)
    runs[runs.length - 1] = { ...last, length: last.length + run.length };
  else runs.push(run);
}

interface Place {
  readonly a: number;
  readonly b: number;
}

/** The shingles that occur once in a and once in b, in a's order. */
function anchors(a: Uint32Array, b: Uint32Array): Place[] {
  const inA = shinglesOf(a);
  const inB = shinglesOf(b);
  const found: Place[] = [];
  for (let at = 0; at < inA.hashes.length; at++) {
    if (inA.isRepeated[at] === 1) continue;
    const there = inB.find(inA.hashes[at] as number);
    if (there === NOWHERE || inB.isRepeated[there] === 1) continue;
    if (sameWords(a, at, b, there)) found.push({ a: at, b: there });
  }
  return found;
}

const NOWHERE = -1;

/** The shingles of a text by the place where they begin. */
interface Shingles {
  readonly hashes: Int32Array;
  /** 1 where a shingle has another with the same hash. */
  readonly isRepeated: Uint8Array;
  /** The first place of a hash. */
  readonly find: (hash: number) => number;
}

function shinglesOf(words: Uint32Array): Shingles {
  const count = Math.max(0, words.length + 1 - ANCHOR);
  const hashes = new Int32Array(count);
  const isRepeated = new Uint8Array(count);
  /** Place + 1 by the hash, or in the first free slot after it; half of them stay free. */
  const slots = new Uint32Array(2 ** (32 - Math.clz32(2 * count)));
  const slotOf = (hash: number): number => {
    let slot = (hash ^ (hash >>> 15)) & (slots.length - 1);
    while (slots[slot] !== 0 && hashes[(slots[slot] as number) - 1] !== hash) slot = (slot + 1) & (slots.length - 1);
    return slot;
  };
  for (let i = 0; i < count; i++) {
    let hash = 0;
    for (let j = i; j < i + ANCHOR; j++) hash = Math.imul(hash ^ (words[j] as number), 0x9e3779b1) ^ (hash >>> 15);
    hashes[i] = hash;
    const slot = slotOf(hash);
    const known = (slots[slot] as number) - 1;
    if (known === NOWHERE) slots[slot] = i + 1;
    else {
      isRepeated[known] = 1;
      isRepeated[i] = 1;
    }
  }
  return { hashes, isRepeated, find: (hash) => (slots[slotOf(hash)] as number) - 1 };
}

function sameWords(a: Uint32Array, atA: number, b: Uint32Array, atB: number): boolean {
  for (let i = 0; i < ANCHOR; i++) if (a[atA + i] !== b[atB + i]) return false;
  return true;
}

/** The longest chain of places that ascends on both sides (`places` ascend in a): patience sorting, O(n log n). */
function chain(places: readonly Place[]): Place[] {
  const ends: number[] = [];
  const previous = new Int32Array(places.length);
  places.forEach((place, i) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[ends[middle] as number] as Place).b < place.b) low = middle + 1;
      else high = middle;
    }
    previous[i] = low > 0 ? (ends[low - 1] as number) : -1;
    ends[low] = i;
  });
  const chained: Place[] = [];
  for (let i = ends.at(-1) ?? -1; i >= 0; i = previous[i] as number) chained.push(places[i] as Place);
  return chained.reverse();
}
