import { DEFAULTS, RELATIONS } from '../config/defaults.ts';
import { didYouMean } from '../didYouMean.ts';
import { UsageError } from '../errors.ts';
import type { Failing, Policy } from '../model.ts';
import type { Options } from './options.ts';

/** All that `--fail-on` can name. */
export const FAILING: readonly Failing[] = [...RELATIONS, 'template'];

/**
 * When `--check` fails: by default on any match but template siblings, where only figures and names differ.
 *
 * @throws UsageError on a name that is unknown or not looked for: such a check could not fail
 */
export function policyOf({ failOn, maxDuplicates = 0, relations = DEFAULTS.relations }: Options): Policy {
  if (!Number.isSafeInteger(maxDuplicates) || maxDuplicates < 0)
    throw new UsageError(`--max-duplicates must be a whole number from 0, not ${maxDuplicates}.`);
  const problems = (failOn ?? []).flatMap((name) => problemWith(name, relations));
  if (problems.length > 0) throw new UsageError(problems.join('\n'));
  return { failOn: (failOn as readonly Failing[] | undefined) ?? RELATIONS, maxDuplicates };
}

function problemWith(name: string, relations: readonly string[]): string[] {
  if (!FAILING.includes(name as Failing))
    return [`--fail-on: there is no relation '${name}', but ${FAILING.join(', ')}.${didYouMean(name, FAILING)}`];
  const sought = name === 'template' ? 'near-copy' : name;
  return relations.includes(sought) ? [] : [`--fail-on ${name} could never fail: --relations leaves '${sought}' out.`];
}
