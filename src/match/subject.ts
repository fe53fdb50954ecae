import { background } from '../fingerprint/background.ts';
import { type TermWeight, termWeight, type WeightedFingerprint, weighTerms } from '../fingerprint/weights.ts';
import type { Article, CorpusStats, Fingerprint, Source } from '../model.ts';
import { recentReadings } from './recentReadings.ts';
import { type Outline, outline } from './rewrite/outline.ts';

/** An article as the comparison takes it: its weighted fingerprint at hand, its text when it is asked for. */
export interface Subject extends WeightedFingerprint {
  /** Reads the article again, or gives the one that was read lately. */
  read(): Promise<Reading>;
}

/** An article's text, and its outline from the first time that it is wanted. */
export interface Reading {
  readonly article: Article;
  outline(): Outline;
}

/** @param read gives an article's text by its source */
export function subjectsOf(
  fingerprints: readonly Fingerprint[],
  stats: CorpusStats,
  read: (source: Source) => Promise<Article>,
): Subject[] {
  const weights = weightsByLanguage(stats);
  const recent = recentReadings(async (index) => {
    const { source, language } = fingerprints[index] as Fingerprint;
    return reading(await read(source), weights(language));
  });
  return fingerprints.map((fingerprint, index) => ({
    fingerprint,
    weighted: weighTerms(fingerprint.terms, weights(fingerprint.language)),
    read: () => recent(index),
  }));
}

function reading(article: Article, weight: TermWeight): Reading {
  let made: Outline | undefined;
  return {
    article,
    outline: () => {
      made ??= outline(article, weight);
      return made;
    },
  };
}

function weightsByLanguage(stats: CorpusStats): (language: string) => TermWeight {
  const byLanguage = new Map<string, TermWeight>();
  return (language) => {
    const weight = byLanguage.get(language) ?? termWeight(stats, background(language));
    byLanguage.set(language, weight);
    return weight;
  };
}
