import type { Settings } from '../config/settings.ts';
import { UsageError } from '../errors.ts';
import type { Match } from '../model/match.ts';
import type { Policy, Result } from '../model/result.ts';
import { baselineOf } from '../policy/baseline.ts';
import { type Baseline, type Known, knownIn, NOTHING_KNOWN } from '../policy/known.ts';
import { markKnown } from '../policy/markKnown.ts';
import { counted } from '../report/wording.ts';
import { acceptedAt } from './acceptedAt.ts';
import { readBaseline, writeBaseline } from './baselineFile.ts';
import type { Options } from './options.ts';
import type { World } from './world.ts';

/** A baseline in force. */
export interface BaselineInForce extends Baseline {
  /** As the user named it. */
  readonly from: string;
  /** It is a file, which can be updated. */
  readonly isFile: boolean;
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
): Promise<BaselineInForce | null> {
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
  readonly result: Result<Match>;
  readonly known: Known;
  readonly notes: readonly string[];
}

export function applyBaseline(found: Result<Match>, baseline: BaselineInForce | null, { failOn }: Policy): Applied {
  if (baseline === null) return { result: found, known: NOTHING_KNOWN, notes: [] };
  const { from, isFile } = baseline;
  const known = knownIn(found, baseline, failOn);
  const gone = known.gone.length;
  const note = `baseline ${from}: ${counted(gone, 'accepted pair')} gone; --update-baseline prunes what is gone`;
  // Of a commit nothing can be pruned: that it is gone is as it should be.
  const notes = gone === 0 || !isFile ? [] : [note];
  return { result: markKnown(found, known, from), known, notes };
}

/** Accepts all findings beside what was accepted before, less what is gone of that; writes it down. */
export async function updateBaseline(
  { result, known }: Applied,
  baseline: BaselineInForce,
  { failOn }: Policy,
  cwd: string,
): Promise<Applied> {
  const { from, nameOf } = baseline;
  const accepted = [...known.others, ...baselineOf(result, failOn, nameOf)];
  await writeBaseline(from, cwd, accepted);
  const pruned = known.gone.length;
  const added = Math.max(0, accepted.length - (baseline.accepted.length - pruned));
  const note = `baseline ${from}: ${counted(accepted.length, 'pair')} accepted, ${added} of them new; ${pruned} pruned`;
  return { result, known: knownIn(result, { ...baseline, accepted }, failOn), notes: [note] };
}
