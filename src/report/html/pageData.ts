import type { SetAsideReason } from '../../model/article.ts';
import type { FactDifference } from '../../model/evidence.ts';
import type { Relation } from '../../model/match.ts';
import type { Result, Thresholds } from '../../model/result.ts';

/**
 * What the page is told, as JSON: the page's program reads this and nothing else. Articles are named by their index,
 * spans are offsets into their text.
 */
export interface PageData {
  readonly kind: 'scan' | 'comparison';
  readonly tool: string;
  readonly relations: readonly Relation[];
  readonly thresholds: Thresholds;
  readonly floors: Thresholds;
  readonly summary: Pick<Result['summary'], 'articles' | 'skipped' | 'suppressed'>;
  readonly articles: readonly PageArticle[];
  /** Identical articles, as stars. */
  readonly identical: readonly (readonly [a: number, b: number, sameBytes: boolean])[];
  readonly pairs: readonly PagePair[];
  /** The articles that represent their clusters first, where the run was about some; else null. */
  readonly leads: readonly number[] | null;
  /** The pairs that a baseline accepts. */
  readonly known: readonly (readonly [a: number, b: number])[];
  /** Pairs that match and are not reported, and who says so; as many as a page holds. */
  readonly suppressed: readonly (readonly [a: string, b: string, why: string])[];
  /** What was not compared, and why; at most so many that a page holds. */
  readonly skipped: readonly (readonly [path: string, reason: string])[];
  /** How sure the run is, as a sentence or two. */
  readonly promise: string;
  /** For a comparison: why each relation does not hold. */
  readonly shortfalls: readonly string[];
}

/** The path, the number of words, and the title if there is one. */
export type PageArticle = readonly [path: string, words: number, title?: string];

export type PagePair = readonly [
  a: number,
  b: number,
  jaccard: number | null,
  excerpt: number | null,
  rewrite: number | null,
  template: boolean,
];

/** `[start, end)` in a text. */
export type PageSpan = readonly [start: number, end: number];

/** An article's text, in an island of its own. */
export interface PageText {
  readonly text: string;
  readonly paragraphs: readonly PageSpan[];
  readonly sentences: readonly PageSpan[];
  readonly lines: readonly number[];
  readonly aside: readonly (readonly [start: number, end: number, reason: SetAsideReason])[];
}

export type PageFact = readonly [kind: FactDifference['kind'], a: PageSpan | null, b: PageSpan | null];

/** What shows a match, in an island of its own. */
export type PageEvidence =
  | { readonly kind: 'identical'; readonly sameBytes: boolean }
  | {
      readonly kind: 'near-copy';
      readonly coarse: boolean;
      readonly moved: readonly (readonly [a: PageSpan, b: PageSpan])[];
      readonly facts: readonly PageFact[];
    }
  | {
      readonly kind: 'excerpt';
      readonly holder: 'a' | 'b';
      readonly passages: readonly (readonly [a: PageSpan, b: PageSpan, words: number])[];
    }
  | {
      readonly kind: 'rewrite';
      readonly aligned: readonly (readonly [a: readonly PageSpan[], b: readonly PageSpan[], similarity: number])[];
      readonly terms: readonly string[];
      readonly facts: readonly PageFact[];
      readonly extends: 'a' | 'b' | null;
      readonly reasons: readonly (readonly [weight: string, reason: string])[];
    };

/** The names of the islands: the page's data, an article's text, a pair's evidence. */
export const ISLANDS = {
  page: 'page',
  text: (article: number): string => `text-${article}`,
  evidence: (a: number, b: number): string => `pair-${a}-${b}`,
} as const;
