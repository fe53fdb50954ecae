import { UsageError } from '../errors.ts';
import type { Accepted, Policy, Print, Result } from '../model.ts';
import { baselineOf } from '../policy/baseline.ts';
import { type Known, knownIn, NOTHING_KNOWN } from '../policy/known.ts';
import { markKnown } from '../policy/markKnown.ts';
import { counted } from '../report/wording.ts';
import { readBaseline, writeBaseline } from './baselineFile.ts';
import type { Options } from './options.ts';
import type { World } from './world.ts';

/** A baseline in force. */
export interface Baseline {
  /** As the user named it. */
  readonly from: string;
  readonly accepted: readonly Accepted[];
  /** An article's name in it: its id, relative to the folder that the baseline is in, from wherever the command runs. */
  readonly nameOf: (print: Print) => string;
}

/** The baseline that the options ask for, or null. */
export function baselineFor({ baseline, updateBaseline }: Options, { cwd }: World): Baseline | null {
  if (baseline !== undefined) return readBaseline(baseline, cwd, updateBaseline === true);
  if (updateBaseline) throw new UsageError('--update-baseline needs a file to write, named by --baseline.');
  return null;
}

/** A result as the reports show it, what of it is known, and what to tell of the baseline. */
export interface Applied {
  readonly result: Result;
  readonly known: Known;
  readonly notes: readonly string[];
}

export function applyBaseline(found: Result, baseline: Baseline | null): Applied {
  if (baseline === null) return { result: found, known: NOTHING_KNOWN, notes: [] };
  const { from, accepted, nameOf } = baseline;
  const known = knownIn(found, accepted, nameOf);
  const gone = found.scope ? 0 : known.gone.length;
  const note = `baseline ${from}: ${counted(gone, 'accepted pair')} gone; --update-baseline prunes what is gone`;
  return { result: markKnown(found, known, from, accepted.length), known, notes: gone === 0 ? [] : [note] };
}

/** Accepts all findings in place of what was accepted before, or, of a restricted run, beside it; writes that down. */
export function updateBaseline(
  { result, known }: Applied,
  baseline: Baseline,
  { failOn }: Policy,
  cwd: string,
): Applied {
  const { from, nameOf } = baseline;
  const fresh = { ...result, matches: result.matches.filter((match) => !match.known) };
  const accepted = result.scope
    ? [...baseline.accepted, ...baselineOf(fresh, failOn, nameOf)]
    : baselineOf(result, failOn, nameOf);
  writeBaseline(from, cwd, accepted);
  const pruned = result.scope ? 0 : known.gone.length;
  const added = Math.max(0, accepted.length - (baseline.accepted.length - pruned));
  const note = `baseline ${from}: ${counted(accepted.length, 'pair')} accepted, ${added} of them new; ${pruned} pruned`;
  return { result, known: knownIn(result, accepted, nameOf), notes: [note] };
}
