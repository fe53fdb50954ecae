import type { Skip, Source } from '../model/article.ts';
import type { SurveyCache } from './surveyCache.ts';
import type { Surveyed } from './surveyed.ts';

/** What the cache knows of a source by this key; else it is made, and known from then on. */
export async function remembered(
  cache: SurveyCache | null,
  source: Source,
  keyOf: () => string,
  make: () => Promise<Surveyed | Skip>,
): Promise<Surveyed | Skip> {
  if (cache === null) return make();
  const key = keyOf();
  const known = cache.find(key, source);
  if (known !== null) return known;
  const made = await make();
  cache.keep(key, made);
  return made;
}
