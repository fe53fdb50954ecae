import type { Accepted, Print, Result } from '../model.ts';
import { groups } from './join.ts';
import { recognize } from './recognize.ts';

/** What of a result was accepted. */
export interface Known {
  /** Whether a pair of articles was. */
  readonly has: (a: string, b: string) => boolean;
  /** Articles with the same answer were accepted as one cluster; undefined for those that were not accepted with any. */
  readonly groupOf: (id: string) => string | undefined;
  /** What was accepted and is not there any more. */
  readonly gone: readonly Accepted[];
}

export const NOTHING_KNOWN: Known = { has: () => false, groupOf: () => undefined, gone: [] };

/**
 * What of a result was accepted before. The articles of an accepted cluster may match each other as they like; an
 * excerpt, or a match between clusters, is accepted between the two clusters that it linked.
 *
 * @param nameOf an article's name in the baseline
 */
export function knownIn(
  { matches, prints }: Pick<Result, 'matches' | 'prints'>,
  accepted: readonly Accepted[],
  nameOf: (print: Print) => string,
): Known {
  const { nameById, idByName } = recognize(prints, accepted, nameOf);
  const clusters = groups();
  for (const { articles, relation, bridge } of accepted)
    if (relation !== 'excerpt' && !bridge) clusters.join(articles[0].name, articles[1].name);
  const linkKey = (x: string, y: string): string => JSON.stringify([clusters.headOf(x), clusters.headOf(y)].sort());
  const links = new Set(accepted.map(({ articles: [x, y] }) => linkKey(x.name, y.name)));
  const keyOf = (a: string, b: string): string | undefined => {
    const [x, y] = [nameById.get(a), nameById.get(b)];
    return x === undefined || y === undefined ? undefined : linkKey(x, y);
  };
  const has = (a: string, b: string): boolean => {
    const key = keyOf(a, b);
    return key !== undefined && links.has(key);
  };

  const found = groups();
  const foundLinks = new Set<string | undefined>();
  for (const { a, b, relation, bridge } of matches) {
    foundLinks.add(keyOf(a, b));
    if (relation !== 'excerpt' && !bridge) found.join(a, b);
  }
  const isGone = ({ articles: [x, y], relation, bridge }: Accepted): boolean => {
    const [a, b] = [idByName.get(x.name), idByName.get(y.name)];
    if (a === undefined || b === undefined) return true;
    if (relation === 'excerpt' || bridge) return !foundLinks.has(linkKey(x.name, y.name));
    return found.headOf(a) !== found.headOf(b);
  };
  return {
    has,
    groupOf: (id) => {
      const name = nameById.get(id);
      return name === undefined ? undefined : clusters.headOf(name);
    },
    gone: accepted.filter(isGone),
  };
}
