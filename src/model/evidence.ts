import type { Span } from './article.ts';

/** The nouns of explaining: what shows that two articles match. Conventions are those of `article.ts`. */

/** A stretch of one article: offsets into its prose, and its lines in the source, the last one included. */
export interface Region extends Span {
  readonly line: number;
  readonly endLine: number;
}

/** A region with its text. */
export interface Passage extends Region {
  readonly text: string;
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
