import type { ExplainedMatch } from '../model/match.ts';
import { head } from './elide.ts';
import { sharedRegions } from './sharedRegions.ts';

/** Passages quoted of each article, and the code units of each: an annotation's box shows them without scrolling. */
const PASSAGES = 3;
const PASSAGE = 160;

/** The first passages in which two articles are alike, each with its place, a line each: `a.txt:3: It was ...`. */
export function quotes({ a, b, evidence }: ExplainedMatch): string[] {
  return sharedRegions(evidence)
    .flatMap((shared) => (shared.a.text === undefined || shared.b.text === undefined ? [] : [shared]))
    .slice(0, PASSAGES)
    .flatMap((shared) => [
      `${a}:${shared.a.line}: ${head(shared.a.text ?? '', PASSAGE)}`,
      `${b}:${shared.b.line}: ${head(shared.b.text ?? '', PASSAGE)}`,
    ]);
}
