import type { AlignedSentences, FactDifference, Passage } from '../../model/evidence.ts';
import { widthOf } from '../width.ts';
import { hang } from '../wrap.ts';
import { sentenceRuns } from './sentence.ts';
import type { Sides, View } from './view.ts';

/** From this width on, two columns of some 50 characters hold a sentence beside its answer. */
const SIDE_BY_SIDE = 120;

/** Below this width the bar stands above its sentences instead of beside them. */
const BESIDE_BAR = 60;

/** Steps of the bar that shows how surely sentences answer each other: finer would claim more than a cosine can tell. */
const STEPS = 5;

/**
 * Sentences of the first article with those of the second that answer them, one over the other or, where the terminal
 * is wide, side by side: each with its line, how surely, the facts that differ in their signs.
 */
export function alignedLines(
  pairs: readonly AlignedSentences[],
  facts: readonly FactDifference[],
  sides: Sides,
  view: View,
): string[] {
  const { removed, added, shared, quiet } = view.ink;
  const markA = { facts: facts.flatMap((fact) => fact.a ?? []), fact: removed, shared };
  const markB = { facts: facts.flatMap((fact) => fact.b ?? []), fact: added, shared };
  const labels = pairs.map((pair) => [lineLabel(sides.a.letter, pair.a), lineLabel(sides.b.letter, pair.b)] as const);
  const gutter = labels.flat().reduce((widest, label) => Math.max(widest, label.length), 0) + 1;
  return pairs.flatMap((pair, i) => {
    const [labelA, labelB] = (labels[i] ?? ['', '']).map((label) => quiet(label.padEnd(gutter)));
    const sure = `  ${bar(pair.similarity)}${view.explain ? ` ${pair.similarity.toFixed(2)}` : ''}  `;
    const left = (width: number) => hang(labelA ?? '', sentenceRuns(pair.a, pair.b, markA), width);
    const right = (width: number) => hang(labelB ?? '', sentenceRuns(pair.b, pair.a, markB), width);
    return ['', ...laidOut(sure, left, right, view)];
  });
}

/** The two sides beside or above each other, and the bar beside or above both. */
function laidOut(
  sure: string,
  left: (width: number) => string[],
  right: (width: number) => string[],
  { width }: View,
): string[] {
  if (width < BESIDE_BAR)
    return [sure.trimEnd(), ...[...left(width - 2), ...right(width - 2)].map((line) => `  ${line}`)];
  const room = width - sure.length;
  const column = Math.floor((room - 2) / 2);
  const lines =
    width < SIDE_BY_SIDE ? [...left(room), ...right(room)] : beside(left(column), right(column), column + 2);
  return lines.map((line, i) => (i === 0 ? sure : ' '.repeat(sure.length)) + line);
}

function beside(left: readonly string[], right: readonly string[], column: number): string[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, i) => {
    const [mine, answer] = [left[i] ?? '', right[i] ?? ''];
    return answer === '' ? mine : mine + ' '.repeat(column - widthOf(mine)) + answer;
  });
}

/** A bar for a similarity of 0 to 1, e.g. "▮▮▮▯▯". */
function bar(similarity: number): string {
  const filled = Math.min(STEPS, Math.max(0, Math.round(similarity * STEPS)));
  return '▮'.repeat(filled) + '▯'.repeat(STEPS - filled);
}

function lineLabel(letter: string, passages: readonly Passage[]): string {
  return `${letter}:${passages[0]?.line ?? '?'}`;
}
