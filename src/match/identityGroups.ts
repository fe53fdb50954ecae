import type { Match } from '../model/match.ts';

/** Articles with one and the same sequence of words. */
export interface Group {
  /** Their indexes, ascending; the first stands for them. */
  readonly articles: readonly number[];
  /** How many words each has. */
  readonly words: number;
}

/**
 * The group of each article, by index. Equality is transitive, so that joining along the matches is exact here, and
 * only here. Almost linear (union-find with path halving; the lowest index is the root).
 */
export function identityGroups(
  articles: readonly { readonly words: number }[],
  matches: readonly Pick<Match, 'a' | 'b' | 'relation'>[],
  at: (id: string) => number,
): Group[] {
  const parent = Uint32Array.from(articles.keys());
  function root(i: number): number {
    let node = i;
    while (parent[node] !== node) {
      parent[node] = parent[parent[node] as number] as number;
      node = parent[node] as number;
    }
    return node;
  }
  for (const { relation, a, b } of matches) {
    if (relation !== 'identical') continue;
    const x = root(at(a));
    const y = root(at(b));
    parent[Math.max(x, y)] = Math.min(x, y);
  }
  const groups = new Map<number, { articles: number[]; words: number }>();
  return articles.map(({ words }, i) => {
    const head = root(i);
    const group = groups.get(head) ?? { articles: [], words };
    group.articles.push(i);
    groups.set(head, group);
    return group;
  });
}
