import { articleAgain } from './articleAgain.ts';
import type { Config } from './config/config.ts';
import type { CommonLines } from './extract/recurringLines.ts';
import type { Counted } from './fingerprint/corpusStats.ts';
import type { Surveyed } from './store/surveyed.ts';

/**
 * Surveyed articles with the terms by which their recurring lines are told; where rewrites are not looked for, articles
 * that have a line in common with several others are read again for theirs.
 */
export async function withTerms(
  articles: readonly Surveyed[],
  common: CommonLines,
  config: Config,
): Promise<readonly Counted[]> {
  if (config.match.relations.includes('rewrite')) return articles;
  const counted: Counted[] = [...articles];
  for (const place of new Set([...common.values()].flat())) {
    const { fingerprint, lineHashes } = articles[place] as Surveyed;
    const { countTerms, termSequence } = await import('./fingerprint/terms.ts');
    const { terms } = countTerms(termSequence(await articleAgain(fingerprint.source, NO_LINES, config)));
    counted[place] = { fingerprint: { digest: fingerprint.digest, terms }, lineHashes };
  }
  return counted;
}

const NO_LINES: ReadonlySet<number> = new Set();
