import { passage, region } from '../extract/prose.ts';
import type { Article } from '../model/article.ts';
import type { DiffBlock, Region } from '../model/evidence.ts';
import type { Run } from './align.ts';
import { edits, type Stretch } from './edits.ts';
import { type Fate, fates, paragraphs } from './paragraphs.ts';

/**
 * A word or two that happen to be the same inside a rewritten stretch only break it up: a run is dropped if both changes
 * around it have this many times its words (cf. the "semantic cleanup" of diff-match-patch).
 */
const ISLAND = 3;

/**
 * What became of a's paragraphs in b, in a's order: the same (runs of these in one block), changed with a word diff,
 * moved unchanged, in a alone; and what b alone has, where it stands in b.
 *
 * The words are aligned over the whole text and then cut at a's paragraphs, so that paragraphs that were split or
 * joined still read as the same. Every word of a is in exactly one block, and every word of b.
 *
 * @param runs the words that they share in order, as `alignWords` finds them
 */
export function nearCopyDiff(a: Article, b: Article, runs: readonly Run[]): DiffBlock[] {
  const { inA, inB, fate } = whatBecame(a, b, runs);
  const elsewhere = new Set(fate.map((f) => (f.kind === 'moved' ? f.to : -1)));
  const diff: DiffBlock[] = [];
  let next = 0;

  /** Shows the paragraphs of b that begin before a word, and none of which came from a. */
  function showNew(before: number): void {
    for (; next < inB.length && (inB[next] as Stretch).from < before; next++) {
      if (!elsewhere.has(next)) diff.push({ kind: 'only-b', b: passage(b.prose, (inB[next] as Stretch).span) });
    }
  }
  for (const [i, p] of inA.entries()) {
    const here = passage(a.prose, p.span);
    const became = fate[i] as Fate;
    if (became.kind === 'gone') diff.push({ kind: 'only-a', a: here });
    else if (became.kind === 'moved')
      diff.push({ kind: 'moved', a: here, b: passage(b.prose, (inB[became.to] as Stretch).span) });
    else {
      showNew(became.in.from);
      const change = edits(a, p, b, became.in, became.runs);
      if (change.every(({ op }) => op === '='))
        pushSame(diff, region(a.prose, p.span), region(b.prose, became.in.span), p.to - p.from);
      else diff.push({ kind: 'changed', a: here, b: passage(b.prose, became.in.span), edits: change });
      while (next < inB.length && (inB[next] as Stretch).from < became.in.to) next++;
    }
  }
  showNew(b.words.hashes.length);
  return diff;
}

/** Where the first paragraph of a that b still has begins in both, as offsets; null if none is left. */
export function firstKept(
  a: Article,
  b: Article,
  runs: readonly Run[],
): { readonly a: number; readonly b: number } | null {
  const { inA, inB, fate } = whatBecame(a, b, runs);
  const first = fate.findIndex(({ kind }) => kind !== 'gone');
  const became = fate[first];
  if (became === undefined || became.kind === 'gone') return null;
  const there = became.kind === 'moved' ? (inB[became.to] as Stretch) : became.in;
  return { a: (inA[first] as Stretch).span.start, b: there.span.start };
}

/** The paragraphs of both, and the fate of each of a's. */
function whatBecame(
  a: Article,
  b: Article,
  runs: readonly Run[],
): { readonly inA: Stretch[]; readonly inB: Stretch[]; readonly fate: Fate[] } {
  const inA = paragraphs(a);
  const inB = paragraphs(b);
  return { inA, inB, fate: fates(a, inA, b, inB, withoutIslands(runs, a, b)) };
}

/** Adds an unchanged paragraph, as one block with the unchanged paragraph before it. */
function pushSame(diff: DiffBlock[], a: Region, b: Region, words: number): void {
  const last = diff.at(-1);
  if (last?.kind !== 'same') diff.push({ kind: 'same', a, b, paragraphs: 1, words });
  else {
    diff[diff.length - 1] = {
      kind: 'same',
      a: { ...a, start: last.a.start, line: last.a.line },
      b: { ...b, start: last.b.start, line: last.b.line },
      paragraphs: last.paragraphs + 1,
      words: last.words + words,
    };
  }
}

function withoutIslands(runs: readonly Run[], a: Article, b: Article): Run[] {
  const kept: Run[] = [];
  const end: Run = { a: a.words.hashes.length, b: b.words.hashes.length, length: 0 };
  runs.forEach((run, i) => {
    const change = Math.min(changedBetween(kept.at(-1), run), changedBetween(run, runs[i + 1] ?? end));
    if (change < run.length * ISLAND) kept.push(run);
  });
  return kept;
}

/** The words between two runs, on the side that has more. */
function changedBetween(run: Run | undefined, next: Run): number {
  if (!run) return Math.max(next.a, next.b);
  return Math.max(next.a - run.a, next.b - run.b) - run.length;
}
