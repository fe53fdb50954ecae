import type { Article } from '../model/article.ts';
import type { Run } from './align.ts';
import { type Stretch, tokenEnd, tokenStart } from './edits.ts';

/**
 * Two paragraphs are one that was edited if they share at least this much of the shorter, else two: with less in common
 * a word diff is harder to read than one after the other (judged on web re-reports of news).
 */
const RELATED = 0.25;

/** What became of a paragraph of a. */
export type Fate =
  | { readonly kind: 'kept'; readonly in: Stretch; readonly runs: readonly Run[] }
  | { readonly kind: 'moved'; readonly to: number }
  | { readonly kind: 'gone' };

/** The paragraphs that hold words. */
export function paragraphs(article: Article): Stretch[] {
  const { starts } = article.words;
  let from = 0;
  return article.prose.paragraphs.flatMap((span) => {
    let to = from;
    while (to < starts.length && (starts[to] as number) < span.end) to++;
    const stretch = { from, to, span };
    from = to;
    return stretch.from < stretch.to ? [stretch] : [];
  });
}

/**
 * What became of each paragraph of a in b, given the runs of words that they share in order. Those that were kept
 * have their stretch of b: consecutive, not overlapping, and, but for whole paragraphs that are new, without a gap.
 */
export function fates(
  a: Article,
  inA: readonly Stretch[],
  b: Article,
  inB: readonly Stretch[],
  runs: readonly Run[],
): Fate[] {
  const pieces = cut(runs, inA, inB);
  const moved = movedParagraphs(a, inA, b, inB, pieces);
  const taken = new Set(moved.values());
  const kept = inA.map((p, i) => {
    const own = moved.has(i) ? [] : (pieces[i] as Piece[]).filter(({ inB }) => !taken.has(inB));
    return related(own, p, inB) ? own : [];
  });
  const stretches = stretchesOfB(b, inA, inB, kept);
  return inA.map((_, i) => {
    const to = moved.get(i);
    const stretch = stretches[i];
    if (to !== undefined) return { kind: 'moved', to };
    return stretch ? { kind: 'kept', in: stretch, runs: kept[i] as Piece[] } : { kind: 'gone' };
  });
}

/** A part of a run that lies in one paragraph of b. */
interface Piece extends Run {
  readonly inB: number;
}

/** The runs cut at the paragraphs of both; the pieces of each paragraph of a. */
function cut(runs: readonly Run[], inA: readonly Stretch[], inB: readonly Stretch[]): Piece[][] {
  const pieces: Piece[][] = inA.map(() => []);
  let p = 0;
  let q = 0;
  for (const run of runs) {
    for (let done = 0; done < run.length; ) {
      const a = run.a + done;
      const b = run.b + done;
      while ((inA[p] as Stretch).to <= a) p++;
      while ((inB[q] as Stretch).to <= b) q++;
      const length = Math.min(run.length - done, (inA[p] as Stretch).to - a, (inB[q] as Stretch).to - b);
      (pieces[p] as Piece[]).push({ a, b, length, inB: q });
      done += length;
    }
  }
  return pieces;
}

function wordsIn(pieces: readonly Run[]): number {
  return pieces.reduce((sum, { length }) => sum + length, 0);
}

/** Whether a paragraph shares enough with the paragraph of b in which its counterpart begins. */
function related(pieces: readonly Piece[], p: Stretch, inB: readonly Stretch[]): boolean {
  const [first] = pieces;
  if (!first) return false;
  const q = inB[first.inB] as Stretch;
  return wordsIn(pieces) >= RELATED * Math.min(p.to - p.from, q.to - q.from);
}

/**
 * The paragraphs of a that stand unchanged at another place in b, by index. Less than half of their words were found
 * where they should be, on either side, and in b they do not interrupt another paragraph of a.
 */
function movedParagraphs(
  a: Article,
  inA: readonly Stretch[],
  b: Article,
  inB: readonly Stretch[],
  pieces: readonly Piece[][],
): Map<number, number> {
  const found = new Float64Array(inB.length);
  for (const own of pieces) {
    own.forEach((piece, i) => {
      found[piece.inB] = (found[piece.inB] as number) + piece.length;
      const before = own[i - 1]?.inB ?? piece.inB;
      for (let q = before + 1; q < piece.inB; q++) found[q] = Number.POSITIVE_INFINITY;
    });
  }
  const places = new Map<string, number[]>();
  inB.forEach((q, i) => {
    if ((found[i] as number) * 2 >= q.to - q.from) return;
    const key = wordsKey(b, q);
    const same = places.get(key);
    if (same) same.push(i);
    else places.set(key, [i]);
  });
  const moved = new Map<number, number>();
  inA.forEach((p, i) => {
    if (wordsIn(pieces[i] as Piece[]) * 2 >= p.to - p.from) return;
    const to = places.get(wordsKey(a, p))?.shift();
    if (to !== undefined) moved.set(i, to);
  });
  return moved;
}

function wordsKey(article: Article, { from, to }: Stretch): string {
  return article.words.hashes.subarray(from, to).join(' ');
}

/**
 * The stretch of b for each paragraph of a that has pieces there. Words of b between the stretches of two paragraphs
 * go to the one in whose paragraph of b they stand; if that is both, to the one that lost words there.
 */
function stretchesOfB(
  b: Article,
  inA: readonly Stretch[],
  inB: readonly Stretch[],
  kept: readonly (readonly Piece[])[],
): (Stretch | undefined)[] {
  const stretches = new Array<Stretch | undefined>(inA.length).fill(undefined);
  let previous = -1;
  kept.forEach((pieces, i) => {
    const first = pieces[0];
    const last = pieces.at(-1);
    if (!first || !last) return;
    let {
      from,
      span: { start },
    } = inB[first.inB] as Stretch;
    const { to, span } = inB[last.inB] as Stretch;
    const before = kept[previous]?.at(-1);
    if (before && before.inB === first.inB) {
      const endOfBefore = before.b + before.length;
      const lostNothing = before.a + before.length === (inA[previous] as Stretch).to;
      from = lostNothing && first.a > (inA[i] as Stretch).from ? endOfBefore : first.b;
      start = tokenStart(b, from);
      const other = stretches[previous] as Stretch;
      stretches[previous] = {
        from: other.from,
        to: from,
        span: { start: other.span.start, end: tokenEnd(b, from - 1) },
      };
    }
    stretches[i] = { from, to, span: { start, end: span.end } };
    previous = i;
  });
  return stretches;
}
