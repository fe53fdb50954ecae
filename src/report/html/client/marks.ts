import type { PageFact, PageSpan, PageText } from '../pageData.ts';
import { firstFrom, type Side } from './alignment.ts';

/** A stretch of a text, and what it is to the other text. Stretches do not overlap. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly kind: 'own' | 'shared' | 'fact' | 'aside';
  readonly note?: string;
}

/** From this share on a reader wants to see what differs; below it, what two sentences have in common. */
const ALIKE = 0.6;

/** Shorter runs of shared words are mostly "the", "and", "for"; in scripts without spaces two characters tell much. */
const TELLING = /[\p{L}\p{M}]{4}|\p{N}|[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]{2}/u;

/** What differs in a sentence that answers another: its own words, or, where most differ, the telling words of both. */
export function wordMarks(text: string, side: Side, [start, end]: PageSpan, share: number): Mark[] {
  const { starts, ends } = side.words;
  const wantsShared = share < ALIKE;
  const marks: Mark[] = [];
  let from = -1;
  const first = firstFrom(starts, Number, start);
  for (let i = first; ; i++) {
    const inside = i < starts.length && (starts[i] as number) < end;
    const wanted = inside && (side.partner[i] as number) >= 0 === wantsShared;
    if (wanted && from < 0) from = i;
    if (!wanted && from >= 0) {
      const run = { start: starts[from] as number, end: ends[i - 1] as number };
      if (!wantsShared) marks.push({ ...run, kind: 'own' });
      else if (TELLING.test(text.slice(run.start, run.end))) marks.push({ ...run, kind: 'shared' });
      from = -1;
    }
    if (!inside) return marks;
  }
}

/** The numbers, dates and names of one side that the other has otherwise, with what stands there instead. */
export function factMarks(facts: readonly PageFact[], side: 'a' | 'b', otherText: string): Mark[] {
  return facts
    .flatMap(([kind, a, b]): Mark[] => {
      const [own, other] = side === 'a' ? [a, b] : [b, a];
      if (own === null) return [];
      const instead = other === null ? 'not in the other' : `the other has “${otherText.slice(other[0], other[1])}”`;
      return [{ start: own[0], end: own[1], kind: 'fact', note: `${kind}: ${instead}` }];
    })
    .sort((x, y) => x.start - y.start);
}

export function asideMarks({ aside }: PageText, words: Readonly<Record<string, string>>): Mark[] {
  return aside.map(([start, end, reason]) => ({ start, end, kind: 'aside', note: `not compared: ${words[reason]}` }));
}

/** Marks of two kinds as one list without overlaps: where they meet, those of `over` win and cut the others. */
export function layOver(under: readonly Mark[], over: readonly Mark[]): Mark[] {
  const marks: Mark[] = [];
  let next = 0;
  for (const mark of under) {
    let start = mark.start;
    while (next < over.length && (over[next] as Mark).end <= start) next++;
    for (let i = next; i < over.length && (over[i] as Mark).start < mark.end; i++) {
      const cut = over[i] as Mark;
      if (cut.start > start) marks.push({ ...mark, start, end: cut.start });
      start = Math.max(start, cut.end);
    }
    if (start < mark.end) marks.push({ ...mark, start });
  }
  return [...marks, ...over].sort((x, y) => x.start - y.start);
}
