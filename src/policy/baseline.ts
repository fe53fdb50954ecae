import type { Accepted, Failing, Match, Print, Result } from '../model.ts';
import { isFailing } from './isFailing.ts';
import { groups } from './join.ts';

/**
 * The findings of a result, as pairs to accept: of each cluster as many as hold it together (one less than its articles),
 * every excerpt, and every match between clusters. Linear in the articles, where the matches may be quadratic.
 *
 * @param nameOf an article's name in the baseline
 */
export function baselineOf(
  { matches, prints }: Result,
  failOn: readonly Failing[],
  nameOf: (print: Print) => string,
): Accepted[] {
  const byId = new Map(prints.map((print) => [print.id, print]));
  const { join } = groups();
  const isNeeded = ({ a, b, relation, bridge }: Match): boolean =>
    relation === 'excerpt' || bridge === true || join(a, b);
  const side = (id: string) => {
    const print = byId.get(id) as Print;
    return { name: nameOf(print), digest: print.digest, sketch: print.sketch };
  };
  return matches
    .filter((match) => isFailing(match, failOn) && isNeeded(match))
    .map(({ a, b, relation, bridge }) => ({
      articles: [side(a), side(b)],
      relation,
      ...(bridge ? { bridge } : {}),
    }));
}
