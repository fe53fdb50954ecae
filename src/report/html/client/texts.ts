import { count, counted } from '../../wording.ts';
import type { PageEvidence, PageText } from '../pageData.ts';
import { layColumns } from './columns.ts';
import { follow, offerFirst } from './follow.ts';
import { type Child, h } from './h.ts';
import { linesBetween } from './lines.ts';

/** Rows that are laid out at once, and then in each idle moment. */
const ROWS = 40;

/** What is remembered from one comparison to the next. */
export interface Memory {
  dimsUnique: boolean;
}

/** Both texts beside each other, with what links them. */
export function textsView(
  { a, b, evidence }: { readonly a: PageText; readonly b: PageText; readonly evidence: PageEvidence | null },
  heads: HTMLElement,
  memory: Memory,
  tell: (text: string) => void,
): HTMLElement {
  const columns = layColumns(a, b, evidence);
  const lines = linesBetween(columns);
  const redraw = (): void => void requestAnimationFrame(lines.redraw);
  const pane = h(
    'div',
    { class: `texts${memory.dimsUnique ? ' dims' : ''}`, lang: '' },
    columns.element,
    lines.element,
  );
  const grow = (): void => {
    const more = columns.grow(ROWS);
    offerFirst(columns);
    redraw();
    if (more) setTimeout(grow);
  };
  grow();
  new ResizeObserver(redraw).observe(columns.element);
  follow(columns, lines.element, tell);

  const dim = h('input', {
    type: 'checkbox',
    change: () => {
      memory.dimsUnique = dim.checked;
      pane.classList.toggle('dims', dim.checked);
    },
  });
  dim.checked = memory.dimsUnique;
  const { links } = columns;
  const moved = links.filter((link) => link.moved).length;
  const tally = `${counted(links.length, 'linked sentence')}${moved > 0 ? `, ${count(moved)} moved` : ''}`;
  return h(
    'section',
    { 'aria-label': 'The two texts' },
    h(
      'div',
      { class: 'tools' },
      h('label', { class: 'switch' }, dim, ' Dim what is unique'),
      h('p', { class: 'legend' }, legend(evidence, moved)),
      h('p', { class: 'tally' }, tally),
    ),
    heads,
    pane,
  );
}

function legend(evidence: PageEvidence | null, moved: number): Child {
  const key = (className: string, text: string) =>
    h('span', { class: 'key' }, h('span', { class: `swatch ${className}` }), text);
  return [
    key('own-a', 'only in A'),
    key('own-b', 'only in B'),
    evidence?.kind === 'rewrite' && key('shared', 'shared word'),
    evidence !== null &&
      'facts' in evidence &&
      evidence.facts.length > 0 &&
      key('fact', 'number, date or name that differs'),
    moved > 0 && key('moved', 'moved'),
  ];
}
