/** Newton's method converges in a handful of steps on two parameters. */
const STEPS = 25;

interface Scored {
  readonly score: number;
  readonly outcome: 0 | 1;
}

/** Calibrated log-odds = slope times score + intercept. */
interface Line {
  readonly slope: number;
  readonly intercept: number;
}

/**
 * The line that turns scores into calibrated log-odds: logistic regression of the outcome on the score alone (Platt
 * 1999, with his smoothed targets), by Newton's method with a line search, without which it may diverge (Lin, Lin and
 * Weng 2007). Rounded to four places.
 */
export function platt(scored: readonly Scored[]): Line {
  const positive = scored.filter(({ outcome }) => outcome === 1).length;
  const targets = scored.map(({ outcome }) =>
    outcome === 1 ? (positive + 1) / (positive + 2) : 1 / (scored.length - positive + 2),
  );
  let line: Line = { slope: 1, intercept: 0 };
  for (let step = 0; step < STEPS; step++) {
    const next = improved(line, scored, targets);
    if (next === line) break;
    line = next;
  }
  return { slope: round4(line.slope), intercept: round4(line.intercept) };
}

/** A Newton step, halved until it lowers the loss; the line itself where none does. */
function improved(line: Line, scored: readonly Scored[], targets: readonly number[]): Line {
  let [g0, g1, h00, h01, h11] = [0, 0, 1e-9, 0, 1e-9];
  for (const [i, { score }] of scored.entries()) {
    const p = 1 / (1 + Math.exp(-(line.slope * score + line.intercept)));
    const error = p - (targets[i] as number);
    const curve = p * (1 - p);
    g0 += error;
    g1 += error * score;
    h00 += curve;
    h01 += curve * score;
    h11 += curve * score * score;
  }
  const determinant = h00 * h11 - h01 * h01;
  const [toIntercept, toSlope] = [(h11 * g0 - h01 * g1) / determinant, (h00 * g1 - h01 * g0) / determinant];
  const before = loss(line, scored, targets);
  for (let part = 1; part > 1e-6; part /= 2) {
    const next = { slope: line.slope - part * toSlope, intercept: line.intercept - part * toIntercept };
    if (loss(next, scored, targets) < before) return next;
  }
  return line;
}

/** Cross-entropy, in the form that does not overflow. */
function loss({ slope, intercept }: Line, scored: readonly Scored[], targets: readonly number[]): number {
  return scored.reduce((sum, { score }, i) => {
    const logOdds = slope * score + intercept;
    return sum + Math.max(logOdds, 0) - (targets[i] as number) * logOdds + Math.log1p(Math.exp(-Math.abs(logOdds)));
  }, 0);
}

function round4(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
