import type { ExplainedMatch } from '../../model/match.ts';
import { orient } from '../orient.ts';

/** The matches of a result, found by their two articles. */
export interface Found {
  /** The match of two articles as seen from the first; undefined where the pair was not matched. */
  between(first: string, second: string): ExplainedMatch | undefined;
  /** The article that stands for all identical to this one; undefined for that article itself and for single ones. */
  twin(path: string): string | undefined;
}

/** Indexes a result's matches. Identical articles are matched with the first of their group only: a star. */
export function foundIn(matches: readonly ExplainedMatch[]): Found {
  const pairs = new Map(matches.map((match) => [key(match.a, match.b), match]));
  const twins = new Map(matches.filter((match) => match.relation === 'identical').map((match) => [match.b, match.a]));
  return {
    between(first, second) {
      const match = pairs.get(key(first, second)) ?? pairs.get(key(second, first));
      return match && orient(match, first);
    },
    twin: (path) => twins.get(path),
  };
}

function key(a: string, b: string): string {
  return `${a}\n${b}`;
}
