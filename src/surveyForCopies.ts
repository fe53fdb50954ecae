import { words } from './extract/words.ts';
import { fingerprint } from './fingerprint/fingerprint.ts';
import type { Article, Skimmed } from './model/article.ts';
import type { Surveyed } from './store/surveyed.ts';

/** What is kept of an article where copies alone are looked for: its terms, language and sentences are not computed. */
export function surveyForCopies(article: Skimmed | Article): Surveyed {
  return { fingerprint: fingerprint(article, null), telling: null, ...surveyLines(article) };
}

export function surveyLines(article: Skimmed | Article): Omit<Surveyed, 'fingerprint' | 'telling'> {
  const setAside = 'setAside' in article ? article.setAside : [];
  return {
    setAside,
    setAsideWords: setAside.reduce((sum, { text }) => sum + words(text).hashes.length, 0),
    lineHashes: article.lineHashes,
  };
}
