import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Doc, type LabelledPair, readCorpora } from './read.ts';
import { cachedSplit, type Part } from './split.ts';

/** A labelled pair and its part; both of its documents are in it. */
export interface Pair extends LabelledPair {
  readonly part: Part;
}

/** A corpus with its documents by id, in file order, and the part that each is in. */
export interface Corpus {
  readonly name: string;
  readonly docs: ReadonlyMap<string, Doc & { readonly part: Part }>;
  readonly pairs: readonly Pair[];
}

/** Where the split is kept between runs, relative to the project's root; git ignores it. */
const CACHE = '.eval/split.json';

/** The folder of the corpora: what the user says, DEDUPE_CORPORA, or ../shared/corpora; undefined where it is absent. */
export function corporaFolder(said: string | undefined): string | undefined {
  const dir = resolve(said ?? process.env.DEDUPE_CORPORA ?? '../shared/corpora');
  return existsSync(dir) ? dir : undefined;
}

/** Reads all corpora below `dir`, in name order, each document and pair with its part. Run from the project's root. */
export function loadCorpora(dir: string): Corpus[] {
  const raw = readCorpora(dir);
  const partOf = cachedSplit(raw, CACHE);
  return raw.map(({ name, docs, pairs }) => ({
    name,
    docs: new Map(docs.map((doc) => [doc.id, { ...doc, part: partOf(name, doc.id) }])),
    pairs: pairs.map((pair) => ({ ...pair, part: partOf(name, pair.a) })),
  }));
}
