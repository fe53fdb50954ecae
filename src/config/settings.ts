import type { CorpusStats } from '../model/article.ts';
import type { Detail, Relation } from '../model/match.ts';
import type { Failing } from '../model/result.ts';

/** Globs as in .gitignore, relative to the working directory or to another folder (absolute). */
export type Globs = readonly string[] | { readonly from: string; readonly globs: readonly string[] };

/** Which files are articles. */
export interface CollectSettings {
  /** The working directory: paths are resolved from it and reported relative to it. Default: the process's own. */
  readonly cwd?: string;
  /** Take only files that one of these globs names. Default: all. */
  readonly include?: Globs;
  /** Leave out what one of these globs names, even if it was named as a path. */
  readonly exclude?: Globs;
  /** Honour `.gitignore` and `.dedupeignore`. Default: true. */
  readonly ignoreFiles?: boolean;
  /** Honour them for files that are named themselves too, as of a list that a program made. Default: false. */
  readonly ignoreNamed?: boolean;
  /**
   * Files that are no articles, whatever else says so: by their paths, not globs. The command names here the reports that
   * the run itself writes, so that a second run does not find the first one's. Default: none.
   */
  readonly leaveOut?: readonly string[];
  /** The most bytes one article (a file, or a record of a JSONL file) may have. */
  readonly maxBytes?: number;
}

/** How an article is read from a source. */
export interface ExtractSettings {
  /** The field of a JSONL record that holds the text. */
  readonly textField?: string;
  /** The field of a JSONL record that names the article. */
  readonly idField?: string;
  /** The field of a JSONL record that holds the title. */
  readonly titleField?: string;
  /** Articles of fewer words are listed as too short and not compared; a whole number from 1. */
  readonly minWords?: number;
}

/** What counts as a match. */
export interface MatchSettings {
  /** The relations to look for. Default: all four. */
  readonly relations?: readonly Relation[];
  /** The Jaccard of 5-word shingles from which a pair is a near-copy; above 0, at most 1. */
  readonly threshold?: number;
  /** The probability from which a pair is a rewrite; above 0, at most 1. */
  readonly rewriteThreshold?: number;
}

/** How a run goes about its work; none of it has a bearing on the result. */
export interface WorkSettings {
  /** Threads that work at a time, the main one among them; a whole number from 1. Default: the machine's cores. */
  readonly threads?: number;
  /**
   * The memory that the run should get by with, as '400M' or '2G': once half of it is taken, what is kept of further
   * articles goes to a temporary file. Default: half of the machine's.
   */
  readonly maxMemory?: string;
}

/** Two groups of articles that may repeat each other, such as translations or the versions of a manual. */
export interface IgnorePair {
  /** One glob (as in .gitignore): any two articles that it names. Two: an article of the first, one of the second. */
  readonly paths: readonly string[];
  /** Only articles with one and the same path below the `**` of their globs. Default: false. */
  readonly samePath?: boolean;
  readonly reason: string;
  /** The last day on which it holds, as 2026-12-31. Default: it always holds. */
  readonly expires?: string;
  /** The folder that the globs are relative to. Default: the working directory; of a config file, its own folder. */
  readonly from?: string;
}

/** Which matches are known, and not reported. */
export interface SuppressSettings {
  /** Default: none. */
  readonly ignorePairs?: readonly IgnorePair[];
}

/** How far a stage has come. `found` counts what it yields: articles, candidate pairs, matches, clusters. */
export interface Progress {
  readonly stage: 'collect' | 'extract' | 'fingerprint' | 'lsh' | 'match' | 'cluster' | 'explain' | 'score';
  readonly done: number;
  /** How many there are to do, where that is known. */
  readonly total?: number;
  readonly found?: number;
  /** What `done` counts, in the plural: "files", "pairs". */
  readonly unit: string;
}

/** Which articles changed. */
export type Changed = (
  | {
      /** Since when, as reports name it, e.g. "origin/main". */
      readonly since: string;
    }
  | {
      /** By which list, as reports name it, e.g. "changed.txt". */
      readonly from: string;
    }
) & {
  /**
   * Whether a file changed, or, of a container file, the record on this line (from 1); without a line, whether any part
   * of the file did. Paths are relative to `cwd`, with `/`.
   */
  readonly holds: (path: string, line?: number) => boolean;
};

/** What a user may say: all of it optional. `completeSettings` makes a `Config` of it. */
export interface Settings extends CollectSettings, ExtractSettings, MatchSettings, SuppressSettings, WorkSettings {
  /** The day on which `ignorePairs` are judged, as 2026-12-31. Default: today, in UTC. */
  readonly today?: string;
  /**
   * More paths: their articles are compared with the given ones, and never among themselves. What is under both is a
   * given one. Default: none.
   */
  readonly against?: readonly string[];
  /** Report only the matches in which a changed article takes part. Default: all. */
  readonly changed?: Changed;
  /** Called as the stages go on; what it does has no bearing on the result. */
  readonly onProgress?: (progress: Progress) => void;
  /** Keep what it takes to explore the result without the articles: `Result.exploration`. Default: false. */
  readonly explore?: boolean;
  /** Weigh terms by these counts, not by those of the articles at hand: scores are then the same in every folder. */
  readonly stats?: CorpusStats;
  /** Is given the counts of the articles at hand, which merge and freeze as a value. */
  readonly onStats?: (stats: CorpusStats) => void;
  /**
   * A folder in which what is computed of the articles is kept, so that a later run computes only what has changed. The
   * result is the same to the byte. Default: nothing is kept.
   */
  readonly cacheFolder?: string;
  /** The article that the path `-` stands for. */
  readonly stdin?: Uint8Array;
}

/** Settings with what the result is to tell of each match: the less it is, the sooner the run ends. */
export interface DetailedSettings<D extends Detail = Detail> extends Settings {
  /** All that shows a match, the lines on which it begins, or nothing but relation and score. Default: 'evidence'. */
  readonly detail?: D;
}

/** What the command may be told beyond that, in a config file as on the command line. */
export interface CommandSettings {
  /** What is scanned if the command names no path. */
  readonly paths?: readonly string[];
  /** Reports to write: `<name>` or `<name>:<file>`. */
  readonly format?: readonly string[];
  readonly full?: boolean;
  readonly explain?: boolean;
  readonly verbose?: boolean;
  /** Exit with 1 if anything is found. */
  readonly check?: boolean;
  /** What a check fails on. */
  readonly failOn?: readonly Failing[];
  /** So many findings pass a check. */
  readonly maxDuplicates?: number;
  /** The file of the findings that are accepted. */
  readonly baseline?: string;
  /** The file of the counts that terms are weighed by. */
  readonly stats?: string;
  /** Keep what is computed of the articles for the next run. */
  readonly cache?: boolean;
  /** In this folder, not in node_modules/.cache/dedupe or the system's folder for caches. */
  readonly cacheLocation?: string;
}

/** What decides a run, as a config file may say it too. */
export interface RunSettings
  extends Omit<CollectSettings, 'cwd' | 'leaveOut'>,
    ExtractSettings,
    MatchSettings,
    SuppressSettings,
    WorkSettings {}

/** All that a config file may say. */
export interface FileSettings extends RunSettings, CommandSettings {}
