import type { Match } from '../model/match.ts';
import { joined } from './joined.ts';

/** Articles with one and the same sequence of words. */
export interface Group {
  /** Their indexes, ascending; the first stands for them. */
  readonly articles: readonly number[];
  /** How many words each has. */
  readonly words: number;
}

/**
 * The group of each article, by index. Equality is transitive, so that joining along the matches is exact here, and
 * only here. Almost linear.
 */
export function identityGroups(
  articles: readonly { readonly words: number }[],
  matches: readonly Pick<Match, 'a' | 'b' | 'relation'>[],
  at: (id: string) => number,
): Group[] {
  const { join, rootOf } = joined(articles.length);
  for (const { relation, a, b } of matches) if (relation === 'identical') join(at(a), at(b));
  const groups = new Map<number, { articles: number[]; words: number }>();
  return articles.map(({ words }, i) => {
    const head = rootOf(i);
    const group = groups.get(head) ?? { articles: [], words };
    group.articles.push(i);
    groups.set(head, group);
    return group;
  });
}
