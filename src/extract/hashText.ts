import { hashWords } from './lines.ts';
import { words } from './words.ts';

/** The hash that a line of this text has. */
export function hashText(text: string): number {
  const { hashes } = words(text);
  return hashWords(hashes, 0, hashes.length);
}
