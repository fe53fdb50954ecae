import { DEFAULTS, RELATIONS } from '../config/defaults.ts';
import { UsageError } from '../errors.ts';
import type { Failing, Policy } from '../model/result.ts';
import type { Options } from './options.ts';

/**
 * When `--check` fails: by default on any match but template siblings, where only figures and names differ.
 *
 * @throws UsageError on a name that is not looked for: such a check could not fail
 */
export function policyOf({ failOn, maxDuplicates, relations = DEFAULTS.relations }: Options): Policy {
  const problems = (failOn ?? []).flatMap((name) => problemWith(name, relations));
  if (problems.length > 0) throw new UsageError(problems);
  return { failOn: failOn ?? RELATIONS, maxDuplicates };
}

function problemWith(name: Failing, relations: readonly string[]): string[] {
  const sought = name === 'template' ? 'near-copy' : name;
  return relations.includes(sought)
    ? []
    : [`A check for '${name}' could never fail: '${sought}' is not among the relations that are looked for.`];
}
