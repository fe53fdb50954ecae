import type { Match } from '../model/match.ts';
import type { Accepted, AcceptedArticle, Failing, Result } from '../model/result.ts';
import { acceptedArticle } from './baseline.ts';
import { isFailing } from './isFailing.ts';
import { groups } from './join.ts';
import { type Naming, reachOf } from './reach.ts';
import { recognize } from './recognize.ts';

/** What of a result was accepted. */
export interface Known {
  /** Whether a pair of articles was. */
  readonly has: (a: string, b: string) => boolean;
  /** Articles with the same answer were accepted as one cluster; undefined for those that were not accepted with any. */
  readonly groupOf: (id: string) => string | undefined;
  /** How many accepted pairs are still there. */
  readonly there: number;
  /** What was accepted and is not there any more, although the run looked for it. */
  readonly gone: readonly Accepted[];
  /** What was accepted and is neither gone nor among the findings, by the present names of its articles. */
  readonly others: readonly Accepted[];
}

export const NOTHING_KNOWN: Known = { has: () => false, groupOf: () => undefined, there: 0, gone: [], others: [] };

/** What a result is held against. */
export interface Baseline extends Naming {
  readonly accepted: readonly Accepted[];
}

/**
 * What of a result was accepted before. The articles of an accepted cluster may match each other as they like; an
 * excerpt, or a match between clusters, is accepted between the two clusters that it linked.
 *
 * @param failOn what the findings are
 */
export function knownIn(result: Result<Match>, baseline: Baseline, failOn: readonly Failing[]): Known {
  const { matches, prints, settings, scope } = result;
  const { accepted, nameOf } = baseline;
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

  const heldBy = (some: readonly Match[]): ((pair: Accepted) => boolean) => {
    const found = groups();
    const foundLinks = new Set<string | undefined>();
    for (const { a, b, relation, bridge } of some) {
      foundLinks.add(keyOf(a, b));
      if (relation !== 'excerpt' && !bridge) found.join(a, b);
    }
    return ({ articles: [x, y], relation, bridge }) => {
      const [a, b] = [idByName.get(x.name), idByName.get(y.name)];
      if (a === undefined || b === undefined) return false;
      if (relation === 'excerpt' || bridge) return foundLinks.has(linkKey(x.name, y.name));
      return found.headOf(a) === found.headOf(b);
    };
  };
  const isThere = heldBy(matches);
  const isFinding = heldBy(matches.filter((match) => isFailing(match, failOn)));
  const isReached = reachOf(result, baseline);
  const isGone = (pair: Accepted): boolean =>
    scope === undefined &&
    settings.relations.includes(pair.relation) &&
    !isThere(pair) &&
    pair.articles.every(({ name }) => isReached(name));

  const byId = new Map(prints.map((print) => [print.id, print]));
  const atPresent = (article: AcceptedArticle): AcceptedArticle => {
    const print = byId.get(idByName.get(article.name) ?? '');
    return print === undefined ? article : acceptedArticle(print, nameOf);
  };
  const others = accepted
    .filter((pair) => !isFinding(pair) && !isGone(pair))
    .map(({ articles: [x, y], ...pair }) => ({ ...pair, articles: [atPresent(x), atPresent(y)] as const }));
  return {
    has,
    groupOf: (id) => {
      const name = nameById.get(id);
      return name === undefined ? undefined : clusters.headOf(name);
    },
    there: accepted.filter(isThere).length,
    gone: accepted.filter(isGone),
    others,
  };
}
