import type { DiffBlock, Edit, NearCopyEvidence } from '../../model/evidence.ts';
import { head, tail, tellApart } from '../elide.ts';
import { widthOf } from '../width.ts';
import { count, counted } from '../wording.ts';
import { hang, type Run } from '../wrap.ts';
import { factLines } from './facts.ts';
import { shortPath } from './shortPath.ts';
import { PASSAGE, type Sides, type View } from './view.ts';

/** Blocks that differ which are shown where not all are. */
const FEW = 8;

/** Code units of unchanged text kept on either side of an edit: most of a line, enough to find the place. */
const CONTEXT = 56;

/** A near-copy's word diff, `[-first-]{+second+}`: what differs with its place in both, unchanged paragraphs folded. */
export function nearCopyLines(evidence: NearCopyEvidence, sides: Sides, view: View): string[] {
  const names = namesWithin(sides, view.width);
  const blocks = folded(evidence.diff);
  const differing = blocks.filter((block) => block.kind !== 'same').length;
  const most = view.full ? Infinity : FEW;
  const lines = factLines(evidence.facts, view);
  if (evidence.coarse) lines.push(...note('The texts are too long to compare word by word throughout.', view));
  let shown = 0;
  for (const block of blocks) {
    if (shown === most) break;
    if (block.kind !== 'same') shown += 1;
    lines.push(...blockLines(block, names, view));
  }
  if (shown < differing) lines.push(...note(`… ${count(differing - shown)} more that differ; --full shows them`, view));
  return lines;
}

/** How many paragraphs differ, and how. */
export function nearCopyTally({ diff }: NearCopyEvidence, sides: Sides): string {
  const of = (kind: DiffBlock['kind']) => diff.filter((block) => block.kind === kind).length;
  const parts: [number, string][] = [
    [of('changed'), 'changed'],
    [of('moved'), 'moved'],
    [of('only-a'), `only in ${sides.a.letter}`],
    [of('only-b'), `only in ${sides.b.letter}`],
  ];
  return parts
    .filter(([n]) => n > 0)
    .map(([n, what], i) => `${i === 0 ? counted(n, 'paragraph') : count(n)} ${what}`)
    .join(', ');
}

/** The first edit with its surroundings, for a line that shows only what fits. */
export function firstEdit(evidence: NearCopyEvidence, view: View): Run[] {
  for (const block of evidence.diff) {
    if (block.kind === 'changed') return editRuns(block.edits, view, CONTEXT / 2);
    if (block.kind === 'only-a') return [view.ink.removed(head(block.a.text, PASSAGE))];
    if (block.kind === 'only-b') return [view.ink.added(head(block.b.text, PASSAGE))];
  }
  return [];
}

/** Both places by path and line where they fit beside each other; else by the shortest endings that tell them apart. */
function namesWithin(sides: Sides, width: number): { a: string; b: string } {
  // Indent, two colons with line numbers of up to six digits, and the arrow between them.
  const room = width - 4 - 14 - 3;
  const { a, b } = { a: sides.a.path, b: sides.b.path };
  if (widthOf(a) + widthOf(b) <= room) return { a, b };
  const short = tellApart(a, b);
  return { a: shortPath(short.a, Math.floor(room / 2)), b: shortPath(short.b, Math.floor(room / 2)) };
}

function blockLines(block: DiffBlock, names: { a: string; b: string }, view: View): string[] {
  const at = (text: string) => note(text, view);
  const body = (runs: Run[]) => hang('      ', runs, view.width);
  const most = view.full ? Infinity : PASSAGE;
  switch (block.kind) {
    case 'same':
      return at(`… ${counted(block.paragraphs, 'paragraph')}, ${counted(block.words, 'word')} unchanged`);
    case 'changed': {
      const place = `${names.a}:${block.a.line} → ${names.b}:${block.b.line}`;
      return [...at(place), ...body(editRuns(block.edits, view, CONTEXT))];
    }
    case 'only-a':
      return [...at(`${names.a}:${block.a.line}`), ...body([view.ink.removed(head(block.a.text, most))])];
    case 'only-b':
      return [...at(`${names.b}:${block.b.line}`), ...body([view.ink.added(head(block.b.text, most))])];
    case 'moved': {
      const place = `moved: ${names.a}:${block.a.line} → ${names.b}:${block.b.line}`;
      return [...at(place), ...body([head(block.a.text, CONTEXT * 2)])];
    }
  }
}

function editRuns(edits: readonly Edit[], view: View, context: number): Run[] {
  return edits.flatMap((edit, i) => {
    if (edit.op === '=') return [unchanged(edit.text, context, i === 0, i === edits.length - 1)];
    const text = edit.text.trim();
    if (text === '') return [edit.text];
    const [before, after] = [edit.text.slice(0, edit.text.indexOf(text)), edit.text.slice(edit.text.trimEnd().length)];
    const mark = edit.op === '-' ? view.ink.removed : view.ink.added;
    return [before, mark(head(text, view.full ? Infinity : PASSAGE)), after];
  });
}

/** What stays the same around edits, without the middle, or the end that lies away from them. */
function unchanged(text: string, context: number, first: boolean, last: boolean): string {
  if (first) return tail(text, context);
  if (last) return head(text, context);
  return text.length <= 2.5 * context ? text : `${head(text, context)} ${tail(text, context).slice(2)}`;
}

/** Unchanged paragraphs that follow each other, as one. */
function folded(diff: readonly DiffBlock[]): DiffBlock[] {
  const blocks: DiffBlock[] = [];
  for (const block of diff) {
    const last = blocks.at(-1);
    if (block.kind === 'same' && last?.kind === 'same') {
      const paragraphs = last.paragraphs + block.paragraphs;
      blocks.splice(-1, 1, { ...last, paragraphs, words: last.words + block.words });
    } else blocks.push(block);
  }
  return blocks;
}

function note(text: string, view: View): string[] {
  return hang('    ', [view.ink.quiet(text)], view.width);
}
