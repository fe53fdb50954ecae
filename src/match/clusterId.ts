import { hash } from 'node:crypto';
import type { Fingerprint } from '../model/article.ts';

/** 64 bits: two of a million clusters share an id with a probability of 3e-8. */
const ID_DIGITS = 16;

/** The name of a cluster of these articles: the same for the same contents, whatever the file names. */
export function clusterId(articles: readonly Pick<Fingerprint, 'digest'>[]): string {
  const digests = articles.map(({ digest }) => digest).sort();
  return hash('sha256', digests.join('\n')).slice(0, ID_DIGITS);
}
