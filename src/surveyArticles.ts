import { collectPortions } from './collect/collect.ts';
import { type PortionRead, recordPlacer } from './collect/placeRecords.ts';
import type { Portion } from './collect/portions.ts';
import type { Config } from './config/config.ts';
import type { Progress } from './config/settings.ts';
import type { Skip } from './model/article.ts';
import { AT_A_TIME, type Keeping, roomOf } from './store/keeping.ts';
import type { Kept } from './store/kept.ts';
import { named } from './store/named.ts';
import type { SurveyCache } from './store/surveyCache.ts';
import type { Surveyed } from './store/surveyed.ts';
import { surveyKey } from './store/surveyKey.ts';
import { compareText } from './summarize.ts';
import { surveyPortion } from './surveyPortion.ts';
import type { Crew } from './threads/crew.ts';
import { decodePortion } from './threads/portionRecord.ts';

/**
 * Stages 1 to 3, an article at a time: only what comparison needs is kept. The articles are sorted by id.
 *
 * @param cache what earlier runs have read
 * @param keeping where what this run reads is kept
 * @param crew who takes part in it
 */
export async function surveyArticles(
  paths: readonly string[],
  config: Config,
  cache: SurveyCache | null,
  keeping: Keeping,
  crew: Crew,
  tell: (progress: Progress) => void,
): Promise<{ surveyed: Surveyed[]; skipped: Skip[] }> {
  const surveyed: Surveyed[] = [];
  const skipped: Skip[] = [];
  const portions = await collectPortions(paths, config.collect);
  const place = recordPlacer<Kept>(
    (what) => ('reason' in what ? null : what.fingerprint.source),
    (what, source) =>
      'reason' in what
        ? (named(what, source) as Skip)
        : keeping.at(what.fingerprint.tray, what.fingerprint.row, source),
  );
  let next = 0;
  for await (const portionRead of surveyPortions(portions, config, cache, keeping, crew)) {
    for (const survey of place(portions[next++] as Portion, portionRead)) {
      if ('reason' in survey) skipped.push(survey);
      else surveyed.push(survey);
    }
    tell({ stage: 'extract', done: surveyed.length + skipped.length, found: surveyed.length, unit: 'sources' });
  }
  return { surveyed: surveyed.sort((x, y) => compareText(idOf(x), idOf(y))), skipped };
}

/** Fewer portions are read before other threads would have started: that takes them some 50 ms. */
const LEAST_PORTIONS = 4;

/** Surveys portions, in their order; by several threads where that is worth it, and nothing is known of them. */
async function* surveyPortions(
  portions: readonly Portion[],
  config: Config,
  cache: SurveyCache | null,
  keeping: Keeping,
  crew: Crew,
): AsyncGenerator<PortionRead<Kept | Skip>> {
  const room = roomOf(config, portions.length * AT_A_TIME);
  const here = (portion: Portion, cache: SurveyCache | null) => surveyPortion(portion, config, cache, keeping, room);
  if (cache !== null && !cache.isEmpty) {
    for (const portion of portions) yield decodePortion(await here(portion, cache), portion, keeping.at);
    return;
  }
  const made = crew.each(
    'survey',
    portions,
    LEAST_PORTIONS,
    () => ({ room }),
    (portion) => here(portion, null),
  );
  let next = 0;
  for await (const record of made) {
    const portionRead = decodePortion(record, portions[next++] as Portion, keeping.at);
    if (cache !== null) keepFirst(portionRead, cache);
    yield portionRead;
  }
}

/** What a first run has read; a source that is no article has lost its digest, and is read again in the second. */
function keepFirst({ read }: PortionRead<Surveyed | Skip>, cache: SurveyCache): void {
  for (const { what } of read) {
    if ('reason' in what) continue;
    const { source, byteDigest } = what.fingerprint;
    cache.keep(surveyKey(source, byteDigest, []), what);
  }
}

function idOf({ fingerprint }: Surveyed): string {
  return fingerprint.source.id;
}
