import { count, counted } from '../../wording.ts';
import type { PageData } from '../pageData.ts';
import { entryElement } from './entry.ts';
import type { PageFound } from './found.ts';
import { h } from './h.ts';
import { type Entry, type Filter, isOfKind, type Kind, listed, SORTS, type Sort } from './listing.ts';

/** Entries made at once, and then in each idle moment until all are there: the browser's own search finds them all. */
const AT_ONCE = 30;

const KINDS: readonly (readonly [Kind, string])[] = [
  ['identical', 'Identical'],
  ['near-copy', 'Near-copy'],
  ['rewrite', 'Rewrite'],
  ['excerpt', 'Excerpt'],
  ['bridge', 'Bridge'],
  ['template', 'Template'],
  ['new', 'New'],
];

/** The list of what was found, with its tools. */
export interface List {
  readonly element: HTMLElement;
  readonly show: (entries: readonly Entry[], found: PageFound) => void;
  /** Makes sure that a cluster is in the list, and goes to it. */
  readonly goTo: (representative: number) => void;
  readonly focusSearch: () => void;
  /** What the list shows, in its order. */
  readonly shown: () => readonly Entry[];
}

export function makeList(data: PageData, tell: (text: string) => void): List {
  let filter: Filter = { text: '', kinds: new Set(), least: 0, most: 1, sort: 'size' };
  let all: readonly Entry[] = [];
  let shown: readonly Entry[] = [];
  let found: PageFound | null = null;
  let filling = 0;

  const hasScores = data.pairs.length > 0;
  const nothing = hasScores ? 'Nothing matches at these thresholds.' : 'No article matches another.';
  const rows = h('ol', { class: 'entries' });
  const tally = h('p', { class: 'tally' });
  const search = h('input', {
    type: 'search',
    placeholder: 'Search',
    'aria-label': 'Search titles and paths',
    'aria-keyshortcuts': '/',
    autocomplete: 'off',
    spellcheck: 'false',
    input: () => refine({ text: search.value }),
  });
  const sort = h(
    'select',
    { 'aria-label': 'Sort', change: () => refine({ sort: sort.value as Sort }) },
    Object.entries(SORTS).map(([value, text]) => h('option', { value }, text)),
  );
  const least = boundInput('Least score', 0, (value) => refine({ least: value }));
  const most = boundInput('Greatest score', 1, (value) => refine({ most: value }));
  const chips = new Map(
    KINDS.map(([kind, name]) => [
      kind,
      h(
        'button',
        { type: 'button', class: `chip ${kind}`, 'aria-pressed': 'false', click: () => toggle(kind) },
        name,
        ' ',
        h('span', { class: 'n' }),
      ),
    ]),
  );

  const toggle = (kind: Kind): void => {
    const kinds = new Set(filter.kinds);
    if (!kinds.delete(kind)) kinds.add(kind);
    refine({ kinds });
  };
  const refine = (change: Partial<Filter>): void => {
    filter = { ...filter, ...change };
    update();
    tell(`${counted(shown.length, 'entry', 'entries')} listed`);
  };
  const update = (): void => {
    shown = listed(all, data, filter);
    for (const [kind, chip] of chips) {
      const n = all.filter((entry) => isOfKind(entry, kind)).length;
      chip.hidden = n === 0 || (kind === 'new' && data.known.length === 0);
      chip.setAttribute('aria-pressed', String(filter.kinds.has(kind)));
      (chip.lastElementChild as Element).textContent = count(n);
    }
    const total = counted(all.length, 'entry', 'entries');
    tally.textContent = shown.length === all.length ? total : `${count(shown.length)} of ${total}`;
    tools.hidden = all.length === 0;
    rows.replaceChildren();
    if (all.length === 0) rows.append(h('li', { class: 'nothing' }, nothing));
    else if (shown.length === 0) {
      const show = h('button', { type: 'button', class: 'more', click: () => clear() }, 'Show all');
      rows.append(h('li', { class: 'nothing' }, 'Nothing in the list fits this filter. ', show));
    }
    const run = ++filling;
    const fill = (from: number): void => {
      if (run !== filling || found === null) return;
      append(from, from + AT_ONCE);
      if (from + AT_ONCE < shown.length) setTimeout(fill, 0, from + AT_ONCE);
    };
    fill(0);
  };
  const append = (from: number, to: number): void => {
    const batch = document.createDocumentFragment();
    for (const entry of shown.slice(from, to)) batch.append(entryElement(entry, data, found as PageFound));
    rows.append(batch);
  };

  const clear = (): void => {
    search.value = '';
    least.value = '0';
    most.value = '1';
    refine({ text: '', kinds: new Set(), least: 0, most: 1 });
  };
  const tools = h(
    'div',
    { class: 'tools', role: 'search' },
    search,
    h('div', { class: 'chips', role: 'group', 'aria-label': 'Show only' }, [...chips.values()]),
    h('div', { class: 'range' }, 'Score ', least, ' to ', most),
    sort,
  );
  const element = h(
    'section',
    { class: 'list', 'aria-labelledby': 'list-title' },
    h('div', { class: 'section-head' }, h('h2', { id: 'list-title' }, 'Clusters'), tally),
    tools,
    rows,
  );
  return {
    element,
    show: (entries, now) => {
      all = entries;
      found = now;
      update();
    },
    goTo: (representative) => {
      const at = () =>
        shown.findIndex((entry) => 'cluster' in entry && entry.cluster.representative === representative);
      if (at() < 0) clear();
      const made = rows.querySelectorAll(':scope > .entry').length;
      if (at() >= made) {
        filling++;
        append(made, shown.length);
      }
      const entry = document.getElementById(`cluster-${representative}`);
      entry?.scrollIntoView({ block: 'center' });
      entry?.focus({ preventScroll: true });
    },
    focusSearch: () => search.focus(),
    shown: () => shown,
  };
}

/** An end of the range of scores; left empty, it is no bound. */
function boundInput(label: string, none: number, change: (value: number) => void): HTMLInputElement {
  const input = h('input', {
    type: 'number',
    min: 0,
    max: 1,
    step: 0.05,
    value: none,
    'aria-label': label,
    input: () => change(input.value === '' ? none : Number(input.value)),
  });
  return input;
}
