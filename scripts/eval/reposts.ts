import type { Output } from './command.ts';
import type { Labelled } from './labelled.ts';

/** How well the clusters of a run hold the articles that were published again word for word. */
export interface Reposts {
  readonly groups: number;
  /** Groups all of whose articles are in one cluster, which holds no other group's. */
  readonly right: number;
  /** Articles of these clusters that no label speaks of: updated versions, or mistakes. */
  readonly besides: number;
}

/** Judges the clusters by the pairs that must be found; what they join is a group. */
export function reposts({ pairs }: Labelled, { clusters }: Output): Reposts {
  const groups = groupsOf(pairs.filter(({ expect }) => expect === 'duplicate'));
  const groupOf = new Map([...groups].flatMap((group) => [...group].map((path) => [path, group])));
  let right = 0;
  let besides = 0;
  for (const { representative, members } of clusters) {
    const paths = [representative, ...members.map(({ path }) => path)];
    const labelled = paths.filter((path) => groupOf.has(path));
    const met = new Set(labelled.map((path) => groupOf.get(path)));
    if (met.size === 1 && [...met][0]?.size === labelled.length) right++;
    if (met.size > 0) besides += paths.length - labelled.length;
  }
  return { groups: groups.size, right, besides };
}

function groupsOf(pairs: Labelled['pairs']): Set<ReadonlySet<string>> {
  const groupOf = new Map<string, Set<string>>();
  for (const { a, b } of pairs) {
    const joined = new Set([a, ...(groupOf.get(a) ?? []), b, ...(groupOf.get(b) ?? [])]);
    for (const path of joined) groupOf.set(path, joined);
  }
  return new Set(groupOf.values());
}
