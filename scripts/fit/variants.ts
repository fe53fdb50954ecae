import { createHash } from 'node:crypto';
import type { Article } from '../../src/model/article.ts';

/** A made text, and what it stands for. */
export interface Variant {
  readonly label: 'reordered' | 'opening';
  readonly text: string;
}

/**
 * What the corpora lack: there, rewrites keep the order of their source and its length. A telling in another order, and
 * an earlier, shorter version of the report (its first half, which the other article updates). They follow from the text
 * alone.
 */
export function variants(article: Article): Variant[] {
  return [
    { label: 'reordered', text: reordered(article) },
    { label: 'opening', text: opening(article) },
  ];
}

/** The sentences in another order, one or two in a row kept together, each such group a paragraph. */
function reordered({ prose }: Article): string {
  const groups: string[] = [];
  for (let s = 0; s < prose.sentences.length; ) {
    const size = 1 + (hash(`${s} ${prose.text}`) % 2);
    groups.push(joined(prose, s, s + size));
    s += size;
  }
  return groups
    .map((text, i) => ({ text, place: hash(`${i} ${text}`) }))
    .sort((x, y) => x.place - y.place)
    .map(({ text }) => text)
    .join('\n\n');
}

function opening({ prose }: Article): string {
  return joined(prose, 0, Math.ceil(prose.sentences.length / 2));
}

function joined({ text, sentences }: Article['prose'], from: number, to: number): string {
  const span = sentences.slice(from, to);
  return span.map(({ start, end }) => text.slice(start, end)).join(' ');
}

function hash(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0);
}
