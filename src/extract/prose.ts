import type { Prose, Span } from '../model/article.ts';
import type { Passage, Region } from '../model/evidence.ts';
import { lineStarts } from './lineStarts.ts';
import { sentences } from './sentences.ts';

/**
 * Text that was copied from the source, and where it began there. If markup or an entity made it shorter than its
 * source, offsets inside it come out that much too early, but on the right line: readers begin a stretch a line.
 */
export interface Stretch {
  readonly text: string;
  readonly start: number;
}

/** A paragraph as a reader found it. A paragraph is one line of prose: it holds no line break. */
export interface Paragraph {
  readonly stretches: readonly Stretch[];
  /** Between dedupe-disable and dedupe-enable. */
  readonly disabled?: true;
}

const PARAGRAPH_BREAK = '\n\n';

/**
 * Joins paragraphs to prose and remembers the way back. Sentences and the way back are computed when they are first asked
 * for: of most articles they never are.
 *
 * @param source what the stretches' offsets point into
 * @param recordLine the line of the record that `source` is a field of: all of it is on that line
 */
export function buildProse(source: string, paragraphs: readonly Paragraph[], recordLine?: number): Prose {
  const spans: Span[] = [];
  let text = '';
  for (const { stretches } of paragraphs) {
    if (spans.length > 0) text += PARAGRAPH_BREAK;
    const start = text.length;
    for (const stretch of stretches) text += stretch.text;
    spans.push({ start, end: text.length });
  }
  const prose = { text, paragraphs: spans, firstLine: (recordLine ?? 1) - 1 };
  const made: Made = { source, from: paragraphs, isOneLine: recordLine !== undefined };
  return { __proto__: LATER, ...prose, made } as unknown as Prose;
}

/** What the rest is made of, and that which was asked for. */
interface Made {
  readonly source: string;
  readonly from: readonly Paragraph[];
  readonly isOneLine: boolean;
  sentences?: Prose['sentences'];
  origin?: Prose['origin'];
  lineStarts?: Prose['lineStarts'];
}

/**
 * Common to all: getters of its own would give each prose a hidden class of its own, by which it outlives the collections of
 * young objects; these then took three times as long.
 */
const LATER: Pick<Prose, 'sentences' | 'origin' | 'lineStarts'> & ThisType<Prose & { readonly made: Made }> = {
  get sentences() {
    this.made.sentences ??= sentences(this.text, this.paragraphs);
    return this.made.sentences;
  },
  get origin() {
    this.made.origin ??= originOf(this.made.from);
    return this.made.origin;
  },
  get lineStarts() {
    this.made.lineStarts ??= this.made.isOneLine ? new Uint32Array(1) : lineStarts(this.made.source);
    return this.made.lineStarts;
  },
};

/** Where each stretch begins in the prose and in the source. */
function originOf(paragraphs: readonly Paragraph[]): Prose['origin'] {
  const prose: number[] = [];
  const source: number[] = [];
  let length = 0;
  for (const { stretches } of paragraphs) {
    for (const { text, start } of stretches) {
      prose.push(length);
      source.push(start);
      length += text.length;
    }
    length += PARAGRAPH_BREAK.length;
  }
  return { prose: Uint32Array.from(prose), source: Uint32Array.from(source) };
}

/** The line of the source, from 1, that holds what stands at this offset of the prose. */
export function lineAt(prose: Prose, offset: number): number {
  const { origin } = prose;
  const stretch = lastAtMost(origin.prose, offset);
  if (stretch < 0) return prose.firstLine + 1;
  const nextStretch = origin.source[stretch + 1] ?? Number.POSITIVE_INFINITY;
  const inside = (origin.source[stretch] as number) + offset - (origin.prose[stretch] as number);
  return prose.firstLine + lastAtMost(prose.lineStarts, Math.min(inside, nextStretch)) + 1;
}

/** A span of the prose with its lines. */
export function region(prose: Prose, { start, end }: Span): Region {
  return { start, end, line: lineAt(prose, start), endLine: lineAt(prose, Math.max(start, end - 1)) };
}

/** A span of the prose, quoted. */
export function passage(prose: Prose, span: Span): Passage {
  return { ...region(prose, span), text: prose.text.slice(span.start, span.end) };
}

/** Index of the last value that is at most `limit`, or -1; `ascending` is sorted. */
function lastAtMost(ascending: Uint32Array, limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] as number) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
