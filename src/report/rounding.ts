/**
 * A score with four decimals. More would be noise: `Math.exp` and `Math.log` may differ in their last bits from one
 * machine to the next, and the same input must give the same bytes.
 */
export function rounded(score: number): number {
  return Math.round(score * 1e4) / 1e4;
}

/** What fell short must not read as the threshold that it missed, nor a probability as certainty. */
export function roundedDown(value: number): number {
  return Math.floor(value * 1e4) / 1e4;
}
