/** A probability that the tool stated, and what is the case. */
export interface Stated {
  readonly probability: number;
  readonly outcome: 0 | 1;
}

/** Statements of about the same probability, and how often they were right. */
export interface Bin {
  /** Probabilities in [from, to); the last bin has 1 too. */
  readonly from: number;
  readonly to: number;
  readonly pairs: number;
  readonly rewrites: number;
  /** Mean of the probabilities. */
  readonly stated: number;
  /** 95 % interval of the share of rewrites among such pairs. */
  readonly interval: readonly [low: number, high: number];
}

/** Narrow where most pairs are: near certainty either way. */
const EDGES: readonly number[] = [0, 0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1];

/** The statements by bins; empty bins are left out. */
export function reliability(stated: readonly Stated[]): Bin[] {
  return EDGES.slice(0, -1).flatMap((from, i) => {
    const to = EDGES[i + 1] as number;
    const within = stated.filter(({ probability: p }) => p >= from && (p < to || to === 1));
    return within.length === 0 ? [] : [binOf(within, from, to)];
  });
}

/** All of the statements as one bin. */
export function binOf(stated: readonly Stated[], from: number, to: number): Bin {
  const pairs = stated.length;
  const rewrites = stated.filter(({ outcome }) => outcome === 1).length;
  const mean = stated.reduce((sum, { probability }) => sum + probability, 0) / pairs;
  return { from, to, pairs, rewrites, stated: mean, interval: wilson(rewrites, pairs) };
}

/** Expected calibration error: the mean over all pairs of the distance between stated and observed in their bin. */
export function calibrationError(bins: readonly Bin[]): number {
  const pairs = bins.reduce((sum, bin) => sum + bin.pairs, 0);
  return bins.reduce((sum, bin) => sum + Math.abs(bin.stated * bin.pairs - bin.rewrites), 0) / pairs;
}

/** The 97.5th percentile of the normal distribution. */
const Z = 1.959964;

/** Wilson's 95 % interval of a share (1927): unlike the textbook one it is right for few pairs and near 0 and 1. */
export function wilson(count: number, of: number): [low: number, high: number] {
  if (of === 0) return [0, 1];
  const share = count / of;
  const square = (Z * Z) / of;
  const middle = (share + square / 2) / (1 + square);
  const reach = (Z * Math.sqrt((share * (1 - share)) / of + square / (4 * of))) / (1 + square);
  return [Math.max(0, middle - reach), Math.min(1, middle + reach)];
}
