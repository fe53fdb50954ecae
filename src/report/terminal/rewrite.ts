import type { AlignedSentences, Passage, RewriteEvidence } from '../../model/evidence.ts';
import { head } from '../elide.ts';
import { contributionWords } from '../reasons.ts';
import { count, counted } from '../wording.ts';
import { hang } from '../wrap.ts';
import { alignedLines } from './aligned.ts';
import { factLines } from './facts.ts';
import { PASSAGE, type Sides, type View } from './view.ts';

/** Aligned sentences, shared terms and sentences without counterpart that are shown where not all are. */
const FEW = { aligned: 12, terms: 12, alone: 3 };

/** A rewrite explained: which sentence answers which, the facts on which they differ, what each has alone. */
export function rewriteLines(evidence: RewriteEvidence, sides: Sides, view: View): string[] {
  const { ink, width } = view;
  const [a, b] = [sides.a.letter, sides.b.letter];
  const lines: string[] = [];
  if (evidence.sharedTerms.length > 0) {
    const terms = evidence.sharedTerms.slice(0, view.full ? Infinity : FEW.terms);
    const listed = terms.flatMap((term, i) => [i === 0 ? '' : ', ', ink.shared(term)]);
    lines.push(...hang('  ', ['both have: ', ...listed], width));
  }
  lines.push(...factLines(evidence.facts, view));
  const shown = surest(evidence.aligned, view.full ? Infinity : FEW.aligned);
  lines.push(...alignedLines(shown, evidence.facts, sides, view));
  const rest = evidence.aligned.length - shown.length;
  if (rest > 0) {
    lines.push('', ...hang('  ', [ink.quiet(`… ${counted(rest, 'looser pair')} more; --full shows all`)], width));
  }
  lines.push(...aloneLines(evidence.onlyA, a, view), ...aloneLines(evidence.onlyB, b, view));
  if (view.explain) lines.push(...contributionLines(evidence, view));
  return lines;
}

/** How much of the two answers each other. */
export function rewriteTally({ aligned, onlyA, onlyB, extends: whole }: RewriteEvidence, sides: Sides): string {
  const [a, b] = [sides.a.letter, sides.b.letter];
  const only = `${counted(onlyA.length, 'sentence')} only in ${a}, ${count(onlyB.length)} only in ${b}`;
  const tally = `${counted(aligned.length, 'passage')} of ${a} answered in ${b}, ${only}`;
  if (whole === null) return tally;
  const [more, less] = whole === 'a' ? [a, b] : [b, a];
  return `${tally}; ${more} tells all of ${less} and more`;
}

/** What a rewrite's evidence comes to, for a line that shows only what fits. */
export function rewriteRow(evidence: RewriteEvidence): string {
  const answers = counted(evidence.aligned.length, 'passage answers', 'passages answer');
  const terms = evidence.sharedTerms.length === 0 ? '' : `; both have ${evidence.sharedTerms.join(', ')}`;
  return `${answers} each other${terms}`;
}

/** The `most` surest pairs, in the first article's order. */
function surest(aligned: readonly AlignedSentences[], most: number): AlignedSentences[] {
  const place = (pair: AlignedSentences) => pair.a[0]?.start ?? 0;
  return aligned
    .toSorted((x, y) => y.similarity - x.similarity || place(x) - place(y))
    .slice(0, most)
    .sort((x, y) => place(x) - place(y));
}

function aloneLines(sentences: readonly Passage[], letter: string, view: View): string[] {
  if (sentences.length === 0) return [];
  const shown = sentences.slice(0, view.full ? Infinity : FEW.alone);
  const which = shown.length < sentences.length ? ', the most telling' : '';
  const heading = `only in ${letter}: ${counted(sentences.length, 'sentence')}${which}`;
  const labels = shown.map((sentence) => `  ${letter}:${sentence.line} `);
  const gutter = labels.reduce((widest, label) => Math.max(widest, label.length), 0);
  return [
    '',
    ...hang('  ', [view.ink.heading(heading)], view.width),
    ...shown.flatMap((sentence, i) => {
      const label = view.ink.quiet((labels[i] ?? '').padEnd(gutter));
      return hang(label, [head(sentence.text, view.full ? Infinity : PASSAGE)], view.width);
    }),
  ];
}

function contributionLines(evidence: RewriteEvidence, view: View): string[] {
  const told = evidence.contributions.map(contributionWords);
  if (told.length === 0) return [];
  const gutter = told.reduce((widest, { weight }) => Math.max(widest, weight.length), 0);
  return [
    '',
    ...hang('  ', [view.ink.heading('what spoke for (+) and against (-) a rewrite, in log-odds')], view.width),
    ...told.flatMap(({ weight, reason }) => hang(`  ${weight.padStart(gutter)}  `, [reason], view.width)),
  ];
}
