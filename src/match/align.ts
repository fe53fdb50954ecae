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
  const inB = places(b);
  const found: Place[] = [];
  for (const [shingle, at] of places(a)) {
    const there = inB.get(shingle);
    if (at === REPEATED || there === undefined || there === REPEATED) continue;
    if (sameWords(a, at, b, there)) found.push({ a: at, b: there });
  }
  return found;
}

const REPEATED = -1;

/** Where each shingle is, or that it is there more than once, in the order of the text. */
function places(words: Uint32Array): Map<number, number> {
  const at = new Map<number, number>();
  for (let i = 0; i + ANCHOR <= words.length; i++) {
    let hash = 0;
    for (let j = i; j < i + ANCHOR; j++) hash = Math.imul(hash ^ (words[j] as number), 0x9e3779b1) ^ (hash >>> 15);
    at.set(hash, at.has(hash) ? REPEATED : i);
  }
  return at;
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
