import type { FactDifference } from '../../model/evidence.ts';
import type { Inks } from '../ink.ts';
import { factWords } from '../wording.ts';
import type { Run } from '../wrap.ts';
import { hang } from '../wrap.ts';
import type { View } from './view.ts';

/** Differences of one kind that are named where not all are; the rest is counted. */
const FEW = 6;

const KINDS = ['number', 'date', 'name'] as const;

/** The numbers, dates and names on which two articles differ, a line a kind: `numbers differ: [-12-]{+14+}`. */
export function factLines(facts: readonly FactDifference[], view: View): string[] {
  return KINDS.flatMap((kind) => {
    const found = distinct(facts.filter((fact) => fact.kind === kind));
    if (found.length === 0) return [];
    const shown = view.full ? found : found.slice(0, FEW);
    const rest = found.length - shown.length;
    const body: Run[] = [`${factWords[kind]} differ: `];
    for (const [i, fact] of shown.entries()) body.push(i === 0 ? '' : ', ', ...factRuns(fact, view.ink));
    if (rest > 0) body.push(` and ${rest} more`);
    return hang('  ', body, view.width);
  });
}

/** All differences one after the other, for a line that shows only what fits. */
export function factRow(facts: readonly FactDifference[], ink: Inks): Run[] {
  return distinct(facts).flatMap((fact, i) => [i === 0 ? '' : ' ', ...factRuns(fact, ink)]);
}

function factRuns(fact: FactDifference, ink: Inks): Run[] {
  const runs: Run[] = [];
  if (fact.a !== null) runs.push(ink.removed(fact.a.text));
  if (fact.b !== null) runs.push(ink.added(fact.b.text));
  return runs;
}

function distinct(facts: readonly FactDifference[]): FactDifference[] {
  const seen = new Map(facts.map((fact) => [JSON.stringify([fact.kind, fact.a?.text, fact.b?.text]), fact]));
  return [...seen.values()];
}
