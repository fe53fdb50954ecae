import { FEATURES } from './features.ts';
import type { RewriteModel } from './model.ts';

/** Other weights are rounded otherwise in the sums: by a hundredth of this, for some hundred terms. */
const ROUNDING = 1e-9;

/** A model's trees as flat lists: seven numbers a tree are read in a row, where objects would be followed. */
interface FlatTrees {
  /** Root, left and right split of each tree. */
  readonly features: Uint8Array;
  readonly thresholds: Float64Array;
  /** The four leaves of each tree, from the left. */
  readonly leaves: Float64Array;
}

/**
 * An upper bound of the model's probability for a pair of which only some features are known: each tree gives the
 * largest leaf that can still be reached. As the known ones rule out nearly all pairs of an archive (65,394 of 66,033
 * candidates, of which 65,908 are no match), few are aligned.
 *
 * `drift` widens the answer to all term weights that differ from those in force by up to that share of each: a ratio of
 * sums of squares then changes by ((1 + drift) / (1 - drift))^2 at the most, a ratio of sums and the logarithm of 1 + a
 * sum by less.
 */
export function ceilingOf(model: RewriteModel): (values: Float64Array, drift: number) => number {
  const { features, thresholds, leaves } = flat(model);
  const { bias, calibration } = model;
  const low = new Float64Array(FEATURES.length);
  const high = new Float64Array(FEATURES.length);
  return (values, drift) => {
    const factor = driftFactor(drift);
    const rounding = drift === 0 ? 0 : ROUNDING;
    FEATURES.forEach(({ by }, i) => {
      const value = values[i] as number;
      const moves = by === 'weights';
      low[i] = Number.isNaN(value) ? -Infinity : moves ? value / factor - rounding : value;
      high[i] = Number.isNaN(value) ? Infinity : moves ? value * factor + rounding : value;
    });
    let sum = bias;
    for (let split = 0, leaf = 0; split < features.length; split += 3, leaf += 4) {
      const root = features[split] as number;
      const threshold = thresholds[split] as number;
      const left = (low[root] as number) <= threshold ? best(split + 1, leaf) : -Infinity;
      const right = (high[root] as number) > threshold ? best(split + 2, leaf + 2) : -Infinity;
      sum += left > right ? left : right;
    }
    return 1 / (1 + Math.exp(-(calibration.slope * sum + calibration.intercept)));
  };

  function best(split: number, leaf: number): number {
    const feature = features[split] as number;
    const threshold = thresholds[split] as number;
    const left = (low[feature] as number) <= threshold ? (leaves[leaf] as number) : -Infinity;
    const right = (high[feature] as number) > threshold ? (leaves[leaf + 1] as number) : -Infinity;
    return left > right ? left : right;
  }
}

/** By how much the cosine of two weighted vectors changes at the most, where each weight changes by the share `drift`. */
export function driftFactor(drift: number): number {
  return ((1 + drift) / (1 - drift)) ** 2;
}

function flat({ trees }: RewriteModel): FlatTrees {
  const splits = trees.flatMap((tree) => [tree, tree.left, tree.right]);
  return {
    features: Uint8Array.from(splits, ({ feature }) => feature),
    thresholds: Float64Array.from(splits, ({ threshold }) => threshold),
    leaves: Float64Array.from(trees.flatMap(({ left, right }) => [left.left, left.right, right.left, right.right])),
  };
}
