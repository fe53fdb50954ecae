/** Above this ratio of sizes, searching the larger set costs less than walking it: log2(size) steps against the ratio. */
const GALLOP_RATIO = 16;

/**
 * Number of values that two sets share. Sets are ascending and hold each value once.
 *
 * @param least counting may stop once fewer are certain, at some number below that
 */
export function overlap(a: Float64Array, b: Float64Array, least: number = 0): number {
  if (a.length > b.length) return overlap(b, a, least);
  return a.length * GALLOP_RATIO < b.length ? overlapByGalloping(a, b) : overlapFrom(a, 0, b, 0, 0, least);
}

/** Jaccard similarity, 0..1: the share of the union that both hold. Two empty sets have 0: nothing speaks for them. */
export function jaccard(a: Float64Array, b: Float64Array): number {
  const shared = overlap(a, b);
  return shared === 0 ? 0 : shared / (a.length + b.length - shared);
}

/** Containment of `a` in `b`, 0..1: the share of a's members that b holds; 0 if a is empty. */
export function containment(a: Float64Array, b: Float64Array): number {
  return a.length === 0 ? 0 : overlap(a, b) / a.length;
}

/** As `overlap`, where `a` before i and `b` before j have been counted and share so many. */
export function overlapFrom(
  a: Float64Array,
  i: number,
  b: Float64Array,
  j: number,
  shared: number,
  least: number,
): number {
  for (;;) {
    // So many steps may go by without a value in common before the rest of one set is too little.
    const spare = Math.min(a.length - i, b.length - j) + shared - least;
    if (spare < 0 || i === a.length || j === b.length) return shared;
    for (let step = 0; step <= spare && i < a.length && j < b.length; step++) {
      const x = a[i] as number;
      const y = b[j] as number;
      // Sums, not branches: which side is smaller is a coin toss, and mispredicting it costs half of the time.
      shared += Number(x === y);
      i += Number(x <= y);
      j += Number(y <= x);
    }
  }
}

function overlapByGalloping(few: Float64Array, many: Float64Array): number {
  let shared = 0;
  let from = 0;
  for (let i = 0; i < few.length && from < many.length; i++) {
    const value = few[i] as number;
    let step = 1;
    while (from + step < many.length && (many[from + step] as number) < value) step *= 2;
    let low = from + Math.floor(step / 2);
    let high = Math.min(from + step, many.length);
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((many[middle] as number) < value) low = middle + 1;
      else high = middle;
    }
    if (many[low] === value) shared++;
    from = low;
  }
  return shared;
}
