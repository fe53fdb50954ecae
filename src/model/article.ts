/**
 * The nouns of the pipeline, from a source to an article's fingerprint. A stage is a function from some of the nouns in
 * this folder to others; nothing here computes.
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
  /** Of a record of a container whose line is JSON beyond doubt, and well-formed UTF-8. */
  readonly fields?: Fields;
}

/** Where fields of a record are in the bytes of its line; null for those it lacks. */
export interface Fields {
  readonly id: Field | null;
  readonly text: Field | null;
  readonly title: Field | null;
}

/** A string with its quotes, `plain` if it is without escapes; a number; or what else begins there. */
export interface Field extends Span {
  readonly kind: 'plain' | 'escaped' | 'number' | 'other';
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

/** The words of an article, and the text that has them: as it is in the source where that is all the same. */
export interface Written extends Pick<Article, 'words'> {
  readonly prose: Pick<Prose, 'text'>;
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
  /**
   * Digest of a file's bytes, hex; of a record of a container, of its text alone: what else its line says, such as its id,
   * is no part of it.
   */
  readonly contentDigest: string;
}

/** What copies are found by: an article, or as much of one as was read without its text. */
export interface Skimmed extends Pick<Article, 'source' | 'metadata' | 'language' | 'lineHashes'> {
  /** May look into memory that the next article is read into. */
  readonly words: Pick<Words, 'hashes'>;
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
  /** Digest of the source's bytes, hex, by which the next run knows it again; '' where nothing is kept for one. */
  readonly byteDigest: string;
  /** 128-bit digest of the normalized word sequence, hex: equal for identical articles only. */
  readonly digest: string;
  /** Number of words compared. */
  readonly words: number;
  /** The set of 53-bit hashes of 5-word shingles, ascending. */
  readonly shingles: Float64Array;
  /** How many they are: asked for of all articles, where the set itself is in a file. */
  readonly shingleCount: number;
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

// ---------------------------------------------------------------- report

/** An article's text for a report that shows it whole, with its place in the source. */
export interface ArticleText {
  readonly text: string;
  readonly paragraphs: readonly Span[];
  readonly sentences: readonly Span[];
  /** The line in the source on which each paragraph begins. */
  readonly lines: readonly number[];
  readonly setAside: readonly SetAside[];
}

/** An article as a report that shows whole texts names it. */
export interface ExploredArticle {
  readonly path: string;
  readonly title?: string;
  readonly words: number;
  /** Null if it was left out: all texts together are bounded. */
  readonly text: ArticleText | null;
}
