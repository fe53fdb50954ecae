import type { Detail, Relation } from '../model/match.ts';

/** Globs as in .gitignore. */
export interface GlobList {
  /** The folder that they are relative to; absolute. */
  readonly from: string;
  readonly globs: readonly string[];
}

/** What collect needs to know. */
export interface CollectConfig {
  /** Absolute. */
  readonly cwd: string;
  /** None takes everything. */
  readonly include: GlobList;
  readonly exclude: GlobList;
  /** Honour `.gitignore` and `.dedupeignore`. */
  readonly ignoreFiles: boolean;
  /** ... for files that are named themselves too. */
  readonly ignoreNamed: boolean;
  /** Absolute paths of files that are no articles. */
  readonly leaveOut: readonly string[];
  /** The most bytes one article may have. */
  readonly maxBytes: number;
  /** The fields of a JSONL record: which one names the article, and which extract will want. */
  readonly idField: string;
  readonly textField: string;
  readonly titleField: string;
}

/** What extract needs to know. */
export interface ExtractConfig {
  readonly textField: string;
  readonly titleField: string;
  /** Articles of fewer words are not compared. */
  readonly minWords: number;
}

/** What the comparison needs to know. */
export interface MatchConfig {
  /** In the order in which they are tried; at least one. */
  readonly relations: readonly Relation[];
  /** Jaccard from which a pair is a near-copy, in (0, 1]. */
  readonly threshold: number;
  /** Probability from which a pair is a rewrite, in (0, 1]. */
  readonly rewriteThreshold: number;
}

/** A rule of `ignorePairs`. */
export interface IgnoreRule {
  /** One glob or two. */
  readonly paths: readonly string[];
  /** The folder that they are relative to; absolute. */
  readonly from: string;
  /** Only articles with one and the same path below the `**` of their globs. */
  readonly samePath: boolean;
  readonly reason: string;
  /** The last day on which it holds, as 2026-12-31. */
  readonly expires?: string;
}

/** What suppression needs to know. */
export interface SuppressConfig {
  /** Absolute. */
  readonly cwd: string;
  /** As 2026-12-31; '' is before all days. */
  readonly today: string;
  readonly ignorePairs: readonly IgnoreRule[];
}

/** The settings in force, complete and checked: one slice a stage. */
export interface Config {
  readonly collect: CollectConfig;
  readonly extract: ExtractConfig;
  readonly match: MatchConfig;
  readonly suppress: SuppressConfig;
  /** Paths of an archive, which is not compared with itself. */
  readonly against: readonly string[];
  /** Since when articles must have changed for their matches to be reported. */
  readonly changedSince?: string;
  /** By which list they must have changed. */
  readonly changedFrom?: string;
  /** Threads that work at a time, the main one among them; at least 1. Have no bearing on the result. */
  readonly threads: number;
  /** Bytes that the run should get by with: once half are taken, what is kept of articles goes to a temporary file. */
  readonly maxMemory: number;
  /** What the result tells of each match. */
  readonly detail: Detail;
  /** Whether texts and scores are kept for exploring the result. */
  readonly explore: boolean;
  /** Where what was computed is kept for the next run; absolute. Null keeps nothing. */
  readonly cacheFolder: string | null;
}
