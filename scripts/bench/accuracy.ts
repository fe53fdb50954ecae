import type { Pairs } from './found.ts';
import type { Tokenization } from './tokenizations.ts';
import type { AlikePair } from './truth.ts';

/** How what was found compares with the truth. */
export interface Accuracy {
  /** Pairs at or over the threshold. */
  readonly pairs: number;
  /** The share of them that was found, 0..1; 1 if there is none. */
  readonly recall: number;
  /** The share of the pairs found that are at or over the threshold; 1 if none was found. */
  readonly precision: number;
}

export function accuracy(found: Pairs, truth: readonly AlikePair[], by: Tokenization, threshold: number): Accuracy {
  const alike = truth.filter((pair) => pair[by] >= threshold);
  const right = new Set(alike.map(({ a, b }) => key(a, b)));
  const said = new Set<string>();
  for (const [a, b] of found) if (a !== b) said.add(key(a, b));
  let hits = 0;
  for (const pair of said) if (right.has(pair)) hits++;
  const share = (of: number): number => (of === 0 ? 1 : hits / of);
  return { pairs: right.size, recall: share(right.size), precision: share(said.size) };
}

function key(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}
