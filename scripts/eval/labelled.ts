import type { Corpus, Pair } from './corpora.ts';
import type { LabelledPair } from './read.ts';
import type { Part } from './split.ts';

/** What is known of an article. */
export interface Known {
  readonly part: Part;
  readonly group?: string;
}

/** What is known of the articles of one run of the command. Articles are named by their paths, as in its report. */
export interface Labelled {
  readonly articles: ReadonlyMap<string, Known>;
  readonly pairs: readonly Pair[];
}

/**
 * The path at which a document is written: its id, reversibly made a file name. Letters, digits, `-`, `_` and inner dots
 * stand for themselves; all else is percent-encoded UTF-8.
 */
export function pathOf(corpus: string, id: string): string {
  return `${corpus}/${id.replaceAll(/[^\p{L}\p{N}_.-]|^\.+/gu, encode)}.txt`;
}

function encode(characters: string): string {
  return Array.from(Buffer.from(characters), (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
}

/**
 * What is known of the articles of `corpora`, which the command is given together. `lent` are labels from a corpus
 * made of these corpora's articles, which it names `corpus:id`; those with an article elsewhere are left out.
 */
export function labelled(corpora: readonly Corpus[], lent: readonly LabelledPair[] = []): Labelled {
  const articles = new Map<string, Known>();
  for (const { name, docs } of corpora) {
    for (const { id, part, group } of docs.values()) {
      articles.set(pathOf(name, id), group === undefined ? { part } : { part, group: `${name}:${group}` });
    }
  }
  const own = corpora.flatMap(({ name, pairs }) =>
    pairs.map((pair) => ({ ...pair, a: pathOf(name, pair.a), b: pathOf(name, pair.b) })),
  );
  const others = lent.flatMap(({ a, b, label, expect }): Pair[] => {
    const [pathA, pathB] = [lentPath(a), lentPath(b)];
    const known = articles.get(pathA);
    return known !== undefined && articles.has(pathB) ? [{ a: pathA, b: pathB, label, expect, part: known.part }] : [];
  });
  return { articles, pairs: [...own, ...others] };
}

/** The path at which a document of a named corpus is written. */
export function lentPath(key: string): string {
  const colon = key.indexOf(':');
  return pathOf(key.slice(0, colon), key.slice(colon + 1));
}
