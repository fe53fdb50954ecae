import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { COMMON, components, LEAST, SHARED } from './components.ts';
import type { RawCorpus } from './read.ts';

/** Constants, weights and models are fitted on `tune`; `report` is only ever measured. */
export type Part = 'tune' | 'report';

/** The part that a document of a corpus is in. Throws on a document that the split does not know. */
export type PartOf = (corpus: string, id: string) => Part;

/**
 * Turns the names of components into coin flips: the first of 0, 1, 2 ... with which the user's own pair (pact) is only
 * measured and no corpus has less than two fifths of its documents, its `duplicate` or its `not` pairs in one part
 * (counted where there are twenty or more; 0.3 for clough-stevenson, which has three components). Chosen before
 * anything was measured.
 */
const SALT = '32';

/**
 * Splits the documents of all corpora into two parts of about equal size, whole components at a time (components.ts),
 * so that no text of one part is known from the other. Depends on nothing but the corpora.
 */
export function split(corpora: readonly RawCorpus[]): Record<string, Part> {
  const parts: Record<string, Part> = {};
  for (const [key, component] of components(corpora)) parts[key] = flip(component);
  return parts;
}

function flip(component: string): Part {
  const byte = createHash('sha256').update(`${SALT}${component}`).digest()[0] as number;
  return byte % 2 === 1 ? 'report' : 'tune';
}

/** The split of the corpora, from the file `cache` if it was made from the same corpora by the same rules. */
export function cachedSplit(corpora: readonly RawCorpus[], cache: string): PartOf {
  const made = createHash('sha256');
  made.update(JSON.stringify([SALT, SHARED, COMMON, LEAST]));
  for (const { name, docs, pairs } of corpora) made.update(JSON.stringify([name, docs, pairs]));
  const from = made.digest('hex');

  const cached = existsSync(cache) ? (JSON.parse(readFileSync(cache, 'utf8')) as Cached) : undefined;
  const parts = cached?.from === from ? cached.parts : split(corpora);
  if (cached?.from !== from) {
    mkdirSync(dirname(cache), { recursive: true });
    writeFileSync(cache, JSON.stringify({ from, parts } satisfies Cached));
  }
  return (corpus, id) => {
    const part = parts[`${corpus}:${id}`];
    if (part === undefined) throw new Error(`no document ${id} in ${corpus}`);
    return part;
  };
}

interface Cached {
  readonly from: string;
  readonly parts: Record<string, Part>;
}
