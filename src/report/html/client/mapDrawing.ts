import type { Relation } from '../../../model/match.ts';
import { head } from '../../elide.ts';
import { counted } from '../../wording.ts';
import type { PageArticle, PageData } from '../pageData.ts';
import { pairHref } from './entry.ts';
import type { PageCluster, PageFound, PageMatch } from './found.ts';
import { draw } from './h.ts';
import { cellOf, layMap, type Place } from './mapLayout.ts';
import { nameOf } from './words.ts';

const HEIGHT = 300;

/** Members that are drawn one by one, on maps whose smallest disc has this radius or more. */
const MOST_PETALS = 48;
const LEAST_RADIUS = 9;

/** Clusters whose names fit on the map. */
const MOST_NAMED = 12;

/** A name stands in the gap below its disc: from this radius on that is as high as a line, and eight letters wide. */
const LEAST_NAMED = 20;

/** The width of a letter of a name, about: names must not run into each other. */
const LETTER = 6.5;

/** A cluster, or an article that is in none and has a link. */
interface Stop {
  readonly article: number;
  readonly cluster: PageCluster | undefined;
  readonly size: number;
}

/** What all discs of one map have in common. */
interface Sheet {
  readonly data: PageData;
  readonly links: readonly PageMatch[];
  readonly named: boolean;
  readonly detailed: boolean;
}

/** The map's lines and discs; the drawing is made as high as they need. */
export function mapNodes(data: PageData, found: PageFound, width: number, surface: SVGElement): SVGElement[] {
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
  const detailed = places.every(({ r }) => r >= LEAST_RADIUS);
  const sheet: Sheet = { data, links, named, detailed };
  return [...lines, ...all.map((stop, i) => stopElement(stop, places[i] as Place, sheet))];
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

function stopElement(stop: Stop, { x, y, r }: Place, { data, links, named, detailed }: Sheet): SVGElement {
  const name = nameOf(data.articles[stop.article] as PageArticle);
  const relations = stop.cluster?.members.map(({ relation }) => relation) ?? [];
  const main = stop.cluster?.template ? 'template' : mostOf(relations);
  const href = stop.cluster ? `#/cluster/${stop.article}` : linkOf(stop.article, links);
  const what = stop.cluster
    ? `${counted(stop.size, 'article')}, ${main === 'template' ? 'one template' : [...new Set(relations)].join(', ')}`
    : 'in no cluster, linked';
  const isDetailed = detailed && relations.length <= MOST_PETALS && relations.length > 0;
  return draw(
    'a',
    {
      class: `stop ${main ?? 'single'}${isDetailed ? ' detailed' : ''}`,
      href,
      tabindex: -1,
      'aria-label': `${name}: ${what}`,
      transform: `translate(${round(x)} ${round(y)})`,
    },
    draw('title', {}, `${name}\n${what}`),
    draw('circle', { class: 'disc', r: round(r) }),
    isDetailed ? petals(relations, r) : null,
    named && r >= LEAST_NAMED ? draw('text', { y: round(r + 15) }, head(name, Math.round(cellOf(r) / LETTER))) : null,
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

/** An article in no cluster leads to the first pair that it is in. */
function linkOf(article: number, links: readonly PageMatch[]): string {
  const link = links.find(({ a, b }) => a === article || b === article);
  return link === undefined ? '#/' : pairHref(link.a, link.b);
}

function round(x: number): number {
  return Math.round(x * 10) / 10;
}
