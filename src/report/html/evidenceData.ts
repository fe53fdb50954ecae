import type { Span } from '../../model/article.ts';
import type { Evidence, FactDifference } from '../../model/evidence.ts';
import { contributionWords } from '../reasons.ts';
import type { PageEvidence, PageFact, PageSpan } from './pageData.ts';

/** A match's evidence for the page: spans instead of quotations, for the page has the texts. */
export function evidenceData(evidence: Evidence): PageEvidence {
  switch (evidence.kind) {
    case 'identical':
      return evidence;
    case 'near-copy':
      return {
        kind: evidence.kind,
        coarse: evidence.coarse,
        moved: evidence.diff.flatMap((block) => (block.kind === 'moved' ? [[span(block.a), span(block.b)]] : [])),
        facts: evidence.facts.map(fact),
      };
    case 'excerpt':
      return {
        kind: evidence.kind,
        holder: evidence.holder,
        passages: evidence.passages.map(({ a, b, words }) => [span(a), span(b), words]),
      };
    case 'rewrite':
      return {
        kind: evidence.kind,
        aligned: evidence.aligned.map(({ a, b, similarity }) => [a.map(span), b.map(span), similarity]),
        terms: evidence.sharedTerms,
        facts: evidence.facts.map(fact),
        extends: evidence.extends,
        reasons: evidence.contributions.map(contributionWords).map(({ weight, reason }) => [weight, reason]),
      };
  }
}

function fact({ kind, a, b }: FactDifference): PageFact {
  return [kind, a && span(a), b && span(b)];
}

function span({ start, end }: Span): PageSpan {
  return [start, end];
}
