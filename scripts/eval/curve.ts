import type { Output } from './command.ts';
import { type Judgement, judge, type Share } from './judge.ts';
import type { Labelled } from './labelled.ts';

/** The judgement as it would be if rewrites were matched from `threshold` on. */
export interface CurvePoint {
  readonly threshold: number;
  readonly judgement: Record<Share, Judgement>;
}

/**
 * Makes the command report rewrites of low scores too, without which a curve begins at its own threshold; used if its
 * help names the option.
 */
export const LOW_THRESHOLD: readonly [option: string, value: string] = ['--rewrite-threshold', '0.05'];

const THRESHOLDS: readonly number[] = [...Array.from({ length: 19 }, (_, i) => (i + 1) / 20), 0.97, 0.98, 0.99];

/** Judges the run at each threshold of the rewrite score; copies and excerpts stay matched throughout. */
export function curve(labelled: Labelled, output: Output): CurvePoint[] {
  return THRESHOLDS.map((threshold) => {
    const matches = output.matches.filter(({ relation, score }) => relation !== 'rewrite' || score >= threshold);
    return { threshold, judgement: judge(labelled, { ...output, matches }) };
  });
}
