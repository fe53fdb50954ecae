import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import type { Output } from './command.ts';
import { pairKey } from './judge.ts';

/** What a reader says of a pair of articles, named by path. */
export interface Reading {
  readonly a: string;
  readonly b: string;
  readonly label: string;
}

/** The rewrite matches of a run, and what readers say of them. */
export interface Rewrites {
  readonly matches: number;
  /** Matches that bear a label, by label: R same report, U updated report, E, F, D not the same (see one-outlet). */
  readonly read: Readonly<Record<string, number>>;
}

/** The labels under which a match is right. */
const RIGHT: readonly string[] = ['R', 'U', 'exact-text'];

export function rewrites(matches: Output['matches'], readings: readonly Reading[]): Rewrites {
  const labelOf = labelsByPair(readings);
  const read: Record<string, number> = {};
  for (const { a, b } of matches) {
    const label = labelOf.get(pairKey(a, b));
    if (label !== undefined) read[label] = (read[label] ?? 0) + 1;
  }
  return { matches: matches.length, read };
}

/** Of the matches that were read, how many are right. */
export function rightOf({ read }: Rewrites): { right: number; read: number } {
  const count = (labels: readonly string[]): number => labels.reduce((sum, label) => sum + (read[label] ?? 0), 0);
  return { right: count(RIGHT), read: count(Object.keys(read)) };
}

/**
 * Writes the matches for a reader who must not know what the tool thinks: `file` holds the texts of each pair, in an
 * order that says nothing; `<file>.key` the scores and the labels so far, line by line.
 */
export function dumpMatches(
  file: string,
  matches: Output['matches'],
  texts: ReadonlyMap<string, string>,
  readings: readonly Reading[],
): void {
  const labelOf = labelsByPair(readings);
  const order = (match: Output['matches'][number]): string =>
    createHash('sha256').update(pairKey(match.a, match.b)).digest('hex');
  const shuffled = matches.toSorted((x, y) => (order(x) < order(y) ? -1 : 1));
  writeFileSync(file, lines(shuffled.map(({ a, b }) => ({ a, b, textA: texts.get(a), textB: texts.get(b) }))));
  writeFileSync(
    `${file}.key`,
    lines(shuffled.map(({ a, b, score }) => ({ a, b, score, label: labelOf.get(pairKey(a, b)) ?? null }))),
  );
}

function labelsByPair(readings: readonly Reading[]): Map<string, string> {
  return new Map(readings.map(({ a, b, label }) => [pairKey(a, b), label]));
}

function lines(records: readonly object[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join('');
}
