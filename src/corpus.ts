import { isLong } from './admit.ts';
import type { Config } from './config/config.ts';
import type { Settings } from './config/settings.ts';
import { commonLines } from './extract/recurringLines.ts';
import { withoutCopiedLines } from './fingerprint/copiedLines.ts';
import { countCorpus } from './fingerprint/corpusStats.ts';
import type { CorpusStats, Skip } from './model/article.ts';
import type { Keeping } from './store/keeping.ts';
import { openSurveyCache } from './store/surveyCache.ts';
import type { Surveyed } from './store/surveyed.ts';
import { surveyArticles } from './surveyArticles.ts';
import type { Crew } from './threads/crew.ts';
import { withoutRecurringLines } from './withoutRecurringLines.ts';
import { withTerms } from './withTerms.ts';

/** What was read: the articles, and what the folder as a whole says of their terms and lines. */
export interface Corpus {
  /** As each is by itself, before recurring lines were set aside: strangers in the folder change nothing in it. */
  readonly surveyed: readonly Surveyed[];
  /** As they are compared, sorted by id. */
  readonly articles: readonly Surveyed[];
  readonly skipped: readonly Skip[];
  /** The counts over these articles. */
  readonly counted: CorpusStats;
  /** Those that weights rest on: the frozen ones if there are any, else `counted`. */
  readonly stats: CorpusStats;
}

/**
 * Stages 1 to 3: reads the articles under `paths`, counts what recurs among them, and sets recurring lines aside.
 *
 * @param keeping where what is read is kept
 * @param crew who takes part in it
 */
export async function readCorpus(
  paths: readonly string[],
  { stats: frozen, onStats, onProgress: tell = () => {} }: Settings,
  config: Config,
  keeping: Keeping,
  crew: Crew,
): Promise<Corpus> {
  const cache = paths.length === 0 ? null : openSurveyCache(config);
  const { surveyed, skipped } = await surveyArticles(paths, config, cache, keeping, crew, tell);
  const long = surveyed.filter(isLong(config));
  const common = withoutCopiedLines(commonLines(long), long);
  const counted = countCorpus(await withTerms(long, common, config), common);
  onStats?.(counted);
  const stats = frozen ?? counted;
  const { articles, emptied } = await withoutRecurringLines(surveyed, stats, config, cache, keeping);
  cache?.close();
  tell({ stage: 'fingerprint', done: articles.length, unit: 'articles' });
  return { surveyed, articles, skipped: [...skipped, ...emptied], counted, stats };
}
