import type { Article, NearCopyEvidence } from '../model.ts';
import { nearCopyDiff } from './diff.ts';
import { changedFacts } from './facts.ts';

/** How an edited article differs from the other: the diff, and the facts that changed. */
export function nearCopyEvidence(a: Article, b: Article): NearCopyEvidence {
  const { diff, coarse } = nearCopyDiff(a, b);
  return { kind: 'near-copy', diff, coarse, facts: changedFacts(a, b, diff) };
}
