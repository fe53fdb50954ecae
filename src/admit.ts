import type { Config } from './config/config.ts';
import { matchedIds } from './match/matchedIds.ts';
import type { Skip } from './model/article.ts';
import type { Match } from './model/match.ts';
import { counted } from './report/wording.ts';
import type { Surveyed } from './store/surveyed.ts';
import { compareText } from './summarize.ts';

/** Skips that the error names when nothing is left: they fit on one screen. */
const MAX_NAMED = 20;

/** Whether an article has the words that comparing more than identity takes. */
export function isLong({ extract: { minWords } }: Config): (article: Surveyed) => boolean {
  return ({ fingerprint }) => fingerprint.words >= minWords;
}

/**
 * Who takes part in the result. Short articles are compared for identity alone: those that are identical to nothing are
 * refused as too short.
 */
export function admit(
  articles: readonly Surveyed[],
  matches: readonly Match[],
  config: Config,
): { admitted: Surveyed[]; refused: Skip[] } {
  const matched = matchedIds(matches);
  const isLongEnough = isLong(config);
  const admitted: Surveyed[] = [];
  const refused: Skip[] = [];
  for (const article of articles) {
    if (isLongEnough(article) || matched.has(idOf(article))) admitted.push(article);
    else refused.push(tooShort(article, config));
  }
  return { admitted, refused };
}

function tooShort(article: Surveyed, { extract: { minWords } }: Config): Skip {
  const { fingerprint, setAside, setAsideWords } = article;
  const isDisabled = setAside.every(({ reason }) => reason === 'disabled');
  const others =
    setAsideWords === 0
      ? ''
      : `; ${setAsideWords} set aside ${isDisabled ? 'by comments' : 'as recurring lines and the like'}`;
  const detail = `${counted(fingerprint.words, 'word')}, fewer than ${minWords}${others}`;
  const { record } = fingerprint.source;
  return { path: idOf(article), reason: 'too-short', detail, ...(record && { line: record.line }) };
}

/** What to say where no article is left, in lines. */
export function nothingToCompare(skipped: readonly Skip[]): string[] {
  if (skipped.length === 0) return ['Nothing to compare: no file that could be an article was found.'];
  const named = skipped
    .toSorted((x, y) => compareText(x.path, y.path))
    .slice(0, MAX_NAMED)
    .map(({ path, detail }) => `  ${path}: ${detail}`);
  const more = skipped.length - named.length;
  const lines = ["Nothing to compare: what was found can't be used.", ...named];
  return [...lines, ...(more === 0 ? [] : [`  and ${more} more`])];
}

function idOf({ fingerprint }: Surveyed): string {
  return fingerprint.source.id;
}
