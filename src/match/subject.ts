import type { WeightedFingerprint, WeightedTerms } from '../fingerprint/weights.ts';
import type { Article, CorpusStats, Fingerprint, Source, Written } from '../model/article.ts';
import { recent } from './recent.ts';
import type { Outline } from './rewrite/outline.ts';
import type { Telling } from './rewrite/telling.ts';

/** An article as the comparison takes it: its fingerprint at hand, the rest when it is asked for. */
export interface Subject extends WeightedFingerprint {
  /** Its telling, weighted; or the outline that was made of it lately. */
  outline(): Outline;
  /** Reads the article again, or gives the one that was read lately. */
  read(): Promise<Article>;
  /** The same for its words alone, at a third of the cost. */
  written(): Promise<Written>;
}

/** What is kept of an article from the first reading. */
export interface Kept {
  readonly fingerprint: Fingerprint;
  /** Null where no rewrites are sought, of all articles or of none: then nobody asks for an outline. */
  readonly telling: Telling | null;
}

/** How the terms of articles weigh. */
export interface Weighing {
  readonly outlineOf: (telling: Telling) => Outline;
  readonly weightsOf: (fingerprint: Fingerprint) => WeightedTerms;
}

/** That of articles of which no terms are kept. */
const NO_WEIGHTS: WeightedTerms = { weights: new Float32Array(0), norm: 0 };
const NONE: Weighing = {
  weightsOf: () => NO_WEIGHTS,
  outlineOf() {
    throw new Error('no rewrites are sought: no article has an outline');
  },
};

/** Words of the articles whose outlines and weights are kept: some 6 KB for 500 words, so about 60 MB. */
const OUTLINED_WORDS = 5_000_000;

/**
 * Words of the articles that are kept as they were read: 20 KB for 500 words, so about 2 MB. Pairs come in an order in which
 * few are read twice: with twenty times as many, 5,000 articles are read 2,400 times and not 3,200, and the run is no
 * quicker, for what is kept longer is collected later.
 */
const READ_WORDS = 50_000;

/**
 * What weighs terms, and what is known of how they weigh, is loaded where articles have any.
 *
 * @param read gives an article's text by its source
 * @param readWritten gives its words
 */
export async function subjectsOf(
  articles: readonly Kept[],
  stats: CorpusStats,
  read: (source: Source) => Promise<Article>,
  readWritten: (source: Source) => Promise<Written> = read,
): Promise<Subject[]> {
  const weighing = articles[0]?.telling ? (await import('./rewrite/weighing.ts')).weighing(stats) : NONE;
  const kept = (index: number): Kept => articles[index] as Kept;
  const wordsOf = (index: number): number => kept(index).fingerprint.words;
  const recentOutline = recent((index) => weighing.outlineOf(kept(index).telling as Telling), wordsOf, OUTLINED_WORDS);
  const recentWeights = recent((index) => weighing.weightsOf(kept(index).fingerprint), wordsOf, OUTLINED_WORDS);
  const recentArticle = recent((index) => read(kept(index).fingerprint.source), wordsOf, READ_WORDS);
  const recentlyWritten = recent((index) => readWritten(kept(index).fingerprint.source), wordsOf, READ_WORDS);
  // In common, for two functions an article take as much memory as all else of a subject.
  const common: Pick<Subject, 'weighted' | 'outline' | 'read' | 'written'> & ThisType<{ readonly index: number }> = {
    get weighted() {
      return recentWeights(this.index);
    },
    outline() {
      return recentOutline(this.index);
    },
    read() {
      return recentArticle(this.index);
    },
    written() {
      return recentlyWritten(this.index);
    },
  };
  return articles.map(({ fingerprint }, index) => Object.assign(Object.create(common), { fingerprint, index }));
}
