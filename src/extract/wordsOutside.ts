import type { Span, Words } from '../model/article.ts';

/** The words that lie in none of the spans; `spans` ascend and don't overlap. */
export function wordsOutside(all: Words, spans: readonly Span[]): Words {
  if (spans.length === 0) return all;
  const hashes = new Uint32Array(all.hashes.length);
  const starts = new Uint32Array(all.hashes.length);
  const ends = new Uint32Array(all.hashes.length);
  let count = 0;
  let next = 0;
  for (let i = 0; i < all.hashes.length; i++) {
    const start = all.starts[i] as number;
    while (next < spans.length && (spans[next] as Span).end <= start) next++;
    if (next < spans.length && (spans[next] as Span).start <= start) continue;
    hashes[count] = all.hashes[i] as number;
    starts[count] = start;
    ends[count++] = all.ends[i] as number;
  }
  return { hashes: hashes.slice(0, count), starts: starts.slice(0, count), ends: ends.slice(0, count) };
}
