import { posix } from 'node:path';
import type { Region } from '../model/evidence.ts';
import type { ExplainedMatch } from '../model/match.ts';
import { sharedRegions } from './sharedRegions.ts';

/** A place in a file, its last line included. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly endLine: number;
}

/** Where the match's articles are alike first: in the article to look at, and in the other. */
export function placesOf({ a, b, evidence }: ExplainedMatch): { at: Place; there: Place } {
  const [first] = sharedRegions(evidence);
  if (first !== undefined) return { at: placeOf(a, first.a), there: placeOf(b, first.b) };
  const { lineOfA, lineOfB } = evidence.kind === 'identical' ? evidence : { lineOfA: 1, lineOfB: 1 };
  return {
    at: placeOf(a, { line: lineOfA, endLine: lineOfA }),
    there: placeOf(b, { line: lineOfB, endLine: lineOfB }),
  };
}

/** A region of an article by its file. */
export function placeOf(article: string, { line, endLine }: Pick<Region, 'line' | 'endLine'>): Place {
  return { file: fileOf(article), line, endLine };
}

/**
 * A file's path as seen from the top of the repository, where GitHub and GitLab look for it.
 *
 * @param folder where the run's paths start, seen from there, as 'site'; '' for the top itself
 */
export function fromTop(file: string, folder: string): string {
  return folder === '' || /^(?:\/|[a-z]:\/)/i.test(file) ? file : posix.join(folder, file);
}

/**
 * The file that holds an article: a record is named `container.jsonl#record`. Half a surrogate pair, which Windows allows
 * in a name and UTF-8 cannot carry, becomes U+FFFD.
 */
export function fileOf(article: string): string {
  const file = /^(.+?\.jsonl)#/is.exec(article)?.[1] ?? article;
  return file.replace(/\p{Cs}/gu, '\ufffd');
}
