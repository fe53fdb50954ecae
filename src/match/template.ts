import type { Article } from '../model/article.ts';
import { facts, wordsInFacts } from './facts/facts.ts';
import { isCapitalized } from './facts/isCapitalized.ts';
import { ordinaryOpeners } from './facts/openers.ts';
import { haveOrdinaryWordsApart, ordinaryWordsApart } from './ordinaryWords.ts';
import type { Subject } from './subject.ts';

/**
 * From this `templateShare` on, two articles are siblings of one template rather than two tellings. Measured: 210 pairs
 * of earnings tables with 0.4 of their other words in common have 0.50 or more, half of them 0.87; 707 pairs of articles
 * and rewrites by people and language models have 0.48 or less, 99 % of each kind 0.44.
 */
export const TEMPLATE_SHARE = 0.5;

/** "Pope and Talbot Inc" fills the place that "Guilford Mills Inc" fills elsewhere. */
const JOINING: ReadonlySet<string> = new Set(['and', 'of']);

/**
 * Whether two articles that tell the same are siblings of one template. Most that are none have so many words apart that
 * the others need not be told from the words of facts.
 */
export function isFilledTemplate(a: Article, b: Article): boolean {
  const stated = unshared(statedIn(a), statedIn(b));
  // With so many words apart the share is too low.
  const enough = Math.floor(stated / TEMPLATE_SHARE - stated) + 1;
  return ordinaryWordsApart(a, b, enough) < enough && templateShare(a, b) >= TEMPLATE_SHARE;
}

/**
 * The share of what differs between two articles that is numbers, dates and names, out of the distinct words and facts
 * that only one of them has; 0 if nothing differs. 0..1. Takes no account of order: tables may have other rows.
 */
export function templateShare(a: Article, b: Article): number {
  const words = unshared(
    plainWords(a).map((i) => a.words.hashes[i]),
    plainWords(b).map((i) => b.words.hashes[i]),
  );
  const stated = unshared(statedIn(a), statedIn(b));
  return stated > 0 ? stated / (stated + words) : 0;
}

/**
 * Whether all that differs between two articles is numbers, dates and names: without these they have the same words in
 * the same order, and at least one of these differs. Tolerated are a for an and a plural s, which go with the number or
 * name that follows. A single capitalized word that opens a sentence may be a name; such words may differ as long as
 * more certain facts do. Other words must be equal: an edit beside new figures is no template.
 */
export async function isTemplateSibling(a: Reread, b: Reread): Promise<boolean> {
  return !haveOrdinaryWordsApart(await a.written(), await b.written()) && differInFacts(await a.read(), await b.read());
}

type Reread = Pick<Subject, 'read' | 'written'>;

/** The same by reading the facts of both, at any cost. */
export function differInFacts(a: Article, b: Article): boolean {
  let names = unshared(statedIn(a), statedIn(b));
  if (names === 0) return false;
  const plainInA = plainWords(a);
  const plainInB = plainWords(b);
  const openersOfA = possibleNames(a, b);
  const openersOfB = possibleNames(b, a);
  let i = 0;
  let j = 0;
  while (i < plainInA.length || j < plainInB.length) {
    const wordOfA = plainInA[i];
    const wordOfB = plainInB[j];
    if (wordOfA !== undefined && wordOfB !== undefined && isSameWord(a, wordOfA, b, wordOfB)) {
      i++;
      j++;
      continue;
    }
    const nameInA = wordOfA !== undefined && openersOfA.has(wordOfA);
    const nameInB = wordOfB !== undefined && openersOfB.has(wordOfB);
    if ((!nameInA && !nameInB) || --names < 0) return false;
    if (nameInA) i++;
    if (nameInB) j++;
  }
  return true;
}

function statedIn(article: Article): string[] {
  return facts(article).map(({ kind, value }) => `${kind} ${value}`);
}

/**
 * The words that are part of no fact, by index. What joins two facts is part of them, and so is a capitalized word of the
 * article's names where no name was read: in a headline, which capitalizes all.
 */
function plainWords(article: Article): number[] {
  const found = facts(article);
  const inside = wordsInFacts(article, found);
  const inNames = wordsInFacts(
    article,
    found.filter(({ kind }) => kind === 'name'),
  );
  const nameWords = new Set(article.words.hashes.filter((_, i) => inNames[i] === 1));
  const plain: number[] = [];
  inside.forEach((isInside, i) => {
    if (isInside === 1) return;
    const joins = inside[i - 1] === 1 && inside[i + 1] === 1 && JOINING.has(written(article, i).toLowerCase());
    const names = nameWords.has(article.words.hashes[i] as number) && isCapitalized(written(article, i));
    if (!joins && !names) plain.push(i);
  });
  return plain;
}

/** How many distinct items only one of two lists has. */
function unshared<T>(x: readonly T[], y: readonly T[]): number {
  const inX = new Set(x);
  const inY = new Set(y);
  return difference(inX, inY) + difference(inY, inX);
}

function difference<T>(x: ReadonlySet<T>, y: ReadonlySet<T>): number {
  let count = 0;
  for (const item of x) if (!y.has(item)) count++;
  return count;
}

function isSameWord(a: Article, i: number, b: Article, j: number): boolean {
  if (a.words.hashes[i] === b.words.hashes[j]) return true;
  const x = written(a, i).toLowerCase();
  const y = written(b, j).toLowerCase();
  return `${x}s` === y || x === `${y}s` || (x === 'a' && y === 'an') || (x === 'an' && y === 'a');
}

/** The capitalized words that open a sentence of `article`, no function words, that neither article writes small. */
function possibleNames(article: Article, other: Article): Set<number> {
  const small = new Set<number>();
  for (const one of [article, other]) {
    one.words.starts.forEach((_, i) => {
      if (!isCapitalized(written(one, i))) small.add(one.words.hashes[i] as number);
    });
  }
  const common = ordinaryOpeners(article.language);
  const names = new Set<number>();
  let word = 0;
  for (const { start, end } of article.prose.sentences) {
    const { starts, hashes } = article.words;
    while (word < starts.length && (starts[word] as number) < start) word++;
    if (word === starts.length || (starts[word] as number) >= end || small.has(hashes[word] as number)) continue;
    if (!common.has(written(article, word).toLowerCase())) names.add(word);
  }
  return names;
}

function written({ prose, words }: Article, i: number): string {
  return prose.text.slice(words.starts[i], words.ends[i]);
}
