import { NO_TERM, termSequence } from '../../fingerprint/terms.ts';
import type { TermWeight } from '../../fingerprint/weights.ts';
import type { Article } from '../../model.ts';
import { quotes } from './quotes.ts';
import { type SentenceTerms, sentenceTerms } from './sentenceTerms.ts';
import { trigramSequence } from './trigrams.ts';

/** What kind of thing a term is in an article: facts are what a follow-up changes and a rewrite keeps. */
export const PLAIN = 0;
export const NAME = 1;
export const NUMBER = 2;

/** All that comparing two tellings needs of one article: its terms, sentence by sentence, with their weights. */
export interface Outline {
  readonly article: Article;
  /** Distinct terms, ascending; `weights` and `kinds` (PLAIN, NAME, NUMBER) are parallel to it. */
  readonly terms: Uint32Array;
  readonly weights: Float64Array;
  readonly kinds: Uint8Array;
  /** Sum of the weights. */
  readonly weight: number;
  readonly sentences: SentenceTerms;
  /** Number of sentences, from the first, that make up the lead. */
  readonly lead: number;
  /** Places of the lead's terms, ascending. */
  readonly leadTerms: Uint32Array;
  /** Triples of words in a row, hashed, ascending. */
  readonly trigrams: Uint32Array;
  /** Those that lie inside quotation marks, ascending, each as often as it is quoted. */
  readonly quoted: Uint32Array;
}

/** A lead is the first sentences up to so many words: two or three sentences, with the title where it is in the text. */
const LEAD_WORDS = 45;

/** Languages that write names, and nothing but names, with a capital inside a sentence. */
const CAPITALIZED_NAMES: ReadonlySet<string> = new Set(['en', 'fr', 'es', 'it', 'pt', 'nl', 'ru', 'uk', 'sv', 'no']);

/** Reads an article's terms for comparison with others. */
export function outline(article: Article, weight: TermWeight): Outline {
  const sequence = termSequence(article);
  const terms = distinct(sequence.filter((term) => term !== NO_TERM));
  const placeOf = new Map<number, number>();
  for (let place = 0; place < terms.length; place++) placeOf.set(terms[place] as number, place);
  const weights = Float64Array.from(terms, weight);
  const sentences = sentenceTerms(article, sequence, placeOf, weights);
  const trigrams = trigramSequence(article.words.hashes);
  const quoted = quotes(article).flatMap(({ first, end }) =>
    Array.from(trigrams.subarray(first, Math.max(first, end - 2))),
  );
  const lead = leadLength(sentences);
  return {
    article,
    terms,
    weights,
    kinds: termKinds(article, sequence, placeOf, sentences),
    weight: weights.reduce((sum, weight) => sum + weight, 0),
    sentences,
    lead,
    leadTerms: distinct(sentences.termList.subarray(0, sentences.termStart[lead])),
    quoted: Uint32Array.from(quoted).sort(),
    trigrams: trigrams.sort(),
  };
}

/** The distinct values, ascending. */
function distinct(sequence: Uint32Array): Uint32Array {
  const sorted = sequence.slice().sort();
  let size = 0;
  for (let i = 0; i < sorted.length; i++) {
    if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[size++] = sorted[i] as number;
  }
  return sorted.slice(0, size);
}

/** A name has a capital inside a sentence, or at the start of one where its word is nowhere written small. */
function termKinds(
  { prose, words, language }: Article,
  sequence: Uint32Array,
  placeOf: ReadonlyMap<number, number>,
  sentences: SentenceTerms,
): Uint8Array {
  const kinds = new Uint8Array(placeOf.size);
  const small = new Uint8Array(placeOf.size);
  const opening = new Set(sentences.firstWords);
  const hasNames = CAPITALIZED_NAMES.has(language);
  const starts: number[] = [];
  for (let i = 0; i < sequence.length; i++) {
    const place = placeOf.get(sequence[i] as number);
    if (place === undefined) continue;
    const unit = prose.text.charCodeAt(words.starts[i] as number);
    if (unit >= 0x30 && unit <= 0x39) kinds[place] = NUMBER;
    else if (!hasNames || !isCapital(prose.text, words.starts[i] as number)) small[place] = 1;
    else if (opening.has(i)) starts.push(place);
    else kinds[place] = NAME;
  }
  for (const place of starts) if (small[place] === 0) kinds[place] = NAME;
  return kinds;
}

function isCapital(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset);
  if (unit < 0x80) return unit >= 0x41 && unit <= 0x5a;
  const letter = text.charAt(offset);
  return letter !== letter.toLowerCase();
}

function leadLength({ wordCounts }: SentenceTerms): number {
  let words = 0;
  let lead = 0;
  while (lead < wordCounts.length && words < LEAD_WORDS) words += wordCounts[lead++] as number;
  return lead;
}
