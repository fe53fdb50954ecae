import type {
  AlignedSentences,
  Contribution,
  DiffBlock,
  Evidence,
  FactDifference,
  Passage,
  Region,
  RewriteEvidence,
} from '../model/evidence.ts';
import { rounded } from './rounding.ts';

/** A match's evidence as JSON, keys in a fixed order. */
export function evidenceJson(evidence: Evidence): object {
  switch (evidence.kind) {
    case 'identical':
      return {
        kind: evidence.kind,
        sameBytes: evidence.sameBytes,
        lineOfA: evidence.lineOfA,
        lineOfB: evidence.lineOfB,
      };
    case 'near-copy':
      return {
        kind: evidence.kind,
        coarse: evidence.coarse,
        facts: evidence.facts.map(factJson),
        diff: evidence.diff.map(blockJson),
      };
    case 'excerpt':
      return {
        kind: evidence.kind,
        holder: evidence.holder,
        passages: evidence.passages.map(({ a, b, words }) => ({ words, a: passageJson(a), b: passageJson(b) })),
      };
    case 'rewrite':
      return rewriteJson(evidence);
  }
}

/** The evidence of a rewrite, or of a pair that is none. */
export function rewriteJson(evidence: RewriteEvidence): object {
  return {
    kind: evidence.kind,
    extends: evidence.extends,
    sharedTerms: evidence.sharedTerms,
    facts: evidence.facts.map(factJson),
    aligned: evidence.aligned.map(alignedJson),
    onlyA: evidence.onlyA.map(passageJson),
    onlyB: evidence.onlyB.map(passageJson),
    contributions: evidence.contributions.map(contributionJson),
  };
}

function blockJson(block: DiffBlock): object {
  switch (block.kind) {
    case 'same':
      return {
        kind: block.kind,
        paragraphs: block.paragraphs,
        words: block.words,
        a: regionJson(block.a),
        b: regionJson(block.b),
      };
    case 'changed':
      return {
        kind: block.kind,
        a: passageJson(block.a),
        b: passageJson(block.b),
        edits: block.edits.map(({ op, text }) => ({ op, text })),
      };
    case 'only-a':
      return { kind: block.kind, a: passageJson(block.a) };
    case 'only-b':
      return { kind: block.kind, b: passageJson(block.b) };
    case 'moved':
      return { kind: block.kind, a: passageJson(block.a), b: passageJson(block.b) };
  }
}

function alignedJson({ a, b, similarity }: AlignedSentences): object {
  return { similarity: rounded(similarity), a: a.map(passageJson), b: b.map(passageJson) };
}

function factJson({ kind, a, b }: FactDifference): object {
  return { kind, a: a && passageJson(a), b: b && passageJson(b) };
}

function contributionJson({ feature, value, logOdds }: Contribution): object {
  return { feature, value: rounded(value), logOdds: rounded(logOdds) };
}

function passageJson({ start, end, line, endLine, text }: Passage): object {
  return { start, end, line, endLine, text };
}

function regionJson({ start, end, line, endLine }: Region): object {
  return { start, end, line, endLine };
}
