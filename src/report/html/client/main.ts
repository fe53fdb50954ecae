import { count } from '../../wording.ts';
import type { PageArticle } from '../pageData.ts';
import { comparisonView } from './comparison.ts';
import { readPage } from './data.ts';
import { pairHref } from './entry.ts';
import { makeFinder } from './found.ts';
import { h } from './h.ts';
import type { Entry } from './listing.ts';
import { makeOverview, type Overview } from './overview.ts';
import { type PagePairView, pairIn } from './pairHead.ts';
import type { Memory } from './texts.ts';
import { themeSwitch } from './theme.ts';
import { nameOf } from './words.ts';

const data = readPage();
const main = document.getElementById('main') as HTMLElement;
const status = document.getElementById('status') as HTMLElement;
const tell = (text: string): void => {
  status.textContent = text;
};
const { title } = document;
const memory: Memory = { dimsUnique: false };

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
const key = (name: string) => h('kbd', {}, name);
document
  .getElementById('bottom')
  ?.append(
    h('p', {}, `Made by ${data.tool}. This page is complete: it loads nothing.`),
    h(
      'p',
      {},
      key('/'),
      ' search · ',
      key('j'),
      ' ',
      key('k'),
      ' next and previous pair · ',
      key('Esc'),
      ' back to the list · ',
      key('↑'),
      ' ',
      key('↓'),
      ' ',
      key('←'),
      ' ',
      key('→'),
      ' from sentence to sentence',
    ),
  );

let scrolledTo = 0;
/** The address of the comparison that was looked at last. */
let lookedAt = '';
let neighbours: { before: string | null; after: string | null } = { before: null, after: null };

/** Shows what the address asks for: `#/`, `#/cluster/<article>` or `#/pair/<article>-<article>`. */
function route(): void {
  const [, a, b] = /^#\/pair\/(\d+)-(\d+)$/.exec(location.hash) ?? (data.kind === 'comparison' ? ['', '0', '1'] : []);
  const [, cluster] = /^#\/cluster\/(\d+)$/.exec(location.hash) ?? [];
  const isPair = data.articles[Number(a)] !== undefined && data.articles[Number(b)] !== undefined;
  const found = overview?.found() ?? makeFinder(data)(data.thresholds);
  const pair = isPair ? pairIn(found, Number(a), Number(b)) : null;
  if (pair) {
    if (overview && !overview.element.hidden) scrolledTo = scrollY;
    stage.replaceChildren(
      ...(overview ? [pairNav(overview, pair)] : []),
      comparisonView(pair, { data, found, memory, tell }),
    );
    if (overview) overview.element.hidden = true;
    document.title = `${nameOf(data.articles[pair.a] as PageArticle)} – ${nameOf(data.articles[pair.b] as PageArticle)}`;
    scrollTo(0, 0);
    lookedAt = location.hash;
    if (overview) stage.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  } else if (overview) {
    document.title = title;
    stage.replaceChildren();
    const wasHidden = overview.element.hidden;
    overview.element.hidden = false;
    if (cluster !== undefined) overview.goToCluster(Number(cluster));
    else if (wasHidden) returnTo(overview);
  }
}

/** Where the reader was in the overview; by keyboard at the link to the comparison that was looked at last. */
function returnTo({ element }: Overview): void {
  scrollTo(0, scrolledTo);
  const link = element.querySelector<HTMLElement>(`.list a[href="${lookedAt}"]`);
  (link ?? main).focus({ preventScroll: true });
  link?.scrollIntoView({ block: 'nearest' });
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
/** What keys are typed into; a checkbox or a slider has no use for letters. */
const TYPED = 'select, input:not([type="checkbox"], [type="range"])';
addEventListener('keydown', (event) => {
  const target = event.target as HTMLElement;
  if (event.ctrlKey || event.metaKey || event.altKey || target.matches(TYPED)) return;
  const isPair = overview !== null && stage.firstChild !== null;
  if (event.key === '/' && overview && !isPair) overview.focusSearch();
  else if (event.key === 'Escape' && isPair) location.hash = '#/';
  else if (event.key === 'j' && isPair && neighbours.after) location.hash = neighbours.after;
  else if (event.key === 'k' && isPair && neighbours.before) location.hash = neighbours.before;
  else return;
  event.preventDefault();
});
route();
