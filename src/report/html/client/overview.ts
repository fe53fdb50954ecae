import type { Thresholds } from '../../../model/result.ts';
import { count, counted } from '../../wording.ts';
import type { PageData } from '../pageData.ts';
import { makeFinder, type PageFound } from './found.ts';
import { h } from './h.ts';
import { makeHistogram } from './histogram.ts';
import { makeList } from './list.ts';
import { type Entry, entriesOf } from './listing.ts';
import { makeMap } from './map.ts';
import { visible } from './visible.ts';

type Scored = keyof Thresholds;

export interface Overview {
  readonly element: HTMLElement;
  readonly goToCluster: (representative: number) => void;
  readonly focusSearch: () => void;
  readonly found: () => PageFound;
  readonly shown: () => readonly Entry[];
}

/** What was found at a glance, and the list of it; all of it follows the thresholds. */
export function makeOverview(data: PageData, tell: (text: string) => void): Overview {
  let thresholds = data.thresholds;
  const findAt = makeFinder(data);
  let found = findAt(thresholds);
  let scheduled = false;

  const headline = h('h1', {});
  const figures = h('dl', { class: 'figures' });
  const map = makeMap(data);
  const list = makeList(data, tell);
  const reset = h(
    'button',
    { type: 'button', class: 'reset', click: () => moveTo(data.thresholds) },
    'Back to the scan’s thresholds',
  );
  const scored = (['near-copy', 'excerpt', 'rewrite'] as const).filter((relation) => data.relations.includes(relation));
  const histograms = scored.map((relation) =>
    makeHistogram(relation, data, (threshold) => moveTo({ ...thresholds, [relation]: threshold })),
  );

  const moveTo = (to: Thresholds): void => {
    thresholds = to;
    if (scheduled) return;
    scheduled = true;
    // One drawing a frame, however fast the slider moves.
    requestAnimationFrame(() => {
      scheduled = false;
      found = findAt(thresholds);
      render();
      tell(`${counted(found.duplicates, 'duplicate')} at these thresholds`);
    });
  };
  const render = (): void => {
    const ordinary = found.clusters.filter(({ template }) => !template).length;
    headline.textContent =
      found.duplicates === 0
        ? 'No duplicates'
        : `${counted(found.duplicates, 'duplicate')} in ${counted(ordinary, 'cluster')}`;
    figures.replaceChildren(
      ...figuresOf(data, found).map(([n, name]) => h('div', {}, h('dt', {}, name), h('dd', {}, count(n)))),
    );
    for (const histogram of histograms) histogram.show(thresholds);
    reset.hidden = (Object.keys(thresholds) as Scored[]).every(
      (relation) => thresholds[relation] === data.thresholds[relation],
    );
    map.show(found);
    list.show(entriesOf(found), found);
  };
  const element = h(
    'div',
    { class: 'overview' },
    h('section', { class: 'lead', 'aria-label': 'Overview' }, headline, figures),
    h(
      'div',
      { class: 'panels' },
      histograms.length > 0 &&
        h(
          'section',
          { class: 'panel', 'aria-labelledby': 'scores-title' },
          h('div', { class: 'section-head' }, h('h2', { id: 'scores-title' }, 'Scores'), reset),
          histograms.map((histogram) => histogram.element),
          h(
            'p',
            { class: 'note' },
            'Move a threshold, and the clusters form anew from the saved scores. Below the hatched end nothing was saved.',
          ),
        ),
      map.element,
    ),
    list.element,
    listPart(
      `${count(data.summary.skipped)} skipped`,
      data.skipped.map(([path, why]) => [[path], why]),
      data.summary.skipped,
    ),
    listPart(
      `${counted(data.summary.suppressed, 'match', 'matches')} not reported: known to match`,
      data.suppressed.map(([a, b, why]) => [[a, b], why]),
      data.summary.suppressed,
    ),
    h('p', { class: 'promise' }, data.promise),
  );
  render();
  return { element, goToCluster: list.goTo, focusSearch: list.focusSearch, found: () => found, shown: list.shown };
}

function figuresOf({ summary }: PageData, { clusters, matches }: PageFound): (readonly [number, string])[] {
  const ordinary = clusters.filter(({ template }) => !template).length;
  const excerpts = matches.filter(({ relation }) => relation === 'excerpt').length;
  const bridges = matches.filter(({ bridge }) => bridge).length;
  const all: (readonly [number, string, string?])[] = [
    [summary.articles, 'article compared', 'articles compared'],
    [ordinary, 'cluster'],
    [excerpts, 'excerpt'],
    [bridges, 'bridge'],
    [clusters.length - ordinary, 'template group'],
    [summary.skipped, 'skipped', 'skipped'],
    [summary.suppressed, 'suppressed', 'suppressed'],
  ];
  return all.filter(([n], i) => n > 0 || i < 2).map(([n, noun, nouns = `${noun}s`]) => [n, n === 1 ? noun : nouns]);
}

/** What is not in the list, and why; folded. */
function listPart(
  title: string,
  items: readonly (readonly [paths: readonly string[], why: string])[],
  total: number,
): HTMLElement | false {
  if (items.length === 0) return false;
  const rest = total - items.length;
  return h(
    'details',
    { class: 'aside-list' },
    h('summary', {}, title),
    h(
      'ul',
      {},
      items.map(([paths, why]) =>
        h(
          'li',
          {},
          paths.map((path, i) => [i > 0 && ' and ', h('bdi', { class: 'path' }, visible(path))]),
          ` ${visible(why)}`,
        ),
      ),
      rest > 0 && h('li', {}, `and ${count(rest)} more`),
    ),
  );
}
