/** Those with a stemmer and stop words, or written in characters of which a pair is as good as a stem. */
const REWRITE_LANGUAGES: ReadonlySet<string> = new Set([
  'en',
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'nl',
  'ru',
  'uk',
  'sv',
  'no',
  'zh',
  'ja',
  'th',
]);

/** In other languages, and where the language is unknown, the tool looks for copies and excerpts only. */
export function isRewriteLanguage(language: string): boolean {
  return REWRITE_LANGUAGES.has(language);
}
