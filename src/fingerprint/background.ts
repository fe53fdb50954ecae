import type { CorpusStats } from '../model/article.ts';
import english from './background.en.data.json' with { type: 'json' };
import { decodeTermCounts } from './termCounts.ts';

/**
 * What is known of a language before the folder is read: in how many articles of a news archive each term occurs. Null
 * for a language without one. Made by scripts/fit/background.ts; the file states from what.
 */
export function background(language: string): CorpusStats | null {
  if (language !== 'en') return null;
  loadedEnglish ??= { ...decodeTermCounts(Buffer.from(english.data, 'base64')), recurringLines: new Set() };
  return loadedEnglish;
}

let loadedEnglish: CorpusStats | undefined;
