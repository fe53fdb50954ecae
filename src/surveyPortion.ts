import type { Portion } from './collect/portions.ts';
import { readPortion } from './collect/readPortion.ts';
import type { Config } from './config/config.ts';
import { digestOfBytes } from './extract/extract.ts';
import type { Raw, Skip } from './model/article.ts';
import type { Keeping } from './store/keeping.ts';
import { remembered } from './store/remembered.ts';
import type { SurveyCache } from './store/surveyCache.ts';
import type { Surveyed } from './store/surveyed.ts';
import { surveyKey } from './store/surveyKey.ts';
import { surveyRaw } from './surveyRaw.ts';
import type { PortionRecord } from './threads/portionRecord.ts';

/** Surveys a portion of what is read, and puts it away. Its records are not in their final places: `recordPlacer` knows them. */
export async function surveyPortion(
  portion: Portion,
  config: Config,
  cache: SurveyCache | null,
  keeping: Keeping,
  room: number,
): Promise<PortionRecord> {
  const places: PortionRecord['places'][number][] = [];
  const skips = new Map<number, Skip>();
  const filling = keeping.fill(room);
  const reading = readPortion(portion, config.collect);
  let next = reading.next();
  for (; !next.done; next = reading.next()) {
    const { what: raw, place } = next.value;
    const what = 'reason' in raw ? raw : await rememberedRaw(raw, config, cache);
    if ('reason' in what) skips.set(places.length, what);
    else filling.add(what);
    places.push(place);
  }
  return { places, lines: next.value, skips, tray: filling.tray() };
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
