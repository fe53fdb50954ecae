import { h } from './h.ts';
import type { Mark } from './marks.ts';
import { CONTROLS, codeOf } from './visible.ts';

/** A stretch of a text as elements: marks around what they mark, control characters spelt out. */
export function passageNodes(text: string, start: number, end: number, marks: readonly Mark[]): Node[] {
  const nodes: Node[] = [];
  let at = start;
  for (const mark of marks) {
    const [from, to] = [Math.max(at, mark.start), Math.min(end, mark.end)];
    if (from >= to) continue;
    nodes.push(...plainNodes(text.slice(at, from)));
    const tag = mark.kind === 'fact' ? 'strong' : mark.kind === 'aside' ? 's' : 'mark';
    nodes.push(h(tag, { class: mark.kind, title: mark.note ?? null }, plainNodes(text.slice(from, to))));
    at = to;
  }
  return [...nodes, ...plainNodes(text.slice(at, end))];
}

function plainNodes(text: string): Node[] {
  const nodes: Node[] = [];
  let at = 0;
  for (const { 0: character, index } of text.matchAll(CONTROLS)) {
    if (index > at) nodes.push(document.createTextNode(text.slice(at, index)));
    nodes.push(h('span', { class: 'control', dir: 'ltr' }, codeOf(character)));
    at = index + 1;
  }
  if (at < text.length) nodes.push(document.createTextNode(text.slice(at)));
  return nodes;
}
