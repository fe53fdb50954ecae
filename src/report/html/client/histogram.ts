import type { Relation } from '../../../model/match.ts';
import type { Thresholds } from '../../../model/result.ts';
import { count } from '../../wording.ts';
import type { PageData } from '../pageData.ts';
import { draw, h } from './h.ts';
import { RELATION_NAMES, SCORE_NAMES, scoreText } from './words.ts';

type Scored = keyof Thresholds;

/** Bars of 0.02 each: as fine as two digits of a score can tell apart by eye. */
const BARS = 50;
const HEIGHT = 44;

/** How the scores of each relation are spread, with the threshold on it, which can be moved. */
export interface Histogram {
  readonly element: HTMLElement;
  readonly show: (thresholds: Thresholds) => void;
}

/** @param move is told the threshold that the reader wants */
export function makeHistogram(relation: Scored, data: PageData, move: (threshold: number) => void): Histogram {
  const floor = data.floors[relation];
  const scan = data.thresholds[relation];
  const slider = h('input', {
    type: 'range',
    min: floor,
    max: 1,
    step: 0.01,
    id: `threshold-${relation}`,
    '--floor': floor,
    input: () => move(nearest(Number(slider.value), scan)),
  });
  const output = h('output', { for: slider.id });
  const tally = h('p', { class: 'tally' });
  const bars = draw('svg', {
    class: 'bars',
    viewBox: `0 0 ${BARS} ${HEIGHT}`,
    preserveAspectRatio: 'none',
    'aria-hidden': 'true',
  });
  const element = h(
    'div',
    { class: `histogram ${relation}`, '--floor': floor, '--scan': scan },
    h(
      'div',
      { class: 'histogram-head' },
      h('label', { for: slider.id }, `${RELATION_NAMES[relation]} from`),
      ' ',
      output,
      h('span', { class: 'of' }, SCORE_NAMES[relation]),
      tally,
    ),
    h(
      'div',
      { class: 'plot' },
      bars,
      h('div', { class: 'unsaved', title: 'Not saved by the scan' }),
      h('div', { class: 'cut' }),
      h('div', { class: 'mark', title: `The scan: ${scoreText(relation, scan)}` }),
      slider,
    ),
    h('div', { class: 'axis', 'aria-hidden': 'true' }, h('span', {}, '0'), h('span', {}, '1')),
  );
  return {
    element,
    show: (thresholds) => {
      const threshold = thresholds[relation];
      slider.value = String(threshold);
      slider.setAttribute('aria-valuetext', scoreText(relation, threshold));
      element.style.setProperty('--at', String(threshold));
      output.textContent = scoreText(relation, threshold);
      const scores = scoresOf(relation, data, thresholds);
      const over = scores.filter((score) => score >= threshold).length;
      tally.textContent = `${count(over)} over${scores.length > over ? `, ${count(scores.length - over)} under` : ''}`;
      bars.replaceChildren(...barsOf(scores, threshold));
    },
  };
}

/** The scan's own threshold may lie between two steps of the slider. */
function nearest(value: number, scan: number): number {
  return Math.abs(value - scan) < 0.005 ? scan : value;
}

/** The scores of the pairs that no relation before this one takes. */
function scoresOf(relation: Scored, { pairs, floors }: PageData, thresholds: Thresholds): number[] {
  const before: readonly Relation[] =
    relation === 'near-copy' ? [] : relation === 'excerpt' ? ['near-copy'] : ['near-copy', 'excerpt'];
  return pairs.flatMap(([, , jaccard, excerpt, rewrite]) => {
    const scores = { 'near-copy': jaccard, excerpt, rewrite };
    const isTaken = before.some((other) => (scores[other as Scored] ?? -1) >= thresholds[other as Scored]);
    const score = scores[relation];
    return isTaken || score === null || score < floors[relation] ? [] : [score];
  });
}

function barsOf(scores: readonly number[], threshold: number): SVGElement[] {
  const over = new Uint32Array(BARS);
  const under = new Uint32Array(BARS);
  for (const score of scores) {
    const bar = Math.min(BARS - 1, Math.floor(score * BARS));
    const into = score >= threshold ? over : under;
    into[bar] = (into[bar] as number) + 1;
  }
  const most = over.reduce((max, n, i) => Math.max(max, n + (under[i] as number)), 1);
  const heightOf = (n: number): number => (n === 0 ? 0 : Math.max(2, (n / most) * HEIGHT));
  return Array.from({ length: BARS }, (_, i) => i).flatMap((i) => {
    const all = heightOf((over[i] as number) + (under[i] as number));
    if (all === 0) return [];
    const low =
      (under[i] as number) === 0 ? 0 : all * ((under[i] as number) / ((under[i] as number) + (over[i] as number)));
    const bar = (from: number, to: number, kind: string) =>
      draw('rect', { x: i + 0.1, width: 0.8, y: HEIGHT - to, height: to - from, class: kind });
    return [...(low > 0 ? [bar(0, low, 'under')] : []), ...(all > low ? [bar(low, all, 'over')] : [])];
  });
}
