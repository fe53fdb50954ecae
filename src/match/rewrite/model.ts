import type { Contribution, FeatureName } from '../../model/evidence.ts';

/** A split of a tree: values up to the threshold go left. */
interface Node {
  /** Place in the model's list of features. */
  readonly feature: number;
  readonly threshold: number;
  /** Mean log-odds of the training pairs that came here: what the score would be without looking further. */
  readonly expected: number;
}

/** A tree of two levels: it looks at two features at most. */
export interface Tree extends Node {
  readonly left: Node & { readonly left: number; readonly right: number };
  readonly right: Node & { readonly left: number; readonly right: number };
}

/** A sum of small trees, and the line that makes their sum a calibrated log-odds. `model.data.json` is one of these. */
export interface RewriteModel {
  readonly provenance: string;
  readonly features: readonly string[];
  readonly bias: number;
  readonly trees: readonly Tree[];
  /** Platt's scaling (1999): calibrated log-odds = slope times score + intercept. */
  readonly calibration: { readonly slope: number; readonly intercept: number };
}

/** Probability, 0..1, that a pair with these feature values is a rewrite. */
export function probability(model: RewriteModel, values: Float64Array): number {
  const { slope, intercept } = model.calibration;
  return 1 / (1 + Math.exp(-(slope * score(model, values) + intercept)));
}

/** The sum of the trees, in log-odds before calibration. */
export function score({ bias, trees }: Pick<RewriteModel, 'bias' | 'trees'>, values: Float64Array): number {
  let sum = bias;
  for (const tree of trees) {
    const side = goesLeft(tree, values) ? tree.left : tree.right;
    sum += goesLeft(side, values) ? side.left : side.right;
  }
  return sum;
}

/**
 * What each feature added to the calibrated log-odds, strongest first: along a pair's way through each tree, the change
 * of the expected score at each split belongs to the feature that was asked (Saabas 2014).
 */
export function contributions(model: RewriteModel, values: Float64Array): Contribution[] {
  const sums = new Float64Array(model.features.length);
  for (const tree of model.trees) {
    const side = goesLeft(tree, values) ? tree.left : tree.right;
    const leaf = goesLeft(side, values) ? side.left : side.right;
    sums[tree.feature] = (sums[tree.feature] as number) + side.expected - tree.expected;
    sums[side.feature] = (sums[side.feature] as number) + leaf - side.expected;
  }
  return model.features
    .map((feature, i) => ({
      feature: feature as FeatureName, // fitted on FEATURES, as a test holds it to
      value: values[i] as number,
      logOdds: model.calibration.slope * (sums[i] as number),
    }))
    .filter(({ logOdds }) => logOdds !== 0)
    .sort((x, y) => Math.abs(y.logOdds) - Math.abs(x.logOdds) || (x.feature < y.feature ? -1 : 1));
}

function goesLeft({ feature, threshold }: Node, values: Float64Array): boolean {
  return (values[feature] as number) <= threshold;
}
