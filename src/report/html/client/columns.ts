import { setAsideWords } from '../../skips.ts';
import type { PageEvidence, PageSpan, PageText } from '../pageData.ts';
import { type Alignment, align, firstFrom } from './alignment.ts';
import { h } from './h.ts';
import type { SentenceLink } from './links.ts';
import { asideMarks, factMarks, layOver, type Mark, wordMarks } from './marks.ts';
import { passageNodes } from './passage.ts';
import { layRows, type Row, type Tie } from './rows.ts';

/** Two texts laid out in two columns. */
export interface Columns {
  readonly element: HTMLElement;
  readonly links: readonly SentenceLink[];
  /** The elements of each link's sentences that are there by now. */
  readonly sentences: Readonly<Record<'a' | 'b', ReadonlyMap<number, readonly HTMLElement[]>>>;
  /** Adds so many rows more; false if there are none left. */
  readonly grow: (rows: number) => boolean;
  /** Whether something of a text stands at another place in the other. */
  readonly isOutOfPlace: (link: number) => boolean;
  /** The paragraphs that moved, each with the links in it. */
  readonly moved: readonly Moved[];
}

/** Paragraphs that stand unchanged at another place, by their links. */
export interface Moved {
  readonly a: number;
  readonly b: number;
  readonly links: readonly number[];
}

/** One side as it is drawn. */
interface Column {
  readonly side: 'a' | 'b';
  readonly text: PageText;
  readonly marks: readonly Mark[];
  readonly linkOf: ReadonlyMap<number, number>;
  readonly elements: Map<number, HTMLElement[]>;
}

/** Rows are made as they are needed: `grow` adds them. */
export function layColumns(a: PageText, b: PageText, evidence: PageEvidence | null): Columns {
  const alignment = align(a, b, evidence);
  const { links } = alignment;
  const facts = evidence && 'facts' in evidence ? evidence.facts : [];
  const columns = [
    columnOf('a', a, alignment, factMarks(facts, 'a', b.text)),
    columnOf('b', b, alignment, factMarks(facts, 'b', a.text)),
  ] as const;
  const places = links.map((link) => ({ a: paragraphOf(a, link.a), b: paragraphOf(b, link.b) }));
  const rows = layRows(tiesOf(links, places, alignment), { a: a.paragraphs.length, b: b.paragraphs.length });
  const rowOf = (side: 'a' | 'b', paragraph: number): number =>
    rows.findLastIndex((row) => row[side][0] <= paragraph && row[side][0] < row[side][1]);
  const outOfPlace = places.map((place, i) => links[i]?.moved || rowOf('a', place.a) !== rowOf('b', place.b));

  const element = h('div', { class: 'rows' });
  let made = 0;
  return {
    element,
    links,
    sentences: { a: columns[0].elements, b: columns[1].elements },
    isOutOfPlace: (link) => outOfPlace[link] ?? false,
    moved: movedIn(links, places),
    grow: (more) => {
      for (const row of rows.slice(made, made + more)) element.append(rowElement(row, columns, links, outOfPlace));
      made += more;
      return made < rows.length;
    },
  };
}

function columnOf(side: 'a' | 'b', text: PageText, alignment: Alignment, facts: readonly Mark[]): Column {
  const linkOf = new Map<number, number>();
  alignment.links.forEach((link, i) => {
    for (const sentence of link[side]) if (!linkOf.has(sentence)) linkOf.set(sentence, i);
  });
  const inWords = [...linkOf]
    .sort(([x], [y]) => x - y)
    .flatMap(([sentence, link]) => {
      const share = alignment.links[link]?.share ?? 0;
      return wordMarks(text.text, alignment[side], text.sentences[sentence] as PageSpan, share);
    });
  const marks = layOver(layOver(inWords, facts), asideMarks(text, setAsideWords));
  return { side, text, marks, linkOf, elements: new Map() };
}

/** The paragraph in which the first of these sentences stands. */
function paragraphOf({ sentences, paragraphs }: PageText, [first]: readonly number[]): number {
  const start = (sentences[first as number] as PageSpan)[0];
  return paragraphs.findLastIndex((paragraph) => paragraph[0] <= start);
}

function movedIn(links: readonly SentenceLink[], places: readonly { a: number; b: number }[]): Moved[] {
  const moved = new Map<string, { a: number; b: number; links: number[] }>();
  links.forEach((link, i) => {
    const place = places[i];
    if (!link.moved || place === undefined) return;
    const key = `${place.a} ${place.b}`;
    const known = moved.get(key);
    if (known) known.links.push(i);
    else moved.set(key, { ...place, links: [i] });
  });
  return [...moved.values()];
}

function tiesOf(
  links: readonly SentenceLink[],
  places: readonly { readonly a: number; readonly b: number }[],
  { a }: Alignment,
): Tie[] {
  const ties = new Map<string, { a: number; b: number; weight: number }>();
  links.forEach(({ a: sentences, similarity, moved }, i) => {
    if (moved) return;
    const place = places[i] as { a: number; b: number };
    const key = `${place.a} ${place.b}`;
    const tie = ties.get(key) ?? { ...place, weight: 0 };
    tie.weight += similarity * sentences.reduce((words, sentence) => words + (a.sizes[sentence] as number), 1);
    ties.set(key, tie);
  });
  return [...ties.values()];
}

function rowElement(
  row: Row,
  columns: readonly [Column, Column],
  links: readonly SentenceLink[],
  outOfPlace: readonly boolean[],
): HTMLElement {
  return h(
    'div',
    { class: 'row' },
    columns.map((column) => {
      const [from, to] = row[column.side];
      const paragraphs = Array.from({ length: to - from }, (_, i) =>
        paragraphElement(from + i, column, links, outOfPlace),
      );
      return h('div', { class: `cell ${column.side}` }, paragraphs);
    }),
  );
}

function paragraphElement(
  index: number,
  column: Column,
  links: readonly SentenceLink[],
  outOfPlace: readonly boolean[],
): HTMLElement {
  const { text, side } = column;
  const [start, end] = text.paragraphs[index] as PageSpan;
  const nodes: Node[] = [];
  let at = start;
  let moved = false;
  for (let s = firstSentence(text, start); s < text.sentences.length; s++) {
    const [from, to] = text.sentences[s] as PageSpan;
    if (from >= end) break;
    nodes.push(...stretch(column, at, from));
    const link = column.linkOf.get(s);
    moved ||= link !== undefined && (links[link]?.moved ?? false);
    nodes.push(sentenceElement(column, from, to, link, link !== undefined && (outOfPlace[link] ?? false)));
    at = to;
  }
  nodes.push(...stretch(column, at, end));
  const line = h('span', { class: 'line', 'aria-hidden': 'true' }, String(text.lines[index] ?? ''));
  const note = moved && h('span', { class: 'moved-note', dir: 'ltr' }, side === 'a' ? 'moved away' : 'moved here');
  // The text alone decides which way it runs: what has a direction of its own is not asked.
  return h('p', { dir: 'auto', class: moved ? 'moved' : null }, line, note, nodes);
}

function sentenceElement(
  column: Column,
  from: number,
  to: number,
  link: number | undefined,
  astray: boolean,
): HTMLElement {
  const nodes = stretch(column, from, to);
  if (link === undefined) return h('span', { class: 's unique' }, nodes);
  const element = h(
    'span',
    {
      class: `s linked${astray ? ' astray' : ''}`,
      'data-link': link,
      tabindex: -1,
      role: 'button',
    },
    nodes,
  );
  const known = column.elements.get(link);
  if (known) known.push(element);
  else column.elements.set(link, [element]);
  return element;
}

function stretch({ text, marks }: Column, from: number, to: number): Node[] {
  if (from >= to) return [];
  const first = firstFrom(marks, ({ end }) => end, from + 1);
  const inside: Mark[] = [];
  for (let i = first; i < marks.length && (marks[i] as Mark).start < to; i++) inside.push(marks[i] as Mark);
  return passageNodes(text.text, from, to, inside);
}

function firstSentence({ sentences }: PageText, start: number): number {
  return firstFrom(sentences, ([from]) => from, start);
}
