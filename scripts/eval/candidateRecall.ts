import type { Config } from '../../src/config/config.ts';
import { pairKey } from '../../src/lsh/pairs.ts';
import { rewritePairs } from '../../src/lsh/pairUp.ts';
import { isComparable } from '../../src/match/rewrite/judgeRewrite.ts';
import type { Subject } from '../../src/match/subject.ts';
import type { Corpus } from './corpora.ts';
import { folderOf, isCopy } from './folder.ts';
import type { Part } from './split.ts';

/** How many of the rewrites that are known in a folder the candidate search proposes. */
export interface CandidateRecall {
  readonly folder: string;
  readonly articles: number;
  readonly candidates: number;
  /** By corpus: the labelled rewrites that the tool does not abstain on and that are no copies, and those proposed. */
  readonly corpora: readonly { readonly name: string; readonly rewrites: number; readonly proposed: number }[];
}

/**
 * Measures the candidate search on all documents of the corpora as one folder, by the labelled pairs of one part.
 *
 * @param mostHolders as in `rewriteCandidates`; lower than its default it shows what a much larger archive would find
 */
export async function candidateRecall(
  folder: string,
  corpora: readonly Corpus[],
  part: Part,
  config: Config,
  mostHolders?: (articles: number) => number,
): Promise<CandidateRecall> {
  const docs = corpora.flatMap(({ name, docs }) => Array.from(docs, ([id, doc]) => [`${name}:${id}`, doc] as const));
  const { subjects, stats, placeOf } = await folderOf(new Map(docs), config);
  const proposed = new Set(rewritePairs(subjects, stats, mostHolders?.(subjects.length)));
  // Identical articles are candidates by the first of them.
  const firstOf = new Map<string, number>();
  for (const [place, { fingerprint }] of subjects.entries()) {
    if (!firstOf.has(fingerprint.digest)) firstOf.set(fingerprint.digest, place);
  }
  const isProposed = (a: Subject, b: Subject): boolean =>
    proposed.has(pairKey(firstOf.get(a.fingerprint.digest) as number, firstOf.get(b.fingerprint.digest) as number));
  return {
    folder,
    articles: subjects.length,
    candidates: proposed.size,
    corpora: corpora.flatMap(({ name, pairs }) => {
      const rewrites = pairs.flatMap(({ a, b, expect, part: own }): (readonly [Subject, Subject])[] => {
        const one = subjects[placeOf.get(`${name}:${a}`) ?? -1];
        const two = subjects[placeOf.get(`${name}:${b}`) ?? -1];
        if (expect !== 'duplicate' || own !== part || one === undefined || two === undefined) return [];
        return isComparable(one, two) && !isCopy(one, two, config) ? [[one, two]] : [];
      });
      if (rewrites.length === 0) return [];
      return [{ name, rewrites: rewrites.length, proposed: rewrites.filter(([a, b]) => isProposed(a, b)).length }];
    }),
  };
}
