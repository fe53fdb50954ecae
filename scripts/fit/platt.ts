/** Newton's method converges in a handful of steps on two parameters. */
const STEPS = 25;

/**
 * The line that turns scores into calibrated log-odds: logistic regression of the outcome on the score alone (Platt
 * 1999, with his smoothed targets). Rounded to four places.
 */
export function platt(scored: readonly { readonly score: number; readonly outcome: 0 | 1 }[]): {
  slope: number;
  intercept: number;
} {
  const positive = scored.filter(({ outcome }) => outcome === 1).length;
  const target = { 1: (positive + 1) / (positive + 2), 0: 1 / (scored.length - positive + 2) };
  let slope = 1;
  let intercept = 0;
  for (let step = 0; step < STEPS; step++) {
    let [g0, g1, h00, h01, h11] = [0, 0, 1e-9, 0, 1e-9];
    for (const { score, outcome } of scored) {
      const p = 1 / (1 + Math.exp(-(slope * score + intercept)));
      const error = p - target[outcome];
      const curve = p * (1 - p);
      g0 += error;
      g1 += error * score;
      h00 += curve;
      h01 += curve * score;
      h11 += curve * score * score;
    }
    const determinant = h00 * h11 - h01 * h01;
    intercept -= (h11 * g0 - h01 * g1) / determinant;
    slope -= (h00 * g1 - h01 * g0) / determinant;
  }
  return { slope: Math.round(slope * 1e4) / 1e4, intercept: Math.round(intercept * 1e4) / 1e4 };
}
