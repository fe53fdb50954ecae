/**
 * The nouns of the pipeline. A stage is a function from some of these to others; nothing here computes.
 *
 * Offsets are UTF-16 code units and spans are half open, `[start, end)`, everywhere. Lines are counted from 1.
 * An article is named by its `id`: its path relative to the working directory with `/`, or `path#record` for a
 * record of a container file.
 */

// ---------------------------------------------------------------- collect

/** How a source's bytes are read into prose. */
export type Format = 'text' | 'markdown' | 'html' | 'jsonl';

/** Where an article's bytes are, so that they can be read again: a whole file, or one line of a JSONL file. */
export interface Source {
  /** The article's name in every report; unique in a run. */
  readonly id: string;
  /** Path relative to the working directory, with `/`. */
  readonly path: string;
  readonly format: Format;
  /** For a record of a container file: its line (from 1) and its bytes' place in the file. */
  readonly record?: { readonly line: number; readonly offset: number; readonly length: number };
}

/** A source with its bytes: what collect hands to extract. */
export interface Raw {
  readonly source: Source;
  readonly bytes: Uint8Array;
}

/** Why something that was found is not compared. One file, `report/skips.ts`, words them all. */
export type SkipReason =
  | 'unreadable' // the system refused to open or read it
  | 'binary' // no text, by its bytes
  | 'empty' // no words at all
  | 'too-short' // fewer words than the minimum
  | 'bad-record' // a JSONL line that is no JSON object, or has no text field
  | 'link' // a symbolic link to what is taken already, to a folder above it, or to nothing
  | 'too-large' // more bytes than one article may have
  | 'bad-markup' // the markup could not be parsed, nor read as plain text
  | 'disabled'; // its front matter asks to be left out, or it is a report of an earlier run

/** Something that was found and not compared, and why. */
export interface Skip {
  /** The id the article would have had. */
  readonly path: string;
  readonly reason: SkipReason;
  /** The particulars in plain words, e.g. "12 words, fewer than 30". */
  readonly detail: string;
  /** The line of a record of a container file. */
  readonly line?: number;
}

// ---------------------------------------------------------------- extract

export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * An article's readable text: paragraphs joined by a blank line, markup and metadata gone, with its way back to the
 * source.
 */
export interface Prose {
  readonly text: string;
  /** In reading order, not overlapping. */
  readonly paragraphs: readonly Span[];
  /** Within paragraphs, in reading order, not overlapping. */
  readonly sentences: readonly Span[];
  /**
   * Where the prose came from: at prose offset `prose[i]` begins a stretch that was copied from source offset
   * `source[i]` (of the decoded source; of the text field for a JSONL record). Both ascend.
   */
  readonly origin: { readonly prose: Uint32Array; readonly source: Uint32Array };
  /** Source offsets at which the source's lines begin; `[0]` is 0. */
  readonly lineStarts: Uint32Array;
  /** Added to every line number: the record's line less one for JSONL, where a record is one line; else 0. */
  readonly firstLine: number;
}

/** Why a stretch of prose takes no part in the comparison. */
export type SetAsideReason =
  | 'share-line' // "Share", "Tweet", "Print this page"
  | 'navigation' // breadcrumbs, "Read more", "Exit mobile version"
  | 'repeated-line' // a title, caption or line already met in this article
  | 'recurring-line' // a line that recurs across many distinct articles of the folder
  | 'disabled'; // between dedupe-disable and dedupe-enable comments

/** A stretch of prose left out of the comparison: data, never silent. */
export interface SetAside extends Span {
  readonly reason: SetAsideReason;
  readonly text: string;
  readonly line: number;
}

/** The words that are compared, in order: set-aside stretches have none. Three parallel arrays. */
export interface Words {
  /** 32-bit hash of the normalized word (case folded, quotes dropped, NFKC); the same word, the same hash, in every run. */
  readonly hashes: Uint32Array;
  /** Offsets of the word in `prose.text`. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** What the source says of itself. */
export interface Metadata {
  readonly title?: string;
  /** As written in the source. */
  readonly date?: string;
  /** As stated by the source, e.g. "en-GB". */
  readonly language?: string;
  /** Of which other articles it says that it is a copy; at least one. */
  readonly declares?: readonly Declaration[];
  /** What it says to this program in vain; at least one. */
  readonly misread?: readonly Misread[];
}

/** Something that an article says to this program and that has no effect. */
export interface Misread {
  /** As it is written, e.g. `dedupe: no`. */
  readonly said: string;
  /** What would have an effect, or what is wrong with it. */
  readonly wanted: string;
}

/** What an article's front matter says: that it is a known copy of another. */
export interface Declaration {
  readonly field: 'duplicate_of' | 'canonical';
  /** As written: a path, an address on the site, a URL, an id. */
  readonly target: string;
}

/** One article, read. Held only while it is looked at; its `source` is enough to read it again. */
export interface Article {
  readonly source: Source;
  readonly metadata: Metadata;
  /** ISO 639-1 code of the language that its words show, or 'und'. */
  readonly language: string;
  readonly prose: Prose;
  readonly words: Words;
  readonly setAside: readonly SetAside[];
  /** Hash of each line of the prose that could be boilerplate; CorpusStats counts them over the folder. */
  readonly lineHashes: Float64Array;
  /** Digest of the source's bytes, hex. */
  readonly byteDigest: string;
  /** Of a record of a container, digest of its text alone, hex: what else its line says, such as its id, is no part of it. */
  readonly textDigest?: string;
}

// ---------------------------------------------------------------- fingerprint

/** A sparse vector of terms (stemmed words, or character bigrams in scripts without spaces). Two parallel arrays. */
export interface Terms {
  /** 32-bit hashes of the stems, ascending. */
  readonly ids: Uint32Array;
  /** How often each occurs in the article; saturates at 65,535. */
  readonly counts: Uint16Array;
}

/** All that candidate search needs of an article: flat records that threads, caches and archives pass around unchanged. */
export interface Fingerprint {
  readonly source: Source;
  readonly title?: string;
  /** Of which other articles it says that it is a copy; at least one. */
  readonly declares?: readonly Declaration[];
  /** What it says to this program in vain; at least one. */
  readonly misread?: readonly Misread[];
  /** As the article's; 'und' where rewrites are not looked for. */
  readonly language: string;
  readonly byteDigest: string;
  /** Of a record of a container, digest of its text alone, hex. */
  readonly textDigest?: string;
  /** 128-bit digest of the normalized word sequence, hex: equal for identical articles only. */
  readonly digest: string;
  /** Number of words compared. */
  readonly words: number;
  /** The set of 53-bit hashes of 5-word shingles, ascending. */
  readonly shingles: Float64Array;
  /** MinHash signature of `shingles`; 32-bit minima. */
  readonly signature: Uint32Array;
  /** Winnowed shingles, ascending: any 30 words that two articles share in a row leave one anchor in common. */
  readonly anchors: Float64Array;
  /** None where rewrites are not looked for. */
  readonly terms: Terms;
}

/**
 * Counts over distinct texts, on which weights rest. Mergeable (the shipped background is one of these) and
 * serializable (`--stats` freezes it).
 */
export interface CorpusStats {
  /** Number of distinct texts counted. */
  readonly documents: number;
  /** In how many of them each term (32-bit stem hash) occurs. */
  readonly documentFrequency: ReadonlyMap<number, number>;
  /** Lines (53-bit hashes) that recur across distinct articles and so carry none: footers, licences, share notices. */
  readonly recurringLines: ReadonlySet<number>;
}

// ---------------------------------------------------------------- match

/** The first of these that holds is the pair's relation. */
export type Relation = 'identical' | 'near-copy' | 'excerpt' | 'rewrite';

/** Two articles that are worth comparing, as indexes into the fingerprints; `a < b`. */
export interface Pair {
  readonly a: number;
  readonly b: number;
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

/** A verified pair; `a` and `b` are article ids, `a` before `b` in path order. */
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
  readonly evidence: Evidence;
}

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
  | { readonly match: Match }
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

/** An article's text for a report that shows it whole, with its place in the source. */
export interface ArticleText {
  readonly text: string;
  readonly paragraphs: readonly Span[];
  readonly sentences: readonly Span[];
  /** The line in the source on which each paragraph begins. */
  readonly lines: readonly number[];
  readonly setAside: readonly SetAside[];
}

export interface ExploredArticle {
  readonly path: string;
  readonly title?: string;
  readonly words: number;
  /** Null if it was left out: all texts together are bounded. */
  readonly text: ArticleText | null;
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

/** A run that ended: everything that a report may show. */
export interface Result {
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
  readonly matches: readonly Match[];
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
