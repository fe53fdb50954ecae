import type { Article, Span } from '../model/article.ts';
import type { Edit } from '../model/evidence.ts';
import type { Run } from './align.ts';

/** Words `from` to `to` (not included) of an article, and the text that they stand in. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly span: Span;
}

/**
 * The word diff of two stretches as text. `runs` are the words they share.
 *
 * The `=` and `-` texts give a's stretch back to the letter, spacing and punctuation included; the words of the `=` and
 * `+` texts are b's. Signs go with the word they touch, white space between two changes is a's. Words that differ only
 * in case or punctuation are equal and shown as in a.
 */
export function edits(a: Article, inA: Stretch, b: Article, inB: Stretch, runs: readonly Run[]): Edit[] {
  const found: Edit[] = [];
  const text = a.prose.text;
  let shown = inA.span.start;

  function emit(op: Edit['op'], piece: string): void {
    const last = found.at(-1);
    if (last?.op === op) found[found.length - 1] = { op, text: last.text + piece };
    else if (piece !== '') found.push({ op, text: piece });
  }
  function emitSame(to: number): void {
    emit('=', text.slice(shown, to));
    shown = to;
  }

  let atA = inA.from;
  let atB = inB.from;
  for (const run of [...runs, { a: inA.to, b: inB.to, length: 0 }]) {
    const removed = atA < run.a;
    const added = atB < run.b;
    if (removed) emitSame(tokenStart(a, atA));
    if (removed && added) {
      const old = text.slice(shown, tokenEnd(a, run.a - 1));
      const young = b.prose.text.slice(tokenStart(b, atB), tokenEnd(b, run.b - 1));
      const tail = sharedSigns(a, run.a - 1, b, run.b - 1);
      emit('-', old.slice(0, old.length - tail));
      emit('+', young.slice(0, young.length - tail));
      shown += old.length - tail;
    } else if (removed) {
      emit('-', text.slice(shown, tokenEnd(a, run.a - 1)));
      shown = tokenEnd(a, run.a - 1);
    } else if (added && run.a < inA.to) {
      // Before a word of a: the space that follows in b comes along.
      emitSame(tokenStart(a, run.a));
      emit('+', b.prose.text.slice(tokenStart(b, atB), tokenEnd(b, run.b - 1)) + spaceAfter(b, run.b - 1));
    } else if (added) {
      emitSame(tokenEnd(a, inA.to - 1));
      emit('+', spaceAfter(b, atB - 1) + b.prose.text.slice(tokenStart(b, atB), tokenEnd(b, run.b - 1)));
    }
    atA = run.a + run.length;
    atB = run.b + run.length;
  }
  emitSame(inA.span.end);
  return found;
}

/** Where the signs that touch a word begin: an opening quote, a currency sign. */
export function tokenStart(article: Article, word: number): number {
  const { text, start, end } = gap(article, word);
  for (let i = end; i > start; i--) if (isSpace(text, i - 1)) return i;
  return word === 0 ? start : end;
}

/** Where the signs that touch a word end: a closing quote, a full stop. */
export function tokenEnd(article: Article, word: number): number {
  const { text, start, end } = gap(article, word + 1);
  for (let i = start; i < end; i++) if (isSpace(text, i)) return i;
  return end;
}

/** The text between a word and the word before it; in scripts without spaces words may overlap, and there is none. */
function gap(article: Article, word: number): { text: string; start: number; end: number } {
  const { starts, ends } = article.words;
  const { text } = article.prose;
  const end = word < starts.length ? (starts[word] as number) : text.length;
  return { text, start: word > 0 ? Math.min(end, ends[word - 1] as number) : 0, end };
}

/** The white space after a word: none in scripts without, a space before the first word. */
function spaceAfter(article: Article, word: number): string {
  if (word < 0) return ' ';
  const { text } = article.prose;
  const start = tokenEnd(article, word);
  let end = start;
  while (end < text.length && isSpace(text, end)) end++;
  return text.slice(start, end);
}

/** How many signs two words end with alike: the comma after both stays where it is. */
function sharedSigns(a: Article, lastOfA: number, b: Article, lastOfB: number): number {
  const textA = a.prose.text;
  const textB = b.prose.text;
  const endA = tokenEnd(a, lastOfA);
  const endB = tokenEnd(b, lastOfB);
  const most = Math.min(endA - wordEnd(a, lastOfA), endB - wordEnd(b, lastOfB));
  let shared = 0;
  while (shared < most && textA.charCodeAt(endA - shared - 1) === textB.charCodeAt(endB - shared - 1)) shared++;
  return shared;
}

/** Where a word ends or, if the next one overlaps it, where that begins. */
function wordEnd(article: Article, word: number): number {
  const { starts, ends } = article.words;
  return Math.min(ends[word] as number, starts[word + 1] ?? Number.POSITIVE_INFINITY);
}

function isSpace(text: string, index: number): boolean {
  return text.charAt(index).trim() === '';
}
