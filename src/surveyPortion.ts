import type { PortionRead } from './collect/placeRecords.ts';
import type { Portion } from './collect/portions.ts';
import { readPortion } from './collect/readPortion.ts';
import type { Config } from './config/config.ts';
import { digestOfBytes } from './extract/extract.ts';
import type { Raw, Skip } from './model/article.ts';
import { remembered } from './store/remembered.ts';
import type { SurveyCache } from './store/surveyCache.ts';
import type { Surveyed } from './store/surveyed.ts';
import { surveyKey } from './store/surveyKey.ts';
import { surveyRaw } from './surveyRaw.ts';

/** Surveys a portion of what is read. Its records are not in their final places yet: `recordPlacer` knows them. */
export async function surveyPortion(
  portion: Portion,
  config: Config,
  cache: SurveyCache | null,
): Promise<PortionRead<Surveyed | Skip>> {
  const read: PortionRead<Surveyed | Skip>['read'][number][] = [];
  const reading = readPortion(portion, config.collect);
  let next = reading.next();
  for (; !next.done; next = reading.next()) {
    const { what: raw, place } = next.value;
    const what = 'reason' in raw ? raw : await rememberedRaw(raw, config, cache);
    read.push({ what, place } as PortionRead<Surveyed | Skip>['read'][number]);
  }
  return { read, lines: next.value };
}

function rememberedRaw(raw: Raw, config: Config, cache: SurveyCache | null): Promise<Surveyed | Skip> {
  return remembered(
    cache,
    raw.source,
    () => surveyKey(raw.source, digestOfBytes(raw.bytes), []),
    () => surveyRaw(raw, config, NO_LINES),
  );
}

const NO_LINES: ReadonlySet<number> = new Set();
