import { readAgain } from './collect/readPortion.ts';
import type { Config } from './config/config.ts';
import type { CorpusStats, Skip } from './model/article.ts';
import { AT_A_TIME, type Keeping, roomOf } from './store/keeping.ts';
import { named } from './store/named.ts';
import { remembered } from './store/remembered.ts';
import type { SurveyCache } from './store/surveyCache.ts';
import type { Surveyed } from './store/surveyed.ts';
import { surveyKey } from './store/surveyKey.ts';
import { surveyRaw } from './surveyRaw.ts';

/**
 * Surveys those articles again that have lines recurring across the folder: these lines are then set aside. An article
 * of nothing else is emptied.
 */
export async function withoutRecurringLines(
  surveyed: readonly Surveyed[],
  { recurringLines }: CorpusStats,
  config: Config,
  cache: SurveyCache | null,
  keeping: Keeping,
): Promise<{ articles: Surveyed[]; emptied: Skip[] }> {
  const articles: Surveyed[] = [];
  const emptied: Skip[] = [];
  const room = roomOf(config, surveyed.length);
  let filling = keeping.fill(room);
  // Places among the articles of those that are in the tray that is being filled.
  let fresh: number[] = [];
  const putAway = (): void => {
    const tray = filling.tray();
    for (const [row, place] of fresh.entries()) {
      articles[place] = keeping.at(tray, row, (articles[place] as Surveyed).fingerprint.source);
    }
    fresh = [];
    filling = keeping.fill(room);
  };
  for (const article of surveyed) {
    const { fingerprint, lineHashes } = article;
    const recurring = recurringLines.size === 0 ? NO_HASHES : lineHashes.filter((line) => recurringLines.has(line));
    if (recurring.length === 0) {
      articles.push(article);
      continue;
    }
    const { source, byteDigest } = fingerprint;
    const again = await remembered(
      cache,
      source,
      () => surveyKey(source, byteDigest, recurring),
      async () => surveyRaw(await readAgain(source, config.collect), config, recurringLines),
    );
    if ('reason' in again) emptied.push(named(again, source) as Skip);
    else {
      filling.add(again);
      if (fresh.push(articles.push(article) - 1) === AT_A_TIME) putAway();
    }
  }
  putAway();
  return { articles, emptied };
}

const NO_HASHES = new Float64Array(0);
