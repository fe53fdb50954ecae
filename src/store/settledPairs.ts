import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config/config.ts';
import { pairKey, pairsOf } from '../lsh/pairs.ts';
import type { CorpusStats, Fingerprint } from '../model/article.ts';
import type { Pair } from '../model/match.ts';
import { decodeSettled, encodeSettled, type SettledRecord } from './settledRecord.ts';
import { SETTLED, storedName } from './stored.ts';
import { surveyKey } from './surveyKey.ts';
import { writeAside } from './writeAside.ts';

/**
 * The pairs that earlier runs have seen not to match, whatever has changed since in how often the terms occur, as long as
 * the weights of the two articles' terms have hardly moved.
 */
export interface SettledPairs {
  /** By what share the weights of terms may differ from those in force for a pair to be settled. */
  readonly drift: number;
  has(pair: Pair): boolean;
  add(pair: Pair): void;
  /** Writes what was found settled; a failed write costs time in the next run and nothing else. */
  close(): void;
}

/**
 * Both the run that settles a pair and the one that relies on it are so far at the most from the weights on record. It is
 * one document more or less with a term that ten have.
 */
const MOST_DRIFT = 0.01;

/** If more of the articles than this have drifted, the weights of the day go on record and all is judged anew. */
const MOST_DRIFTED = 0.1;

/**
 * Opens what earlier runs have settled; null where nothing is kept between runs.
 *
 * @param articles as the pairs number them
 */
export async function openSettledPairs(
  config: Config,
  articles: readonly Fingerprint[],
  stats: CorpusStats,
): Promise<SettledPairs | null> {
  if (config.cacheFolder === null) return null;
  const { drifted } = await import('./drift.ts');
  const file = join(config.cacheFolder, `${storedName(config, config.match)}${SETTLED}`);
  const keys = articles.map(({ source, byteDigest, digest }) => surveyKey(source, `${byteDigest} ${digest}`, []));
  const known = readKnown(file);
  const far = known && drifted(articles, known.counts, stats, MOST_DRIFT);
  const isNear = far !== null && far.filter(Boolean).length <= MOST_DRIFTED * articles.length;
  const settled = known && isNear ? pairsAmong(keys, known) : new Float64Array(0);
  const added: number[] = [];
  const hasDrifted = ({ a, b }: Pair): boolean => isNear && (far[a] || far[b]) === true;
  return {
    drift: (2 * MOST_DRIFT) / (1 - MOST_DRIFT),
    has: (pair) => holds(settled, pairKey(pair.a, pair.b)) && !hasDrifted(pair),
    add(pair) {
      if (!hasDrifted(pair)) added.push(pairKey(pair.a, pair.b));
    },
    close() {
      if (isNear && added.length === 0) return;
      const counts = known && isNear ? known.counts : stats;
      const pairs = Uint32Array.from(pairsOf([...settled, ...added]).flatMap(({ a, b }) => [a, b]));
      writeAside(file, encodeSettled({ counts, articles: keys, pairs }));
    },
  };
}

function readKnown(file: string): SettledRecord | null {
  try {
    return decodeSettled(readFileSync(file));
  } catch {
    return null; // The first run, or a folder that can't be read.
  }
}

/** The keys of the pairs on record of which both articles are there, as this run numbers them; ascending. */
function pairsAmong(keys: readonly string[], { articles, pairs }: SettledRecord): Float64Array {
  // Identical articles are paired by the first of them.
  const placeOf = new Map(keys.map((key, place) => [key, place] as const).reverse());
  const places = articles.map((key) => placeOf.get(key) ?? -1);
  const among: number[] = [];
  for (let i = 0; i < pairs.length; i += 2) {
    const a = places[pairs[i] as number] as number;
    const b = places[pairs[i + 1] as number] as number;
    if (a >= 0 && b >= 0) among.push(pairKey(a, b));
  }
  return Float64Array.from(among).sort();
}

function holds(ascending: Float64Array, key: number): boolean {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] as number) < key) low = middle + 1;
    else high = middle;
  }
  return ascending[low] === key;
}
