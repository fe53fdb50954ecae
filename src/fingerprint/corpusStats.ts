import { type CommonLines, commonLines, type LinesOfArticle, recurringLines } from '../extract/recurringLines.ts';
import { entries, hashTable, tally } from '../hashTable.ts';
import type { CorpusStats } from '../model/article.ts';

/** What the counts need of an article. */
export type Counted = LinesOfArticle;

/** The counts over two collections that have no text in common, as over both. */
export function mergeStats(a: CorpusStats, b: CorpusStats): CorpusStats {
  const documentFrequency = new Map(a.documentFrequency);
  for (const [id, count] of b.documentFrequency) documentFrequency.set(id, (documentFrequency.get(id) ?? 0) + count);
  return {
    documents: a.documents + b.documents,
    documentFrequency,
    recurringLines: new Set([...a.recurringLines, ...b.recurringLines]),
  };
}

/**
 * Counts over a folder: in how many of its distinct texts each term occurs, and which lines recur across them.
 *
 * @param common what `commonLines` says of these articles
 */
export function countCorpus(articles: readonly Counted[], common: CommonLines = commonLines(articles)): CorpusStats {
  const seen = new Set<string>();
  const frequencies = hashTable();
  for (const { fingerprint } of articles) {
    const { digest, terms } = fingerprint;
    if (seen.has(digest)) continue;
    seen.add(digest);
    for (let i = 0; i < terms.ids.length; i++) tally(frequencies, terms.ids[i] as number);
  }
  return {
    documents: seen.size,
    documentFrequency: new Map(entries(frequencies)),
    recurringLines: recurringLines(articles, common),
  };
}
