import { readFileSync } from 'node:fs';

/** The text of a published rule book, by its file's name in test/authorities. */
export function authority(name: string): string {
  return readFileSync(new URL(`../authorities/${name}`, import.meta.url), 'utf8');
}
