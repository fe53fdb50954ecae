import type { Columns, Moved } from './columns.ts';
import { draw } from './h.ts';

/** Links that are drawn: more lines would be a grey area. Those that are out of place come first. */
const MOST_LINES = 400;

/** Draws what links the columns: a line from each sentence to what answers it, a band for each paragraph that moved. */
export function linesBetween(columns: Columns): { readonly element: SVGElement; readonly redraw: () => void } {
  const element = draw('svg', { class: 'lines', 'aria-hidden': 'true' });
  const order = columns.links
    .map((_, i) => i)
    .filter((link) => !columns.links[link]?.moved)
    .sort((x, y) => Number(columns.isOutOfPlace(y)) - Number(columns.isOutOfPlace(x)))
    .slice(0, MOST_LINES);
  const redraw = (): void => {
    const box = columns.element.getBoundingClientRect();
    const lit = new Set(element.querySelectorAll('.lit'));
    const wasLit = (link: number) => [...lit].some((path) => path.classList.contains(`line-${link}`));
    element.setAttribute('width', String(box.width));
    element.setAttribute('height', String(box.height));
    const bands = columns.moved.slice(0, MOST_LINES).flatMap((moved) => band(moved, columns, box));
    const paths = order.flatMap((link) => line(link, columns, box, wasLit(link)));
    element.replaceChildren(...bands, ...paths);
  };
  return { element, redraw };
}

function line(link: number, columns: Columns, box: DOMRect, isLit: boolean): SVGElement[] {
  const from = columns.sentences.a.get(link)?.[0];
  const to = columns.sentences.b.get(link)?.[0];
  if (!from || !to) return [];
  const [x1, x2] = gutter(from, to, box);
  const [y1, y2] = [firstLine(from) - box.top, firstLine(to) - box.top];
  const astray = columns.isOutOfPlace(link) ? ' astray' : '';
  return [
    draw('path', { d: `M${x1} ${y1}${curve(x1, y1, x2, y2)}`, class: `line-${link}${astray}${isLit ? ' lit' : ''}` }),
  ];
}

function band({ links }: Moved, columns: Columns, box: DOMRect): SVGElement[] {
  const first = links[0] as number;
  const [from, to] = [columns.sentences.a.get(first)?.[0], columns.sentences.b.get(first)?.[0]];
  if (!from || !to) return [];
  const [x1, x2] = gutter(from, to, box);
  const [a, b] = [from, to].map((sentence) => (sentence.closest('p') as HTMLElement).getBoundingClientRect());
  if (!a || !b) return [];
  const [top1, top2, bottom1, bottom2] = [a.top, b.top, a.bottom, b.bottom].map((y) => y - box.top) as Four;
  const d = `M${x1} ${top1}${curve(x1, top1, x2, top2)}L${x2} ${bottom2}${curve(x2, bottom2, x1, bottom1)}Z`;
  return [draw('path', { d, class: `moved ${links.map((link) => `line-${link}`).join(' ')}` })];
}

type Four = [number, number, number, number];

/** Where the columns of two sentences end and begin. */
function gutter(from: HTMLElement, to: HTMLElement, box: DOMRect): [number, number] {
  const edges = [from, to].map((sentence) => (sentence.closest('.cell') as HTMLElement).getBoundingClientRect());
  return [(edges[0]?.right ?? 0) - box.left + 4, (edges[1]?.left ?? 0) - box.left];
}

function curve(x1: number, y1: number, x2: number, y2: number): string {
  const middle = (x1 + x2) / 2;
  return `C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`;
}

/** The height at which a sentence's first line stands. */
function firstLine(sentence: HTMLElement): number {
  const first = sentence.getClientRects()[0] ?? sentence.getBoundingClientRect();
  return first.top + first.height / 2;
}
