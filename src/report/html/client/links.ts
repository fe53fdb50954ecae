import type { Side } from './alignment.ts';

/** Sentences of one text, by index, and those of the other that tell the same. */
export interface SentenceLink {
  readonly a: readonly number[];
  readonly b: readonly number[];
  /** How surely they tell the same, 0..1. */
  readonly similarity: number;
  /** The share of their words that answer each other, 0..1. */
  readonly share: number;
  readonly moved: boolean;
}

/** Two sentences are linked if they share this much of the shorter one: with less it is a phrase or two. */
const SHARED = 0.4;

/**
 * Links the sentences whose words answer each other. A sentence that was split is linked with all its parts. What moved
 * is linked apart from what stayed.
 */
export function linkSentences(a: Side, b: Side, isMoved: (wordOfA: number) => boolean): SentenceLink[] {
  const shared = new Map<string, { i: number; j: number; moved: boolean; words: number }>();
  a.partner.forEach((partner, word) => {
    const i = a.sentenceOf[word] as number;
    const j = partner < 0 ? -1 : (b.sentenceOf[partner] as number);
    if (i < 0 || j < 0) return;
    const moved = isMoved(word);
    const key = `${i} ${j} ${moved}`;
    const edge = shared.get(key);
    if (edge) edge.words++;
    else shared.set(key, { i, j, moved, words: 1 });
  });
  const linkOfA = new Map<string, Draft>();
  const linkOfB = new Map<string, Draft>();
  for (const { i, j, moved, words } of shared.values()) {
    if (words < SHARED * Math.min(a.sizes[i] as number, b.sizes[j] as number)) continue;
    const [keyA, keyB] = [`${i} ${moved}`, `${j} ${moved}`];
    const one = linkOfA.get(keyA) ?? { a: new Set(), b: new Set(), words: 0, moved };
    const other = linkOfB.get(keyB) ?? one;
    if (other !== one) {
      for (const sentence of other.a) linkOfA.set(`${sentence} ${moved}`, one);
      for (const sentence of other.b) linkOfB.set(`${sentence} ${moved}`, one);
      for (const sentence of other.a) one.a.add(sentence);
      for (const sentence of other.b) one.b.add(sentence);
      one.words += other.words;
    }
    one.a.add(i);
    one.b.add(j);
    one.words += words;
    linkOfA.set(keyA, one);
    linkOfB.set(keyB, one);
  }
  return [...new Set(linkOfA.values())].map((link) => {
    const [inA, inB] = [ascending(link.a), ascending(link.b)];
    const total = sum(a.sizes, inA) + sum(b.sizes, inB);
    const share = (2 * link.words) / total;
    return { a: inA, b: inB, similarity: share, share, moved: link.moved };
  });
}

interface Draft {
  readonly a: Set<number>;
  readonly b: Set<number>;
  readonly moved: boolean;
  words: number;
}

function ascending(set: ReadonlySet<number>): number[] {
  return [...set].sort((x, y) => x - y);
}

function sum(sizes: Uint32Array, indexes: readonly number[]): number {
  return indexes.reduce((total, i) => total + (sizes[i] as number), 0);
}
