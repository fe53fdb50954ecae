import type { Declaration, ExploredArticle, Span } from './article.ts';

/** The nouns of comparing: a pair, its match with the evidence, a cluster. Conventions are those of `article.ts`. */

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

/** A stretch of one article: offsets into its prose, and its lines in the source, the last one included. */
export interface Region extends Span {
  readonly line: number;
  readonly endLine: number;
}

/** A region with its text. */
export interface Passage extends Region {
  readonly text: string;
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

/** A number, date or name on which two matched passages differ; null where one side has no counterpart. */
export interface FactDifference {
  readonly kind: 'number' | 'date' | 'name';
  readonly a: Passage | null;
  readonly b: Passage | null;
}

/** A stretch of a word diff: `=` in both (text as in a), `-` in a only, `+` in b only. */
export interface Edit {
  readonly op: '=' | '-' | '+';
  readonly text: string;
}

/** One paragraph-sized block of a near-copy's diff, in reading order. */
export type DiffBlock =
  /** `paragraphs` of a, and the words in them. */
  | {
      readonly kind: 'same';
      readonly a: Region;
      readonly b: Region;
      readonly paragraphs: number;
      readonly words: number;
    }
  | { readonly kind: 'changed'; readonly a: Passage; readonly b: Passage; readonly edits: readonly Edit[] }
  | { readonly kind: 'only-a'; readonly a: Passage }
  | { readonly kind: 'only-b'; readonly b: Passage }
  | { readonly kind: 'moved'; readonly a: Passage; readonly b: Passage };

/** One or two sentences of a that tell what one or two sentences of b tell. */
export interface AlignedSentences {
  readonly a: readonly Passage[];
  readonly b: readonly Passage[];
  /** Weighted cosine of their terms, 0..1. */
  readonly similarity: number;
}

/** What the rewrite model asks of a pair: `match/rewrite/features.ts` says what each is, `report/reasons.ts` words it. */
export type FeatureName =
  | 'coverageLeast'
  | 'wordingHeldLeast'
  | 'wordingHeldMost'
  | 'mutualSentences'
  | 'distinctCounterparts'
  | 'openingHeldLeast'
  | 'sameOrder'
  | 'leadCosine'
  | 'leadHeldMost'
  | 'termJaccard'
  | 'shorterLength'
  | 'factsHeldMost'
  | 'numbersHeldMost'
  | 'weekdaysAgree'
  | 'numbersAnswered'
  | 'namesAnswered'
  | 'newFactsLeast'
  | 'newFactsMost'
  | 'quotesHeldLeast'
  | 'newQuotesLeast';

/** What spoke for (positive) or against (negative) a rewrite. */
export interface Contribution {
  readonly feature: FeatureName;
  /** The feature's value for this pair. */
  readonly value: number;
  /** Its part of the score, in log-odds. */
  readonly logOdds: number;
}

export interface IdenticalEvidence {
  readonly kind: 'identical';
  /** The files are equal byte for byte too; of a record of a container, its text is. */
  readonly sameBytes: boolean;
  /** Where each article begins in its file: 1, or the line of its record in a container file. */
  readonly lineOfA: number;
  readonly lineOfB: number;
}
export interface NearCopyEvidence {
  readonly kind: 'near-copy';
  readonly diff: readonly DiffBlock[];
  /** True if the diff was cut short or coarsened to bound its cost. */
  readonly coarse: boolean;
  readonly facts: readonly FactDifference[];
}
export interface ExcerptEvidence {
  readonly kind: 'excerpt';
  /** Which article holds the other's text. */
  readonly holder: 'a' | 'b';
  /** The contained passages, longest first; the first is the contiguous witness. */
  readonly passages: readonly { readonly a: Passage; readonly b: Passage; readonly words: number }[];
}
export interface RewriteEvidence {
  readonly kind: 'rewrite';
  readonly aligned: readonly AlignedSentences[];
  /** The most distinctive terms that both have, as they are written in a; most informative first. */
  readonly sharedTerms: readonly string[];
  /** Sentences without counterpart, most informative first. */
  readonly onlyA: readonly Passage[];
  readonly onlyB: readonly Passage[];
  readonly facts: readonly FactDifference[];
  /** Which article tells all of the other and more: an updated or a condensed report; null if neither does. */
  readonly extends: 'a' | 'b' | null;
  /** What spoke for and against, strongest first. */
  readonly contributions: readonly Contribution[];
}
export type Evidence = IdenticalEvidence | NearCopyEvidence | ExcerptEvidence | RewriteEvidence;

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
