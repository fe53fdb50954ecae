import type { ExploredArticle, Misread, SetAside, Skip, Source } from './article.ts';
import type { Cluster, ExplainedMatch, IdleSuppression, Match, Relation, Suppressed } from './match.ts';

/** The nouns of a run that ended: what it found, what a check says of it. Conventions are those of `article.ts`. */

// ---------------------------------------------------------------- policy

/** What a check may fail on: the matches of a relation; of the near-copies, template siblings go by a name of their own. */
export type Failing = Relation | 'template';

/** When a check fails. */
export interface Policy {
  /** At least one. */
  readonly failOn: readonly Failing[];
  /** So many findings pass; a whole number from 0. */
  readonly maxDuplicates: number;
}

/**
 * By what a matched article is told again in a later run: its name, its words, or most of them. It depends on the article
 * alone, not on what else is in the folder.
 */
export interface Print {
  /** The article's id, and the path of the file that it is in. */
  readonly id: string;
  readonly path: string;
  /** `Fingerprint.digest` before recurring lines are set aside. */
  readonly digest: string;
  /** `fingerprint/sketch.ts`. */
  readonly sketch: string;
}

/** An article as a baseline names it: by its id, relative to the folder of the baseline. */
export interface AcceptedArticle extends Pick<Print, 'digest' | 'sketch'> {
  readonly name: string;
}

/** A pair of articles that was accepted: one finding. */
export interface Accepted {
  readonly articles: readonly [AcceptedArticle, AcceptedArticle];
  readonly relation: Relation;
  readonly bridge?: true;
}

/** What a check says of a result. Findings are what the policy fails on and nobody accepted. */
export interface Verdict {
  readonly passes: boolean;
  /** Articles that could go, for another of their cluster is the same: the fewest that explain the findings within clusters. */
  readonly duplicates: number;
  /** Clusters that have such duplicates. */
  readonly clusters: number;
  readonly excerpts: number;
  /** Matches between clusters. */
  readonly links: number;
  /** Template siblings, counted as the duplicates are; none unless the policy fails on them. */
  readonly templates: number;
  /** More findings than the policy lets pass. */
  readonly tooMany: boolean;
  /** What should have been compared and could not be read; each fails the check. */
  readonly unread: readonly Skip[];
}

// ---------------------------------------------------------------- result

/**
 * How sure the run is to have found all there is of the relations that were sought. For rewrites there is no such bound,
 * only measurement.
 */
export interface Guarantee {
  /** Least Jaccard of the near-copies that it speaks of. */
  readonly threshold: number;
  /** Probability that a near-copy at the threshold is found, 0..1; above it, it is greater. */
  readonly recall: number;
  /** How near-copies were sought. */
  readonly method: 'exact join' | 'minhash bands';
  /** Identical articles are found by their digests: always. */
  readonly identical: { readonly recall: 1 };
  /** Excerpts that hold this share of the shorter article and so many words in a row are all found. */
  readonly excerpt: { readonly recall: 1; readonly containment: number; readonly words: number };
  /**
   * False if an article matched more than `mostPartners` longer ones that are no near-copies of one another: so many were
   * compared with it, and what is said of near-copies and excerpts does not hold for the others.
   */
  readonly complete: boolean;
  readonly mostPartners: number;
  /**
   * Pairs that were not compared in groups of more than a hundred near-copies of one article. Each of these was compared
   * with that article, the longest of the group, so that clusters are what they would be; beyond the first hundred of a
   * group, they were not compared with one another, nor with articles that the longest one is unlike.
   */
  readonly uncompared: number;
}

/** Where each relation that has a score begins: Jaccard, containment, probability. */
export type Thresholds = Readonly<Record<Exclude<Relation, 'identical'>, number>>;

/** One pair's score for each relation, whichever of them holds; null where the relation can't hold whatever its threshold. */
export interface PairScores extends Readonly<Record<Exclude<Relation, 'identical'>, number | null>> {
  readonly a: string;
  readonly b: string;
  /** Only numbers, dates and names differ; told of pairs that may be near-copies. */
  readonly template?: true;
}

/** What it takes to explore a result without its articles: to read them, and to move the thresholds. */
export interface Exploration {
  /** The articles that match or score, in path order. */
  readonly articles: readonly ExploredArticle[];
  /** The pairs that have at least the floor of some relation, by a, then b; identical ones are among the matches only. */
  readonly scores: readonly PairScores[];
  /** Down to these thresholds the scores are complete, as far as the run's guarantee goes. */
  readonly floors: Thresholds;
  readonly thresholds: Thresholds;
}

/** What a baseline accepts of a result. */
export interface BaselineSummary {
  /** The file, or the commit, as the user named it. */
  readonly from: string;
  /** Accepted pairs that are still there. */
  readonly known: number;
  /** The articles that it knows by their ids, those together that were accepted as one cluster; never part of the JSON. */
  readonly groups: readonly (readonly string[])[];
  /** Accepted pairs that are not, and that the run looked for: what it left out may still be there. */
  readonly gone: number;
}

/** What a restricted run is about. */
export interface Scope {
  /** Ids, in path order; also of what was skipped. */
  readonly articles: readonly string[];
}

/** A run that ended: everything that a report may show. Its matches have their evidence unless less was asked for. */
export interface Result<M extends Match = ExplainedMatch> {
  readonly settings: ReportedSettings;
  readonly guarantee: Guarantee;
  readonly summary: {
    /** Articles compared. */
    readonly articles: number;
    readonly skipped: number;
    readonly clusters: number;
    /** Members beyond the representatives, template groups left out. */
    readonly duplicates: number;
    /** Clusters of template siblings; not counted in `clusters`. */
    readonly templates: number;
    readonly excerpts: number;
    readonly bridges: number;
    /** Verified pairs that are known and so are no matches. */
    readonly suppressed: number;
  };
  /** Template groups last; else by id of the representative. */
  readonly clusters: readonly Cluster[];
  /** Every verified pair, sorted by a, then b. */
  readonly matches: readonly M[];
  /** Sorted by a, then b; of identical articles no more than one pair each. */
  readonly suppressed: readonly Suppressed[];
  /** Those of the articles in path order, then those of the config. */
  readonly idleSuppressions: readonly IdleSuppression[];
  /** What articles say to this program in vain, by article id, in path order. */
  readonly misread: readonly (Misread & { readonly path: string })[];
  readonly skipped: readonly Skip[];
  /** Where the run is about some articles only: these take part in each match, the others are there to be matched. */
  readonly scope?: Scope;
  /** The articles compared, in path order; never part of the JSON. */
  readonly compared: readonly Pick<Source, 'id' | 'path'>[];
  /** The articles that take part in a match, in path order; never part of the JSON. */
  readonly prints: readonly Print[];
  /** Where a baseline is in force. */
  readonly baseline?: BaselineSummary;
  /** What was set aside, by article id, in path order. */
  readonly setAside: readonly { readonly path: string; readonly passages: readonly SetAside[] }[];
  /** Where `Settings.explore` asks for it; never part of the JSON. */
  readonly exploration?: Exploration;
}

/** The settings that decide the result, as they were in force. */
export interface ReportedSettings {
  readonly relations: readonly Relation[];
  /** Least Jaccard of a near-copy. */
  readonly threshold: number;
  /** Least probability of a rewrite. */
  readonly rewriteThreshold: number;
  readonly minWords: number;
  /** Only matches of articles that changed since are reported. */
  readonly changedSince?: string;
  /** Only matches of articles that this list names as changed are reported. */
  readonly changedFrom?: string;
  /** The archive that the articles were compared with, as the user named it. */
  readonly against?: readonly string[];
}
