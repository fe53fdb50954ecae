import type { DiffBlock, Edit, Evidence } from '../model/evidence.ts';
import type { ExplainedMatch } from '../model/match.ts';

/** The match as seen from `first`, one of its two articles: what was `a` becomes `b` where that is needed. */
export function orient(match: ExplainedMatch, first: string): ExplainedMatch {
  if (match.a === first) return match;
  const { similarity } = match;
  return {
    ...match,
    a: match.b,
    b: match.a,
    similarity: {
      ...similarity,
      containmentOfA: similarity.containmentOfB,
      containmentOfB: similarity.containmentOfA,
    },
    evidence: turnEvidence(match.evidence),
  };
}

function turnEvidence(evidence: Evidence): Evidence {
  switch (evidence.kind) {
    case 'identical':
      return { ...evidence, lineOfA: evidence.lineOfB, lineOfB: evidence.lineOfA };
    case 'near-copy':
      return { ...evidence, diff: evidence.diff.map(turnBlock), facts: evidence.facts.map(turn) };
    case 'excerpt':
      return { ...evidence, holder: other(evidence.holder), passages: evidence.passages.map(turn) };
    case 'rewrite':
      return {
        ...evidence,
        aligned: evidence.aligned.map(turn),
        onlyA: evidence.onlyB,
        onlyB: evidence.onlyA,
        facts: evidence.facts.map(turn),
        extends: evidence.extends && other(evidence.extends),
      };
  }
}

function turn<T extends { readonly a: unknown; readonly b: unknown }>(pair: T): T {
  return { ...pair, a: pair.b, b: pair.a };
}

function turnBlock(block: DiffBlock): DiffBlock {
  switch (block.kind) {
    case 'only-a':
      return { kind: 'only-b', b: block.a };
    case 'only-b':
      return { kind: 'only-a', a: block.b };
    case 'changed':
      return { ...block, a: block.b, b: block.a, edits: turnEdits(block.edits) };
    default:
      return turn(block);
  }
}

/** Removals still come before the additions that replace them. */
function turnEdits(edits: readonly Edit[]): Edit[] {
  const turned: Edit[] = [];
  for (const { op, text } of edits) {
    const last = turned.at(-1);
    const edit: Edit = { op: op === '-' ? '+' : op === '+' ? '-' : '=', text };
    if (edit.op === '-' && last?.op === '+') turned.splice(-1, 0, edit);
    else turned.push(edit);
  }
  return turned;
}

function other(side: 'a' | 'b'): 'a' | 'b' {
  return side === 'a' ? 'b' : 'a';
}
