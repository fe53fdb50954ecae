import { readAgain } from './collect/readPortion.ts';
import type { Config } from './config/config.ts';
import { UsageError } from './errors.ts';
import { contentDigest, extract } from './extract/extract.ts';
import { skimWritten } from './extract/skim.ts';
import type { Article, CorpusStats, Skip, Source, Written } from './model/article.ts';

/**
 * An article that was surveyed, read once more for its text.
 *
 * @throws UsageError if the source has changed since, so that it is no article any more
 */
export async function articleAgain(
  source: Source,
  recurring: CorpusStats['recurringLines'],
  config: Config,
): Promise<Article> {
  const article = await extract(await readAgain(source, config.collect), config.extract, recurring);
  if ('reason' in article) throw changed(source, article);
  return article;
}

/**
 * Its words alone, at a third of the cost where they can be read in one pass.
 *
 * @throws UsageError as `articleAgain`
 */
export async function writtenAgain(
  source: Source,
  recurring: CorpusStats['recurringLines'],
  config: Config,
): Promise<Written> {
  const skimmed = skimWritten(await readAgain(source, config.collect));
  // Nothing is set aside of what is skimmed, unless it recurs.
  if (skimmed?.lineHashes.every((line) => !recurring.has(line))) return skimmed;
  return articleAgain(source, recurring, config);
}

/**
 * The `contentDigest` of an article that was surveyed.
 *
 * @throws UsageError as `articleAgain`
 */
export async function contentAgain(source: Source, config: Config): Promise<string> {
  const digest = await contentDigest(await readAgain(source, config.collect), config.extract);
  if (typeof digest !== 'string') throw changed(source, digest);
  return digest;
}

function changed({ id }: Source, { detail }: Pick<Skip, 'detail'>): UsageError {
  return new UsageError(`'${id}' changed while it was compared: ${detail}.`);
}
