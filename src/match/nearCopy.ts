import type { Article } from '../model/article.ts';
import type { NearCopyEvidence } from '../model/evidence.ts';
import { alignWords } from './align.ts';
import { nearCopyDiff } from './diff.ts';
import { changedFacts } from './facts.ts';

/** How an edited article differs from the other: the diff, and the facts that changed. */
export function nearCopyEvidence(a: Article, b: Article): NearCopyEvidence {
  const { runs, coarse } = alignWords(a.words.hashes, b.words.hashes);
  const diff = nearCopyDiff(a, b, runs);
  return { kind: 'near-copy', diff, coarse, facts: changedFacts(a, b, runs, diff) };
}
