import type { Reading } from './subject.ts';

/** Words of the readings that are kept: about 200 MB with their outlines, and every article of a small folder. */
const MAX_WORDS = 2_000_000;

/**
 * Gives an article's reading by index, from memory if it was wanted lately: candidate pairs come in order, so that one
 * article meets its partners in a row. What was not wanted for longest goes first.
 */
export function recentReadings(load: (index: number) => Promise<Reading>): (index: number) => Promise<Reading> {
  const kept = new Map<number, Reading>();
  let words = 0;
  return async (index) => {
    const reading = kept.get(index) ?? (await load(index));
    if (!kept.delete(index)) words += wordsOf(reading);
    kept.set(index, reading);
    for (const [oldest, other] of kept) {
      if (words <= MAX_WORDS || oldest === index) break;
      kept.delete(oldest);
      words -= wordsOf(other);
    }
    return reading;
  };
}

function wordsOf({ article }: Reading): number {
  return article.words.hashes.length;
}
