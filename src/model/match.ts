import type { Declaration, ExploredArticle } from './article.ts';
import type { Evidence, RewriteEvidence } from './evidence.ts';

/** The nouns of comparing: a pair, its match, a cluster. Conventions are those of `article.ts`. */

/** The first of these that holds is the pair's relation. */
export type Relation = 'identical' | 'near-copy' | 'excerpt' | 'rewrite';

/** Two articles that are worth comparing, as indexes into the fingerprints; `a < b`. */
export interface Pair {
  readonly a: number;
  readonly b: number;
}

/** A pair that the search found. */
export interface Candidate extends Pair {
  /**
   * They share distinctive terms, as rewrites do. Others are judged for copies alone: which rewrites there are must not
   * hang on how copies are sought.
   */
  readonly sharesTerms: boolean;
}

/** Shares of 5-word shingles, each 0..1, and the calibrated probability that the pair is a rewrite. */
export interface Similarity {
  readonly jaccard: number;
  /** Share of a's shingles that b holds. */
  readonly containmentOfA: number;
  readonly containmentOfB: number;
  /** 0..1; null where the tool abstains (too short, unlike languages) or had no reason to look. */
  readonly rewrite: number | null;
}

/** A verified pair; `a` and `b` are article ids, `a` before `b` in path order. What shows it is in an `ExplainedMatch`. */
export interface Match {
  readonly a: string;
  readonly b: string;
  readonly relation: Relation;
  /** 1 for identical, Jaccard for near-copy, containment for excerpt, probability for rewrite. */
  readonly score: number;
  readonly similarity: Similarity;
  /** Only numbers, dates and names differ (near-copies only). */
  readonly template?: true;
  /** A verified pair that no cluster holds; template siblings only if each is in a cluster. Never an excerpt. */
  readonly bridge?: true;
  /** The baseline accepts it. */
  readonly known?: true;
}

/** A match with what shows it. */
export interface ExplainedMatch extends Match {
  readonly evidence: Evidence;
}

/** The lines on which the passages begin in which two articles are alike first; in files, from 1. */
export interface Lines {
  readonly lineOfA: number;
  readonly lineOfB: number;
}

/** A match with its first lines alone: of records of a container file no text need be read for that. */
export interface LocatedMatch extends Match, Lines {}

/** What a result tells of each match, by what was asked for. */
export interface MatchWith {
  readonly evidence: ExplainedMatch;
  readonly lines: LocatedMatch;
  readonly nothing: Match;
}

/** What a result is to tell of each match beyond its relation and score. */
export type Detail = keyof MatchWith;

/** What says that two articles are known to match, so that nobody need be told. */
export type Suppression =
  /** The front matter of `article`. */
  | ({ readonly by: 'front-matter'; readonly article: string } & Declaration)
  /** `ignorePairs[index]` of the config. */
  | ({ readonly by: 'ignorePairs'; readonly index: number } & IgnoredPair);

/** Articles that may repeat each other. */
export interface IgnoredPair {
  /** One glob: any two articles that it names; two globs: an article of the first with one of the second. */
  readonly paths: readonly string[];
  readonly reason: string;
  /** The last day on which it holds, as 2026-12-31. */
  readonly expires?: string;
}

/** A verified pair that is known and so is no match. */
export interface Suppressed extends Pick<Match, 'a' | 'b' | 'relation' | 'score' | 'template'> {
  readonly suppression: Suppression;
}

/** A suppression that hides nothing, and why. */
export interface IdleSuppression {
  readonly suppression: Suppression;
  readonly cause:
    | 'no-article' // what it names was not among the articles
    | 'no-match' // the articles that it names do not match
    | 'expired'; // its last day has gone by
}

/** Why a pair is no match: one entry for each relation that was in force, with the figure that fell short. */
export type Shortfall =
  | { readonly relation: 'identical'; readonly cause: 'other-words' }
  | {
      readonly relation: 'near-copy';
      readonly cause: 'low-jaccard';
      readonly value: number;
      readonly threshold: number;
    }
  | {
      readonly relation: 'excerpt';
      readonly cause: 'low-containment';
      readonly value: number;
      readonly threshold: number;
    }
  | {
      readonly relation: 'excerpt';
      readonly cause: 'short-witness';
      readonly value: number;
      readonly threshold: number;
    }
  | {
      readonly relation: 'rewrite';
      readonly cause: 'low-probability';
      readonly value: number;
      readonly threshold: number;
    }
  | { readonly relation: Relation; readonly cause: 'too-short'; readonly value: number; readonly threshold: number }
  | { readonly relation: 'rewrite'; readonly cause: 'other-language'; readonly a: string; readonly b: string }
  | { readonly relation: 'rewrite'; readonly cause: 'other-subject' } // hardly a distinctive term in common
  | { readonly relation: 'rewrite'; readonly cause: 'template' }
  /** A relation before it holds, which was not looked for. */
  | { readonly relation: Relation; readonly cause: 'other-relation'; readonly is: Relation };

/** What `compare` says of one pair: a match, or how close it came and why it is none. */
export type Comparison = (
  | { readonly match: ExplainedMatch }
  | {
      readonly match: null;
      readonly a: string;
      readonly b: string;
      readonly similarity: Similarity;
      readonly shortfalls: readonly Shortfall[];
      /** The best alignment all the same, for `--explain`; absent where none was computed. */
      readonly evidence?: RewriteEvidence;
    }
) & {
  /** The two articles with their texts, where `Settings.explore` asks for them. */
  readonly articles?: readonly ExploredArticle[];
};

export interface Member {
  readonly path: string;
  readonly relation: Relation;
  readonly score: number;
  readonly title?: string;
  readonly words: number;
}

/** A representative and its verified matches. */
export interface Cluster {
  /** Stable for the same contents, whatever the file names. */
  readonly id: string;
  /** The longest article; ties by path. In a restricted run, the longest of those that it is about. */
  readonly representative: string;
  readonly title?: string;
  readonly words: number;
  /** In path order, without the representative. */
  readonly members: readonly Member[];
  /** All members are template siblings: same words, other numbers, dates and names. */
  readonly template?: true;
  /** The baseline accepts it as it is. */
  readonly known?: true;
}
