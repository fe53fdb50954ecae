/**
 * Gradient boosting of small monotone trees for a binary outcome (Friedman 2001, second-order form of Chen & Guestrin
 * 2016), deterministic to the bit: no random sampling, ties broken by feature and then by threshold.
 */
import type { Tree } from '../../src/match/rewrite/model.ts';

export interface Sample {
  /** Feature values. */
  readonly values: Float64Array;
  readonly outcome: 0 | 1;
  readonly weight: number;
}

export interface BoostOptions {
  readonly trees: number;
  /** Shrinkage of each tree. */
  readonly rate: number;
  /** L2 penalty on leaf values. */
  readonly lambda: number;
  /** The least sum of second derivatives in a leaf. */
  readonly minHessian: number;
  /** The least samples in a leaf. */
  readonly minSamples: number;
  /** For each feature +1 (more never lowers the score), -1 (more never raises it) or 0 (free). */
  readonly monotone: readonly number[];
  /** Of each tree's features only every so-many-th is tried, in turn, so that correlated features share the work. */
  readonly strides: number;
}

/** Values of a feature are told apart by at most so many thresholds, its quantiles. */
const BINS = 48;

interface Binned {
  readonly bins: Uint8Array[];
  readonly thresholds: Float64Array[];
}

interface Split {
  readonly feature: number;
  readonly bin: number;
  readonly gain: number;
  readonly left: number;
  readonly right: number;
}

/** Fits the trees; the score of a sample is `bias` plus the sum of its leaves, in log-odds. */
export function boost(samples: readonly Sample[], options: BoostOptions): { bias: number; trees: Tree[] } {
  const binned = bin(samples);
  const positive = samples.reduce((sum, { outcome, weight }) => sum + outcome * weight, 0);
  const total = samples.reduce((sum, { weight }) => sum + weight, 0);
  const bias = Math.log(positive / (total - positive));
  const score = new Float64Array(samples.length).fill(bias);
  const gradient = new Float64Array(samples.length);
  const hessian = new Float64Array(samples.length);
  const trees: Tree[] = [];
  for (let round = 0; round < options.trees; round++) {
    samples.forEach(({ outcome, weight }, i) => {
      const p = 1 / (1 + Math.exp(-(score[i] as number)));
      gradient[i] = weight * (p - outcome);
      hessian[i] = weight * p * (1 - p);
    });
    const tree = growTree(samples, binned, gradient, hessian, options, round, score);
    if (tree === null) break;
    trees.push(tree);
  }
  return { bias, trees };
}

function growTree(
  samples: readonly Sample[],
  binned: Binned,
  gradient: Float64Array,
  hessian: Float64Array,
  options: BoostOptions,
  round: number,
  score: Float64Array,
): Tree | null {
  const all = Uint32Array.from(samples.keys());
  const tried = binned.bins.map((_, feature) => feature).filter((f) => f % options.strides === round % options.strides);
  const root = bestSplit(all, tried, binned, gradient, hessian, options, -Infinity, Infinity);
  if (root === null) return null;
  const direction = options.monotone[root.feature] as number;
  const middle = (root.left + root.right) / 2;
  const sides = [true, false].map((isLeft) => {
    const part = all.filter((i) => goesLeft(binned, root, i) === isLeft);
    const isLower = direction !== 0 && isLeft === direction > 0;
    const low = direction !== 0 && !isLower ? middle : -Infinity;
    const high = direction !== 0 && isLower ? middle : Infinity;
    const own = clamp(leaf(part, gradient, hessian, options.lambda), low, high);
    return { part, own, split: bestSplit(part, allOf(binned), binned, gradient, hessian, options, low, high) };
  });
  const nodes = sides.map(({ part, own, split }) => {
    const node =
      split === null
        ? { feature: root.feature, threshold: 0, left: own, right: own, expected: own }
        : {
            feature: split.feature,
            threshold: (binned.thresholds[split.feature] as Float64Array)[split.bin] as number,
            left: split.left,
            right: split.right,
            expected: own,
          };
    const shrunk = {
      ...node,
      left: round6(node.left * options.rate),
      right: round6(node.right * options.rate),
      expected: round6(node.expected * options.rate),
    };
    for (const i of part) {
      const goes = split === null || goesLeft(binned, split, i);
      score[i] = (score[i] as number) + (goes ? shrunk.left : shrunk.right);
    }
    return shrunk;
  });
  return {
    feature: root.feature,
    threshold: (binned.thresholds[root.feature] as Float64Array)[root.bin] as number,
    expected: round6(leaf(all, gradient, hessian, options.lambda) * options.rate),
    left: nodes[0] as Tree['left'],
    right: nodes[1] as Tree['right'],
  };
}

function allOf({ bins }: Binned): number[] {
  return bins.map((_, feature) => feature);
}

function goesLeft({ bins }: Binned, { feature, bin: at }: Split, i: number): boolean {
  return ((bins[feature] as Uint8Array)[i] as number) <= at;
}

function leaf(part: Uint32Array, gradient: Float64Array, hessian: Float64Array, lambda: number): number {
  let g = 0;
  let h = 0;
  for (const i of part) {
    g += gradient[i] as number;
    h += hessian[i] as number;
  }
  return -g / (h + lambda);
}

function bestSplit(
  part: Uint32Array,
  tried: readonly number[],
  { bins, thresholds }: Binned,
  gradient: Float64Array,
  hessian: Float64Array,
  { lambda, minHessian, minSamples, monotone }: BoostOptions,
  low: number,
  high: number,
): Split | null {
  let best: Split | null = null;
  const g = new Float64Array(BINS + 1);
  const h = new Float64Array(BINS + 1);
  const n = new Float64Array(BINS + 1);
  for (const feature of tried) {
    g.fill(0);
    h.fill(0);
    n.fill(0);
    const own = bins[feature] as Uint8Array;
    for (const i of part) {
      const b = own[i] as number;
      g[b] = (g[b] as number) + (gradient[i] as number);
      h[b] = (h[b] as number) + (hessian[i] as number);
      n[b] = (n[b] as number) + 1;
    }
    const gAll = g.reduce((x, y) => x + y, 0);
    const hAll = h.reduce((x, y) => x + y, 0);
    let gLeft = 0;
    let hLeft = 0;
    let nLeft = 0;
    for (let at = 0; at < (thresholds[feature] as Float64Array).length; at++) {
      gLeft += g[at] as number;
      hLeft += h[at] as number;
      nLeft += n[at] as number;
      const gRight = gAll - gLeft;
      const hRight = hAll - hLeft;
      if (hLeft < minHessian || hRight < minHessian || nLeft < minSamples || part.length - nLeft < minSamples) continue;
      const left = clamp(-gLeft / (hLeft + lambda), low, high);
      const right = clamp(-gRight / (hRight + lambda), low, high);
      if ((monotone[feature] as number) * (right - left) < 0) continue;
      const gain =
        loss(gAll, hAll, clamp(-gAll / (hAll + lambda), low, high), lambda) -
        loss(gLeft, hLeft, left, lambda) -
        loss(gRight, hRight, right, lambda);
      if (gain > (best?.gain ?? 1e-9)) best = { feature, bin: at, gain, left, right };
    }
  }
  return best;
}

function loss(g: number, h: number, value: number, lambda: number): number {
  return g * value + ((h + lambda) * value * value) / 2;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

function round6(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

/** Thresholds between quantiles, rounded to four places; a value at a threshold is to its left. */
function bin(samples: readonly Sample[]): Binned {
  const features = samples[0]?.values.length ?? 0;
  const bins: Uint8Array[] = [];
  const thresholds: Float64Array[] = [];
  for (let feature = 0; feature < features; feature++) {
    const sorted = Float64Array.from(samples, ({ values }) => values[feature] as number).sort();
    const cuts = new Set<number>();
    for (let k = 1; k < BINS; k++) {
      cuts.add(Math.round((sorted[Math.floor((k * sorted.length) / BINS)] ?? 0) * 1e4) / 1e4);
    }
    const own = Float64Array.from(cuts).sort();
    thresholds.push(own);
    bins.push(Uint8Array.from(samples, ({ values }) => binOf(own, values[feature] as number)));
  }
  return { bins, thresholds };
}

function binOf(cuts: Float64Array, value: number): number {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cuts[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
