import { graphemes, widthOf } from '../width.ts';

/** A path on at most `width` columns: its end tells most, so its beginning goes. */
export function shortPath(path: string, width: number): string {
  if (widthOf(path) <= width) return path;
  const kept: string[] = [];
  let used = 1;
  for (const character of graphemes(path).reverse()) {
    used += widthOf(character);
    if (used > width) break;
    kept.push(character);
  }
  return `…${kept.reverse().join('')}`;
}
