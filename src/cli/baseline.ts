import type { Settings } from '../config/settings.ts';
import { UsageError } from '../errors.ts';
import type { Accepted, Policy, Print, Result } from '../model.ts';
import { baselineOf } from '../policy/baseline.ts';
import { type Known, knownIn, NOTHING_KNOWN } from '../policy/known.ts';
import { markKnown } from '../policy/markKnown.ts';
import { counted } from '../report/wording.ts';
import { acceptedAt } from './acceptedAt.ts';
import { readBaseline, writeBaseline } from './baselineFile.ts';
import type { Options } from './options.ts';
import type { World } from './world.ts';

/** A baseline in force. */
export interface Baseline {
  /** As the user named it. */
  readonly from: string;
  /** It is a file, which can be updated. */
  readonly isFile: boolean;
  readonly accepted: readonly Accepted[];
  /** An article's name in it: its id, relative to the folder of the file or the top of the work tree, from wherever the command runs. */
  readonly nameOf: (print: Print) => string;
}

/**
 * The baseline that the options ask for, or null.
 *
 * @param paths what is scanned, and by which settings
 */
export async function baselineFor(
  { baseline: file, updateBaseline: isUpdate, baselineFromRef: ref }: Options,
  paths: readonly string[],
  settings: Settings,
  { failOn }: Policy,
  world: World,
): Promise<Baseline | null> {
  if (ref === undefined) {
    if (file !== undefined) return readBaseline(file, world.cwd, isUpdate === true);
    if (isUpdate) throw new UsageError('--update-baseline needs a file to write, named by --baseline.');
    return null;
  }
  if (file !== undefined)
    throw new UsageError('--baseline and --baseline-from-ref both say what passes; take one of them.');
  if (isUpdate) throw new UsageError('--update-baseline writes a file, named by --baseline; a commit stays as it is.');
  return {
    from: ref,
    isFile: false,
    ...(await acceptedAt(ref, paths, settings, failOn, world)),
  };
}

/** A result as the reports show it, what of it is known, and what to tell of the baseline. */
export interface Applied {
  readonly result: Result;
  readonly known: Known;
  readonly notes: readonly string[];
}

export function applyBaseline(found: Result, baseline: Baseline | null): Applied {
  if (baseline === null) return { result: found, known: NOTHING_KNOWN, notes: [] };
  const { from, isFile, accepted, nameOf } = baseline;
  const known = knownIn(found, accepted, nameOf);
  const gone = found.scope ? 0 : known.gone.length;
  const note = `baseline ${from}: ${counted(gone, 'accepted pair')} gone; --update-baseline prunes what is gone`;
  // Of a commit nothing can be pruned: that it is gone is as it should be.
  const notes = gone === 0 || !isFile ? [] : [note];
  return { result: markKnown(found, known, from, accepted.length), known, notes };
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
