import { counted } from '../../wording.ts';
import type { PageData } from '../pageData.ts';
import type { PageFound } from './found.ts';
import { draw, h } from './h.ts';
import { mapNodes } from './mapDrawing.ts';

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
  const note = h('p', { class: 'note' });
  const element = h(
    'section',
    { class: 'panel map-panel', 'aria-labelledby': 'map-title' },
    h('div', { class: 'section-head' }, h('h2', { id: 'map-title' }, 'Map'), caption),
    surface,
    note,
  );
  let found: PageFound | null = null;
  let width = 0;
  const render = (): void => {
    if (found === null || width < 40) return;
    surface.replaceChildren(...mapNodes(data, found, width, surface));
    surface.querySelector('.stop')?.setAttribute('tabindex', '0');
    caption.textContent = captionOf(found);
    note.textContent = noteOf(found);
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
      element.hidden = now.matches.length === 0;
      render();
    },
  };
}

function noteOf({ clusters, matches }: PageFound): string {
  const hasBridges = matches.some(({ bridge }) => bridge);
  const hasExcerpts = matches.some(({ relation }) => relation === 'excerpt');
  return [
    clusters.length > 0 && 'A disc is a cluster, its size the number of articles.',
    hasBridges && 'A solid line is a bridge: a pair that matches across clusters.',
    hasExcerpts && 'A dashed line is an excerpt.',
  ]
    .filter((sentence) => sentence !== false)
    .join(' ');
}

function captionOf({ matches }: PageFound): string {
  const bridges = matches.filter(({ bridge }) => bridge).length;
  const excerpts = matches.filter(({ relation }) => relation === 'excerpt').length;
  const parts = [bridges > 0 && counted(bridges, 'bridge'), excerpts > 0 && counted(excerpts, 'excerpt')];
  return parts.filter((part) => part !== false).join(', ');
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
