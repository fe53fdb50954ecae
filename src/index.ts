/** The library: the same functions that the command calls, and the types of what they take and give. */
export { compareArticles } from './compare.ts';
export type { Changed, DetailedSettings, Progress, Settings } from './config/settings.ts';
export { UsageError } from './errors.ts';
export { mergeStats } from './fingerprint/corpusStats.ts';
export { readStats, statsText } from './fingerprint/statsText.ts';
export type * from './model/article.ts';
export type * from './model/match.ts';
export type * from './model/result.ts';
export { findDuplicates } from './pipeline.ts';
