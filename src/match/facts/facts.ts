import type { Article, Span } from '../../model/article.ts';
import type { FactDifference } from '../../model/evidence.ts';
import { readDate } from './dates.ts';
import { isCapitalized } from './isCapitalized.ts';
import { nameReader } from './names.ts';
import { maySpellNumber, readNumber } from './numbers.ts';
import { type Token, tokens } from './tokens.ts';

/** A number, date or name that an article states. */
export interface Fact extends Span {
  readonly kind: FactDifference['kind'];
  /** Equal for equal facts, however they are written: `900000000$`, `2024-5-3`, `bank of england`. */
  readonly value: string;
}

/**
 * The numbers, dates and names of an article in reading order, not overlapping. By rules, mainly for English: see
 * `facts/`. Numbers, years and ISO dates are read in every language, names where capitals tell them.
 */
export function facts(article: Article): readonly Fact[] {
  const found = known.get(article) ?? readFacts(article);
  known.set(article, found);
  return found;
}

/** An article that matches several others is asked for its facts twice by each. */
const known = new WeakMap<Article, readonly Fact[]>();

function readFacts(article: Article): Fact[] {
  const sentences = tokens(article);
  const readName = nameReader(sentences, article.language);
  const found: Fact[] = [];
  for (const sentence of sentences) {
    for (let i = 0; i < sentence.length; ) {
      const token = sentence[i] as Token;
      if (isOrdinary(token)) {
        i++;
        continue;
      }
      const { start } = token;
      const date = readDate(sentence, i);
      const number = date ? undefined : readNumber(sentence, i, article.language);
      const reading = date ?? number ?? readName(sentence, i);
      if (reading) {
        const kind = date ? 'date' : number ? 'number' : 'name';
        found.push({ kind, value: reading.value, start, end: sentence[reading.next - 1]?.end as number });
      }
      i = reading?.next ?? i + 1;
    }
  }
  return found;
}

/** Whether no fact begins with a token: dates and names begin with a capital, a digit or a sign, numbers also with their names. */
function isOrdinary({ kind, text }: Token): boolean {
  return kind === 'word' && !isCapitalized(text) && !maySpellNumber(text);
}

/** The facts that lie in a span of the prose; `facts` ascend. */
export function factsIn(facts: readonly Fact[], { start, end }: Span): Fact[] {
  let low = 0;
  let high = facts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((facts[middle] as Fact).start < start) low = middle + 1;
    else high = middle;
  }
  const found: Fact[] = [];
  for (let i = low; i < facts.length && (facts[i] as Fact).end <= end; i++) found.push(facts[i] as Fact);
  return found;
}

/** For each compared word of the article, 1 if it is part of a fact. */
export function wordsInFacts({ words }: Article, facts: readonly Fact[]): Uint8Array {
  const inside = new Uint8Array(words.starts.length);
  let i = 0;
  for (let word = 0; word < inside.length; word++) {
    while (i < facts.length && (facts[i] as Fact).end <= (words.starts[word] as number)) i++;
    if (i < facts.length && (facts[i] as Fact).start < (words.ends[word] as number)) inside[word] = 1;
  }
  return inside;
}
