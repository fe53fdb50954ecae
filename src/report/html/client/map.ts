import type { Relation } from '../../../model.ts';
import { counted } from '../../wording.ts';
import type { PageArticle, PageData } from '../pageData.ts';
import { pairHref } from './entry.ts';
import type { PageCluster, PageFound, PageMatch } from './found.ts';
import { draw, h } from './h.ts';
import { layMap, type Place } from './mapLayout.ts';
import { nameOf } from './words.ts';

const HEIGHT = 300;

/** Members that are drawn one by one, in a disc of this radius or more. */
const MOST_PETALS = 24;
const LEAST_RADIUS = 9;

/** Clusters whose names fit on the map. */
const MOST_NAMED = 12;

/** A cluster, or an article that is in none and has a link. */
interface Stop {
  readonly article: number;
  readonly cluster: PageCluster | undefined;
  readonly size: number;
}

/** A map of all clusters: a disc each, its articles in it, lines for what links them. */
export interface ClusterMap {
  readonly element: HTMLElement;
  readonly show: (found: PageFound) => void;
}

export function makeMap(data: PageData): ClusterMap {
  const surface = draw('svg', {
    class: 'map',
    role: 'group',
    'aria-label': 'Map of the clusters; arrow keys go from one to the next',
  });
  const caption = h('p', { class: 'tally', 'aria-live': 'polite' });
  const element = h(
    'section',
    { class: 'panel map-panel', 'aria-labelledby': 'map-title' },
    h('div', { class: 'section-head' }, h('h2', { id: 'map-title' }, 'Map'), caption),
    surface,
  );
  let found: PageFound | null = null;
  let width = 0;
  const render = (): void => {
    if (found === null || width < 40) return;
    surface.replaceChildren(...mapNodes(data, found, width, surface));
    caption.textContent = captionOf(found);
  };
  new ResizeObserver(([entry]) => {
    const now = Math.round(entry?.contentRect.width ?? 0);
    if (now === width) return;
    width = now;
    render();
  }).observe(element);
  surface.addEventListener('keydown', (event) => step(surface, event));
  return {
    element,
    show: (now) => {
      found = now;
      render();
    },
  };
}

function captionOf({ matches }: PageFound): string {
  const bridges = matches.filter(({ bridge }) => bridge).length;
  const excerpts = matches.filter(({ relation }) => relation === 'excerpt').length;
  const lines = [bridges > 0 && counted(bridges, 'bridge'), excerpts > 0 && counted(excerpts, 'excerpt')].filter(
    (part) => part !== false,
  );
  return lines.length === 0 ? 'nothing links the clusters' : `lines: ${lines.join(', ')}`;
}

function mapNodes(data: PageData, found: PageFound, width: number, surface: SVGElement): SVGElement[] {
  const links = found.matches.filter(({ bridge, relation }) => bridge || relation === 'excerpt');
  const stops = new Map<number, Stop>();
  for (const cluster of found.clusters)
    stops.set(cluster.representative, { article: cluster.representative, cluster, size: cluster.members.length + 1 });
  const stopOf = (article: number): number => found.clusterOf.get(article)?.representative ?? article;
  for (const { a, b } of links) {
    for (const article of [stopOf(a), stopOf(b)]) {
      if (!stops.has(article)) stops.set(article, { article, cluster: undefined, size: 1 });
    }
  }
  const all = [...stops.values()];
  const at = new Map(all.map(({ article }, i) => [article, i]));
  const ends = links.map(({ a, b }) => [at.get(stopOf(a)) as number, at.get(stopOf(b)) as number] as const);
  const { places, height } = layMap(
    all,
    ends.filter(([a, b]) => a !== b),
    width,
    HEIGHT,
  );
  surface.setAttribute('viewBox', `0 0 ${width} ${height}`);
  surface.setAttribute('width', String(width));
  surface.setAttribute('height', String(Math.round(height)));
  const lines = links.flatMap((match, i) => {
    const [a, b] = ends[i] as readonly [number, number];
    return a === b ? [] : [lineElement(match, places[a] as Place, places[b] as Place)];
  });
  const named = all.length <= MOST_NAMED;
  return [...lines, ...all.map((stop, i) => stopElement(stop, places[i] as Place, data, i === 0, named, links))];
}

/** From edge to edge, bent upwards so that it passes over what stands between. */
function lineElement({ relation }: PageMatch, from: Place, to: Place): SVGElement {
  const [left, right] = from.x <= to.x ? [from, to] : [to, from];
  const length = Math.hypot(right.x - left.x, right.y - left.y) || 1;
  const bend = Math.min(60, length / 3);
  const middle = { x: (left.x + right.x) / 2, y: (left.y + right.y) / 2 - bend };
  const [start, end] = [towards(left, middle), towards(right, middle)];
  return draw('path', {
    class: `link ${relation === 'excerpt' ? 'excerpt' : 'bridge'}`,
    d: `M${start}Q${round(middle.x)} ${round(middle.y)} ${end}`,
  });
}

/** The point of a disc's edge that lies towards another point. */
function towards({ x, y, r }: Place, to: { readonly x: number; readonly y: number }): string {
  const distance = Math.hypot(to.x - x, to.y - y) || 1;
  return `${round(x + ((to.x - x) / distance) * r)} ${round(y + ((to.y - y) / distance) * r)}`;
}

function stopElement(
  stop: Stop,
  { x, y, r }: Place,
  data: PageData,
  first: boolean,
  named: boolean,
  links: readonly PageMatch[],
): SVGElement {
  const name = nameOf(data.articles[stop.article] as PageArticle);
  const relations = stop.cluster?.members.map(({ relation }) => relation) ?? [];
  const main = stop.cluster?.template ? 'template' : mostOf(relations);
  const single = links.find(({ a, b }) => a === stop.article || b === stop.article);
  const href = stop.cluster ? `#/cluster/${stop.article}` : single ? pairHref(single.a, single.b) : '#/';
  const what = stop.cluster
    ? `${counted(stop.size, 'article')}, ${main === 'template' ? 'one template' : [...new Set(relations)].join(', ')}`
    : 'in no cluster, linked';
  const isDetailed = r >= LEAST_RADIUS && relations.length <= MOST_PETALS && relations.length > 0;
  return draw(
    'a',
    {
      class: `stop ${main ?? 'single'}${isDetailed ? ' detailed' : ''}`,
      href,
      tabindex: first ? 0 : -1,
      'aria-label': `${name}: ${what}`,
      transform: `translate(${round(x)} ${round(y)})`,
    },
    draw('title', {}, `${name}\n${what}`),
    draw('circle', { class: 'disc', r: round(r) }),
    isDetailed ? petals(relations, r) : null,
    named ? draw('text', { y: round(r + 15) }, name.length > 26 ? `${name.slice(0, 24)} …` : name) : null,
  );
}

/** The representative in the middle, its members around it; two articles beside each other. */
function petals(relations: readonly Relation[], r: number): SVGElement[] {
  const [only] = relations;
  if (only !== undefined && relations.length === 1) {
    const [x, size] = [round(r * 0.4), round(Math.max(2, r / 4.5))];
    return [
      draw('path', { class: 'spoke', d: `M${-x} 0H${x}` }),
      draw('circle', { class: 'heart', cx: -x, r: size }),
      draw('circle', { class: `petal ${only}`, cx: x, r: size }),
    ];
  }
  const size = Math.min(r / 4, (Math.PI * r * 0.62) / Math.max(3, relations.length) / 1.4);
  return [
    ...relations.flatMap((relation, i) => {
      const angle = (i / relations.length) * 2 * Math.PI - Math.PI / 2;
      const [x, y] = [round(Math.cos(angle) * r * 0.66), round(Math.sin(angle) * r * 0.66)];
      return [
        draw('path', { class: 'spoke', d: `M0 0L${x} ${y}` }),
        draw('circle', { class: `petal ${relation}`, cx: x, cy: y, r: round(size) }),
      ];
    }),
    draw('circle', { class: 'heart', r: round(Math.max(2, r / 5)) }),
  ];
}

function mostOf(relations: readonly Relation[]): Relation | undefined {
  const counts = new Map<Relation, number>();
  for (const relation of relations) counts.set(relation, (counts.get(relation) ?? 0) + 1);
  return [...counts].sort(([, m], [, n]) => n - m)[0]?.[0];
}

function step(surface: SVGElement, event: KeyboardEvent): void {
  const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (by === undefined) return;
  const stops = [...surface.querySelectorAll<SVGElement>('.stop')];
  const next = stops[stops.indexOf(document.activeElement as unknown as SVGElement) + by];
  if (!next) return;
  event.preventDefault();
  for (const stop of surface.querySelectorAll('.stop[tabindex="0"]')) stop.setAttribute('tabindex', '-1');
  next.setAttribute('tabindex', '0');
  next.focus();
}

function round(x: number): number {
  return Math.round(x * 10) / 10;
}
