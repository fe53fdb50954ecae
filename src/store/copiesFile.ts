import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config/config.ts';
import type { KnownCopies } from '../lsh/knownCopies.ts';
import { pairsOf } from '../lsh/pairs.ts';
import { decodeSettled, encodeSettled } from './settledRecord.ts';
import { COPIES, storedName } from './stored.ts';
import { writeAside } from './writeAside.ts';

/** Pairs by content: no weights enter. */
const NO_COUNTS = { documents: 0, documentFrequency: new Map<number, number>() };

/** Opens what the last search for copies found; null where nothing is kept between runs. */
export function openKnownCopies({ cacheFolder, ...config }: Config): KnownCopies | null {
  if (cacheFolder === null) return null;
  const { threshold, relations } = config.match;
  const file = join(cacheFolder, `${storedName({ cacheFolder, ...config }, { threshold, relations })}${COPIES}`);
  const known = read(file);
  const digests = new Set(known?.articles);
  const [articles, places] = [known?.articles ?? [], known?.pairs ?? new Uint32Array(0)];
  const pairs = Array.from({ length: places.length / 2 }, (_, i): readonly [string, string] => [
    articles[places[2 * i] as number] as string,
    articles[places[2 * i + 1] as number] as string,
  ]);
  return {
    has: (digest) => digests.has(digest),
    pairs,
    keep(articles, keys) {
      if (articles.length === digests.size && articles.every((digest) => digests.has(digest))) return;
      const listed = Uint32Array.from(pairsOf(keys).flatMap(({ a, b }) => [a, b]));
      writeAside(file, encodeSettled({ counts: NO_COUNTS, articles, pairs: listed }));
    },
  };
}

function read(file: string): ReturnType<typeof decodeSettled> {
  try {
    return decodeSettled(readFileSync(file));
  } catch {
    return null; // The first run, or a folder that can't be read.
  }
}
