import type { Config } from './config/config.ts';
import { digestOfBytes, extract } from './extract/extract.ts';
import { skim } from './extract/skim.ts';
import { lazily } from './lazily.ts';
import type { Raw, Skip } from './model/article.ts';
import type { Surveyed } from './store/surveyed.ts';
import { surveyForCopies } from './surveyForCopies.ts';

/** What rewrites alone need is loaded with the first article of which they are looked for. */
const surveying = lazily(() => import('./survey.ts'));

/** Surveys what was read, if it is an article; without its lines that recur across the folder. */
export async function surveyRaw(raw: Raw, config: Config, recurring: ReadonlySet<number>): Promise<Surveyed | Skip> {
  const surveyed = await surveyOnce(raw, config, recurring);
  if (config.cacheFolder === null || 'reason' in surveyed) return surveyed;
  return { ...surveyed, fingerprint: { ...surveyed.fingerprint, byteDigest: digestOfBytes(raw.bytes) } };
}

async function surveyOnce(raw: Raw, config: Config, recurring: ReadonlySet<number>): Promise<Surveyed | Skip> {
  const seeksRewrites = config.match.relations.includes('rewrite');
  const skimmed = seeksRewrites || recurring.size > 0 ? null : skim(raw);
  if (skimmed !== null) return surveyForCopies(skimmed);
  const article = await extract(raw, config.extract, recurring);
  if ('reason' in article) return article;
  if (!seeksRewrites) return surveyForCopies(article);
  const { survey } = await surveying();
  return survey(article);
}
