import type { Skip } from '../../src/model/article.ts';
import type { Cluster, ExplainedMatch, Relation } from '../../src/model/match.ts';
import type { Result } from '../../src/model/result.ts';
import { alike, resultOf } from '../report/sample.ts';

/** A match without particulars: what a policy asks of one is there. */
export function match(
  a: string,
  b: string,
  relation: Relation = 'near-copy',
  rest: Partial<ExplainedMatch> = {},
): ExplainedMatch {
  const evidence = { kind: 'identical', sameBytes: false, lineOfA: 1, lineOfB: 1 } as const;
  return { a, b, relation, score: 1, similarity: alike(0.5), evidence, ...rest };
}

export function cluster(representative: string, ...members: string[]): Cluster {
  return {
    id: representative,
    representative,
    words: 100,
    members: members.map((path) => ({ path, relation: 'near-copy', score: 1, words: 100 })),
  };
}

export function result(
  clusters: readonly Cluster[],
  matches: readonly ExplainedMatch[],
  rest: Partial<Result> = {},
): Result {
  return resultOf(clusters, matches, rest);
}

export function skip(path: string, reason: Skip['reason']): Skip {
  return { path, reason, detail: 'why' };
}
