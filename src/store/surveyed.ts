import type { Telling } from '../match/rewrite/telling.ts';
import type { Fingerprint, SetAside } from '../model/article.ts';

/** What is kept of an article when its text is let go. */
export interface Surveyed {
  readonly fingerprint: Fingerprint;
  /** What the article tells, for finding rewrites; null where none are sought. */
  readonly telling: Telling | null;
  readonly setAside: readonly SetAside[];
  /** How many words `setAside` holds; the fingerprint counts the others. */
  readonly setAsideWords: number;
  /** For `CorpusStats`: the lines that may recur across the folder. */
  readonly lineHashes: Float64Array;
}
