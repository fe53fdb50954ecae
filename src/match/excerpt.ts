import { passage } from '../extract/prose.ts';
import type { Article } from '../model/article.ts';
import type { ExcerptEvidence, Passage } from '../model/evidence.ts';
import type { CommonRuns } from './suffixAutomaton.ts';

/**
 * Shared passages shorter than this are not shown: runs of ten words hardly ever arise by chance or as a set phrase
 * (the contract's witness, which makes a pair an excerpt, has thirty).
 */
const SHORTEST_PASSAGE = 10;

/** The number of words in the longest run that both have: the witness of an excerpt. */
export function longestRun({ length }: CommonRuns): number {
  let longest = 0;
  for (let i = 0; i < length.length; i++) longest = Math.max(longest, length[i] as number);
  return longest;
}

/**
 * What one article holds of the other: the longest shared run of words, then the other shared passages, longest first.
 * Passages do not overlap in a. `holder` is the article with more words; of two with as many, the one whose id comes
 * later, so that the answer does not depend on which is called a.
 *
 * @param runs what `commonRuns` finds in their words
 */
export function excerptEvidence(a: Article, b: Article, runs: CommonRuns): ExcerptEvidence {
  const witness = longestRun(runs);
  const last = runs.length.indexOf(witness);
  const ends = [
    ...(witness > 0 ? [{ last, words: witness }] : []),
    ...tile(runs, 0, last + 1 - witness),
    ...tile(runs, last + 1, runs.length.length),
  ].sort((x, y) => y.words - x.words || x.last - y.last);
  return {
    kind: 'excerpt',
    holder: holder(a, b),
    passages: ends.map(({ last, words }) => ({
      a: wordsPassage(a, last, words),
      b: wordsPassage(b, runs.end[last] as number, words),
      words,
    })),
  };
}

function holder(a: Article, b: Article): 'a' | 'b' {
  const more = a.words.hashes.length - b.words.hashes.length;
  if (more !== 0) return more > 0 ? 'a' : 'b';
  return a.source.id > b.source.id ? 'a' : 'b';
}

/** The words from..to of a, covered from the end backwards by shared runs, each as long as it goes. */
function tile(runs: CommonRuns, from: number, to: number): { last: number; words: number }[] {
  const tiles: { last: number; words: number }[] = [];
  for (let last = to - 1; last >= from; ) {
    const words = Math.min(runs.length[last] as number, last + 1 - from);
    if (words >= SHORTEST_PASSAGE) tiles.push({ last, words });
    last -= words >= SHORTEST_PASSAGE ? words : 1;
  }
  return tiles;
}

/** The passage of `words` words up to and with word `last`. */
function wordsPassage(article: Article, last: number, words: number): Passage {
  const { starts, ends } = article.words;
  return passage(article.prose, { start: starts[last + 1 - words] as number, end: ends[last] as number });
}
