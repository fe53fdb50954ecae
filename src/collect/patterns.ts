import ignore, { type Ignore } from 'ignore';

/** Patterns as in .gitignore, of which the last that fits a path decides. */
export type Patterns = Ignore;

/** One list after the other. Upper and lower case differ on every system, so that a run finds the same everywhere. */
export function patternsOf(...lists: readonly (readonly string[] | Patterns)[]): Patterns {
  return lists.reduce<Patterns>((all, list) => all.add(list), ignore({ ignorecase: false }));
}
