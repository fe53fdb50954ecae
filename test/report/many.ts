import type { Cluster, ExplainedMatch } from '../../src/model/match.ts';
import type { Result } from '../../src/model/result.ts';
import { matches, pactCluster } from './newsroom.ts';
import { resultOf } from './sample.ts';

/** A result of `n` clusters of two, by turns a near-copy and a rewrite. */
export function manyClusters(n: number): Result {
  const clusters: Cluster[] = [];
  const found: ExplainedMatch[] = [];
  for (let i = 0; i < n; i++) {
    const number = String(i).padStart(4, '0');
    const [a, b] = [`archive/2024/story-${number}.txt`, `wire/regional/evening/story-${number}-second-edition.txt`];
    const match = i % 2 === 0 ? matches.nearCopy : matches.rewrite;
    clusters.push({
      ...pactCluster,
      id: `${number}${number}${number}${number}`,
      representative: a,
      members: [{ path: b, relation: match.relation, score: match.score, words: 300 + i }],
    });
    found.push({ ...match, a, b });
  }
  return resultOf(clusters, found);
}
