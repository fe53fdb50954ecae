import { hash } from 'node:crypto';
import type { Source } from '../model/article.ts';

/** 128 bits, as for `Fingerprint.digest`: no two sources of any collection meet by chance. */
const DIGITS = 32;

/**
 * What of a source decides its survey, given the settings: its bytes, how they are read, and which of its lines are set
 * aside since they recur across the folder. Neither its name nor its place: a renamed article is known again.
 *
 * @param byteDigest digest of its bytes, hex
 * @param recurring hashes of those of its lines that are set aside
 */
export function surveyKey({ format, path }: Source, byteDigest: string, recurring: ArrayLike<number>): string {
  const reader = path.endsWith('.mdx') ? 'mdx' : format;
  const lines = Array.from(recurring)
    .sort((x, y) => x - y)
    .join(',');
  return hash('sha256', `${byteDigest} ${reader} ${lines}`).slice(0, DIGITS);
}
