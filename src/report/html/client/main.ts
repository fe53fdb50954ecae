import { count } from '../../wording.ts';
import { type ComparisonView, comparisonView, type PagePairView } from './comparison.ts';
import { readPage } from './data.ts';
import { pairHref } from './entry.ts';
import type { PageFound } from './found.ts';
import { findAt } from './found.ts';
import { h } from './h.ts';
import type { Entry } from './listing.ts';
import { makeOverview, type Overview } from './overview.ts';
import { themeSwitch } from './theme.ts';

const data = readPage();
const main = document.getElementById('main') as HTMLElement;
const status = document.getElementById('status') as HTMLElement;
const tell = (text: string): void => {
  status.textContent = text;
};
const view: ComparisonView = { dimsUnique: false };

const overview: Overview | null = data.kind === 'scan' ? makeOverview(data, tell) : null;
const stage = h('div', { class: 'stage' });
main.replaceChildren(...(overview ? [overview.element, stage] : [stage]));
document
  .getElementById('top')
  ?.append(
    h('a', { class: 'brand', href: '#/' }, 'dedupe'),
    h('span', { class: 'about' }, data.kind === 'scan' ? 'Duplicate articles' : 'Two articles compared'),
    themeSwitch(),
  );
document.getElementById('bottom')?.append(`Made by ${data.tool}. This page is complete: it loads nothing.`);

let scrolledTo = 0;
let neighbours: { before: string | null; after: string | null } = { before: null, after: null };

/** Shows what the address asks for: `#/`, `#/cluster/<article>` or `#/pair/<article>-<article>`. */
function route(): void {
  const [, a, b] = /^#\/pair\/(\d+)-(\d+)$/.exec(location.hash) ?? (data.kind === 'comparison' ? ['', '0', '1'] : []);
  const [, cluster] = /^#\/cluster\/(\d+)$/.exec(location.hash) ?? [];
  const pair = a === undefined || b === undefined ? null : pairAt(Number(a), Number(b));
  if (pair) {
    if (overview && !overview.element.hidden) scrolledTo = scrollY;
    stage.replaceChildren(...(overview ? [pairNav(overview, pair)] : []), comparisonView(data, pair, view, tell));
    if (overview) overview.element.hidden = true;
    scrollTo(0, 0);
    if (overview) stage.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  } else if (overview) {
    stage.replaceChildren();
    const wasHidden = overview.element.hidden;
    overview.element.hidden = false;
    if (cluster !== undefined) overview.goToCluster(Number(cluster));
    else if (wasHidden) scrollTo(0, scrolledTo);
  }
}

function pairAt(a: number, b: number): PagePairView | null {
  if (!data.articles[a] || !data.articles[b]) return null;
  const found = overview?.found() ?? findAt(data, data.thresholds);
  const match = found.matches.find((each) => each.a === a && each.b === b);
  return (
    match ?? identicalThroughFirst(found, a, b) ?? { a, b, relation: null, score: 0, template: false, bridge: false }
  );
}

/** Identical articles are matched with the first of them only: two others are identical all the same. */
function identicalThroughFirst({ matches }: PageFound, a: number, b: number): PagePairView | null {
  const firstOf = (article: number): number =>
    matches.find((match) => match.relation === 'identical' && match.b === article)?.a ?? article;
  const isSame = firstOf(a) === firstOf(b);
  return isSame ? { a, b, relation: 'identical', score: 1, template: false, bridge: false } : null;
}

function pairNav(list: Overview, pair: PagePairView): HTMLElement {
  const hrefs = list.shown().flatMap(pairsOf);
  const at = hrefs.indexOf(pairHref(pair.a, pair.b));
  neighbours = { before: hrefs[at - 1] ?? null, after: at < 0 ? null : (hrefs[at + 1] ?? null) };
  const go = (href: string | null, text: string, key: string) =>
    href === null ? h('span', { class: 'off' }, text) : h('a', { href, 'aria-keyshortcuts': key }, text);
  return h(
    'nav',
    { class: 'pair-nav', 'aria-label': 'Pairs' },
    h('a', { href: '#/', class: 'back', 'aria-keyshortcuts': 'Escape' }, '← All clusters'),
    at >= 0 && h('span', { class: 'tally' }, `pair ${count(at + 1)} of ${count(hrefs.length)}`),
    go(neighbours.before, '‹ Previous', 'k'),
    go(neighbours.after, 'Next ›', 'j'),
  );
}

function pairsOf(entry: Entry): string[] {
  if ('pair' in entry) return [pairHref(entry.pair.a, entry.pair.b)];
  return entry.cluster.members.map(({ article }) => pairHref(entry.cluster.representative, article));
}

addEventListener('hashchange', route);
addEventListener('keydown', (event) => {
  const target = event.target as HTMLElement;
  if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName)) return;
  const isPair = overview !== null && stage.firstChild !== null;
  if (event.key === '/' && overview && !isPair) overview.focusSearch();
  else if (event.key === 'Escape' && isPair) location.hash = '#/';
  else if (event.key === 'j' && isPair && neighbours.after) location.hash = neighbours.after;
  else if (event.key === 'k' && isPair && neighbours.before) location.hash = neighbours.before;
  else return;
  event.preventDefault();
});
route();
