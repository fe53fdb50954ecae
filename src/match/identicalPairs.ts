import type { MatchConfig } from '../config/config.ts';
import type { Fingerprint, Source } from '../model/article.ts';
import type { IdenticalEvidence } from '../model/evidence.ts';
import type { Match } from '../model/match.ts';

/**
 * The identical articles as matches: in each group of equal digests a star around the first. Articles without words are
 * identical to nothing.
 *
 * @param articles sorted by id
 */
export function identicalPairs(
  articles: readonly { readonly fingerprint: Fingerprint }[],
  { relations }: MatchConfig,
): Match[] {
  if (!relations.includes('identical')) return [];
  const firstOf = new Map<string, Fingerprint>();
  const matches: Match[] = [];
  for (const { fingerprint } of articles) {
    if (fingerprint.words === 0) continue;
    const first = firstOf.get(fingerprint.digest);
    if (first === undefined) firstOf.set(fingerprint.digest, fingerprint);
    else matches.push(identicalMatch(first, fingerprint));
  }
  return matches;
}

export function identicalMatch(a: Fingerprint, b: Fingerprint): Match {
  return {
    a: a.source.id,
    b: b.source.id,
    relation: 'identical',
    score: 1,
    similarity: { jaccard: 1, containmentOfA: 1, containmentOfB: 1, rewrite: null },
  };
}

/** What there is to say of two articles with one and the same sequence of words. */
export function identicalEvidence(a: Source, b: Source, sameBytes: boolean): IdenticalEvidence {
  return { kind: 'identical', sameBytes, lineOfA: a.record?.line ?? 1, lineOfB: b.record?.line ?? 1 };
}
