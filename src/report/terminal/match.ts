import type { ExplainedMatch } from '../../model/match.ts';
import { hang, type Run } from '../wrap.ts';
import { excerptLines } from './excerpt.ts';
import { factRow } from './facts.ts';
import { firstEdit, nearCopyLines, nearCopyTally } from './near-copy.ts';
import { rewriteLines, rewriteRow, rewriteTally } from './rewrite.ts';
import type { Sides, View } from './view.ts';

/** Two matched articles compared: what the comparison comes to, then what an editor needs to see to agree or not. */
export function matchLines(match: ExplainedMatch, sides: Sides, view: View): string[] {
  const { evidence } = match;
  const { ink } = view;
  // The heading is the legend too: [-A-] → {+B+}.
  const heading = (sign: string, words: string) =>
    hang(
      '  ',
      [ink.removed(sides.a.letter), ` ${sign} `, ink.added(sides.b.letter), ink.heading(`: ${words}`)],
      view.width,
    );
  switch (evidence.kind) {
    case 'identical':
      return [];
    case 'near-copy':
      return [...heading('→', nearCopyTally(evidence, sides)), ...nearCopyLines(evidence, sides, view)];
    case 'excerpt':
      return excerptLines(evidence, match.score, sides, view);
    case 'rewrite':
      return [...heading('~', rewriteTally(evidence, sides)), ...rewriteLines(evidence, sides, view)];
  }
}

/** The one most telling line of a match's evidence; empty where its relation says all. */
export function matchRow(match: ExplainedMatch, view: View): Run[] {
  const { evidence } = match;
  switch (evidence.kind) {
    case 'identical':
      return [];
    case 'near-copy':
      return evidence.facts.length > 0 ? ['differ: ', ...factRow(evidence.facts, view.ink)] : firstEdit(evidence, view);
    case 'excerpt':
      return [evidence.passages[0]?.a.text ?? ''];
    case 'rewrite':
      return [rewriteRow(evidence)];
  }
}
