import type { Match } from '../model/match.ts';
import type { Accepted, AcceptedArticle, Failing, Print, Result } from '../model/result.ts';
import { isFailing } from './isFailing.ts';
import { groups } from './join.ts';
import type { Naming } from './reach.ts';

/**
 * The findings of a result, as pairs to accept: of each cluster as many as hold it together (one less than its articles),
 * every excerpt, and every match between clusters. Linear in the articles, where the matches may be quadratic.
 *
 * @param nameOf an article's name in the baseline
 */
export function baselineOf(
  { matches, prints }: Result<Match>,
  failOn: readonly Failing[],
  nameOf: Naming['nameOf'],
): Accepted[] {
  const byId = new Map(prints.map((print) => [print.id, print]));
  const { join } = groups();
  const isNeeded = ({ a, b, relation, bridge }: Match): boolean =>
    relation === 'excerpt' || bridge === true || join(a, b);
  const side = (id: string): AcceptedArticle => acceptedArticle(byId.get(id) as Print, nameOf);
  return matches
    .filter((match) => isFailing(match, failOn) && isNeeded(match))
    .map(({ a, b, relation, bridge }) => ({
      articles: [side(a), side(b)],
      relation,
      ...(bridge ? { bridge } : {}),
    }));
}

/** An article as a baseline has it. */
export function acceptedArticle(print: Print, nameOf: Naming['nameOf']): AcceptedArticle {
  return { name: nameOf(print), digest: print.digest, sketch: print.sketch };
}
