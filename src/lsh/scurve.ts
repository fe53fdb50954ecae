/** How a signature is cut: `bands` bands of `rows` places each. */
export interface Bands {
  readonly bands: number;
  readonly rows: number;
}

/** A pair at the threshold is to be found at least this often. */
const RECALL = 0.999;

/**
 * The S-curve: probability that two articles of Jaccard similarity `similarity` share a band, 1 - (1 - s^r)^b
 * (Leskovec, Rajaraman and Ullman, *Mining of Massive Datasets*, section 3.4.2). With 20 bands of 5 rows:
 *
 *     s = 0.2: 1 - (1 - 0.2^5)^20 = 0.006    hardly ever compared
 *     s = 0.5: 1 - (1 - 0.5^5)^20 = 0.470
 *     s = 0.8: 1 - (1 - 0.8^5)^20 = 0.9996   hardly ever missed
 */
export function candidateProbability(similarity: number, { bands, rows }: Bands): number {
  return 1 - (1 - similarity ** rows) ** bands;
}

/**
 * The bands that find a pair at the threshold with a probability of at least 0.999 and, among those, compare the fewest
 * pairs below it: the most rows that the signature has room for, and no more bands than the bound asks.
 *
 * Below a threshold of 0.053 (128 places) no layout reaches the bound; then each place is a band, and
 * `candidateProbability` tells what that finds.
 */
export function chooseBands(threshold: number, signatureSize: number): Bands {
  for (let rows = signatureSize; rows > 1; rows--) {
    const layout = { bands: bandsNeeded(threshold, rows), rows };
    if (layout.bands * rows <= signatureSize) return layout;
  }
  return { bands: Math.min(signatureSize, bandsNeeded(threshold, 1)), rows: 1 };
}

/** Smallest b with 1 - (1 - s^r)^b >= RECALL; Infinity where s^r is nothing beside 1. */
function bandsNeeded(threshold: number, rows: number): number {
  const missed = Math.log1p(-(threshold ** rows));
  return missed === 0 ? Infinity : Math.max(1, Math.ceil(Math.log(1 - RECALL) / missed));
}
