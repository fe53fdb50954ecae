/** What two articles have in common, by the definition: no index, no hash table, no code that is judged by it. */
export interface Likeness {
  readonly a: number;
  readonly b: number;
  readonly jaccard: number;
  /** The larger share of one that the other holds. */
  readonly containment: number;
}

/** Every pair of sets (ascending, each value once) of which a share of at least `least` is common, by either measure. */
export function* allPairs(sets: readonly Float64Array[], least: number): Generator<Likeness> {
  for (let b = 0; b < sets.length; b++) {
    for (let a = 0; a < b; a++) {
      const [x, y] = [sets[a] as Float64Array, sets[b] as Float64Array];
      const common = inCommon(x, y);
      const jaccard = common / (x.length + y.length - common);
      const containment = common / Math.min(x.length, y.length);
      if (common > 0 && (jaccard >= least || containment >= least)) yield { a, b, jaccard, containment };
    }
  }
}

function inCommon(x: Float64Array, y: Float64Array): number {
  let common = 0;
  for (let i = 0, j = 0; i < x.length && j < y.length; ) {
    const difference = (x[i] as number) - (y[j] as number);
    if (difference === 0) common++;
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return common;
}

/** The longest run of words that both have, by looking at every place of both. */
export function longestRun(x: Uint32Array, y: Uint32Array): number {
  let before = new Uint32Array(y.length + 1);
  let longest = 0;
  for (const word of x) {
    const now = new Uint32Array(y.length + 1);
    for (let j = 0; j < y.length; j++) {
      if (word !== y[j]) continue;
      now[j + 1] = (before[j] as number) + 1;
      longest = Math.max(longest, now[j + 1] as number);
    }
    before = now;
  }
  return longest;
}
