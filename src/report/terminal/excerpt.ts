import type { ExcerptEvidence } from '../../model/evidence.ts';
import { ends } from '../elide.ts';
import { counted, holdingWords } from '../wording.ts';
import { hang } from '../wrap.ts';
import { PASSAGE, type Sides, type View } from './view.ts';

/** The passages that an excerpt has from its holder, longest first, each with its place in both. */
export function excerptLines(evidence: ExcerptEvidence, score: number, sides: Sides, view: View): string[] {
  const [holder, held] = evidence.holder === 'a' ? (['a', 'b'] as const) : (['b', 'a'] as const);
  const { holds, witness } = holdingWords(evidence, score);
  const heading = `${sides[holder].letter} ${holds} ${sides[held].letter}, ${witness}`;
  const shown = evidence.passages.slice(0, view.full ? Infinity : 1);
  const lines = shown.flatMap((passage) => {
    const place = (side: 'a' | 'b') => `${sides[side].path}:${passage[side].line}`;
    const where = `${place(held)} in ${place(holder)}, ${counted(passage.words, 'word')}`;
    const text = passage[held].text;
    return [
      ...hang('    ', [view.ink.quiet(where)], view.width),
      ...hang('      ', [view.full ? text : ends(text, PASSAGE)], view.width),
    ];
  });
  const rest = evidence.passages.slice(shown.length).map((passage) => passage.words);
  if (rest.length > 0) {
    const more = `… ${counted(rest.length, 'passage')} more, of ${counted(sum(rest), 'word')} in all; --full shows all`;
    lines.push(...hang('    ', [view.ink.quiet(more)], view.width));
  }
  return [...hang('  ', [view.ink.heading(heading)], view.width), ...lines];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}
