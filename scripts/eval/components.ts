import type { RawCorpus } from './read.ts';

/** Shares of text below this are quotes, agency boilerplate and common phrases, not a text in common. */
export const SHARED = 0.2;
/** A shingle in more documents than this is a template's or an agency's phrase: it would chain strangers. */
export const COMMON = 50;
/** Short texts reach a fifth by a phrase or two: ask for this many shingles as well (a sentence of 14 words). */
export const LEAST = 10;

const SHINGLE = 5;
/** Words; in scripts without spaces, characters. */
const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}]+/gu;

/**
 * Groups the documents of all corpora that must not be parted: labelled together (a pair, a `group`), or sharing
 * text (`SHARED` of the 5-word shingles of the shorter one). Returns each document's component, named by its smallest
 * member; a document is named `corpus:id`.
 *
 * Own words and hashes rather than the tool's: the parts must not move when the tool changes.
 */
export function components(corpora: readonly RawCorpus[]): Map<string, string> {
  const keys = corpora.flatMap(({ name, docs }) => docs.map((doc) => `${name}:${doc.id}`));
  const index = new Map(keys.map((key, i) => [key, i]));
  const parent = Uint32Array.from(keys, (_, i) => i);
  const find = (i: number): number => {
    let root = i;
    while (parent[root] !== root) root = parent[root] as number;
    while (parent[i] !== root) [i, parent[i]] = [parent[i] as number, root];
    return root;
  };
  const unite = (i: number, j: number): void => {
    parent[find(j)] = find(i);
  };

  for (const { name, docs, pairs } of corpora) {
    for (const { a, b } of pairs) unite(index.get(`${name}:${a}`) as number, index.get(`${name}:${b}`) as number);
    const first = new Map<string, string>();
    for (const { id, group } of docs) {
      if (group === undefined) continue;
      const other = first.get(group);
      if (other === undefined) first.set(group, id);
      else unite(index.get(`${name}:${other}`) as number, index.get(`${name}:${id}`) as number);
    }
  }
  const texts = corpora.flatMap(({ docs }) => docs.map((doc) => doc.text));
  for (const [i, j] of sharedTexts(texts)) unite(i, j);

  const smallest = new Map<number, string>();
  keys.forEach((key, i) => {
    const root = find(i);
    const least = smallest.get(root);
    if (least === undefined || key < least) smallest.set(root, key);
  });
  return new Map(keys.map((key, i) => [key, smallest.get(find(i)) as string]));
}

/** The pairs of texts that share `SHARED` of the shorter one's distinct shingles, and at least `LEAST`. */
function sharedTexts(texts: readonly string[]): [number, number][] {
  // One number holds a shingle's hash and its text: sorting brings a shingle's texts together. 32 + 21 bits = 53.
  const span = 2 ** 21;
  if (texts.length >= span) throw new RangeError(`more than ${span} documents`);
  const shingles = texts.map(distinctShingles);
  const postings = new Float64Array(shingles.reduce((sum, set) => sum + set.length, 0));
  let end = 0;
  shingles.forEach((set, i) => {
    for (const hash of set) postings[end++] = hash * span + i;
  });
  postings.sort();

  const shared = new Map<number, number>();
  for (let start = 0; start < postings.length; ) {
    const hash = Math.floor((postings[start] as number) / span);
    let stop = start + 1;
    while (stop < postings.length && Math.floor((postings[stop] as number) / span) === hash) stop++;
    if (stop - start <= COMMON) {
      for (let i = start; i < stop; i++) {
        for (let j = i + 1; j < stop; j++) {
          const pair = ((postings[i] as number) % span) * span + ((postings[j] as number) % span);
          shared.set(pair, (shared.get(pair) ?? 0) + 1);
        }
      }
    }
    start = stop;
  }

  const found: [number, number][] = [];
  for (const [pair, count] of shared) {
    const [i, j] = [Math.floor(pair / span), pair % span];
    const shorter = Math.min((shingles[i] as Uint32Array).length, (shingles[j] as Uint32Array).length);
    if (count >= LEAST && count >= SHARED * shorter) found.push([i, j]);
  }
  return found;
}

function distinctShingles(text: string): Uint32Array {
  const words = Array.from(text.toLowerCase().matchAll(WORD), ([word]) => hashWord(word));
  const shingles = new Set<number>();
  for (let i = 0; i + SHINGLE <= words.length; i++) {
    let hash = 0;
    for (let k = 0; k < SHINGLE; k++) hash = Math.imul(hash ^ (words[i + k] as number), 0x85ebca6b) ^ (hash >>> 13);
    shingles.add(hash >>> 0);
  }
  return Uint32Array.from(shingles);
}

/** FNV-1a over UTF-16 code units. */
function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash;
}
