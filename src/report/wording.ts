import type { ExcerptEvidence, FactDifference } from '../model/evidence.ts';
import type { ExplainedMatch, Relation } from '../model/match.ts';
import type { ReportedSettings, Result } from '../model/result.ts';

/** A count with its thousands apart, e.g. "10,161". */
export function count(n: number): string {
  return String(n).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** A count with its noun, e.g. "1 cluster", "3 clusters". */
export function counted(n: number, noun: string, nouns: string = `${noun}s`): string {
  return `${count(n)} ${n === 1 ? noun : nouns}`;
}

/**
 * A share as a percentage, rounded down, so that no report says "100 %" of what is not whole, nor puts a figure at a
 * threshold that it missed. The small addend undoes binary noise: 0.29 * 100 is 28.999999999999996.
 */
export function percent(share: number): string {
  return share > 0 && share < 0.01 ? 'under 1 %' : `${Math.floor(share * 100 + 1e-9)} %`;
}

/** A probability with two decimals, rounded down likewise: only certainty is 1. */
export function probability(p: number): string {
  return p > 0 && p < 0.01 ? 'under 0.01' : (Math.floor(p * 100 + 1e-9) / 100).toFixed(2);
}

/** A relation and its score, where no evidence is at hand: of a cluster's member to its representative. */
export function scoreWords(relation: Relation, score: number): string {
  switch (relation) {
    case 'identical':
      return 'identical words';
    case 'near-copy':
      return `near-copy, ${percent(score)} of shingles shared`;
    case 'excerpt':
      return `excerpt, ${percent(score)} of the shorter held`;
    case 'rewrite':
      return `rewrite, probability ${probability(score)}`;
  }
}

/** A relation and its score in a few characters, for lists of many. */
export function scoreShort(relation: Relation, score: number): string {
  if (relation === 'identical') return relation;
  return `${relation}, ${relation === 'rewrite' ? probability(score) : percent(score)}`;
}

/** Columns of the longest of these: "near-copy, 100 %". */
export const SCORE_SHORT = 16;

/** A match's relation and score in words, as exactly as its evidence allows. */
export function matchWords(match: ExplainedMatch): string {
  if (match.evidence.kind === 'identical') {
    return match.evidence.sameBytes ? 'identical, same bytes' : 'identical words, other markup or punctuation';
  }
  const words = scoreWords(match.relation, match.score);
  return match.template ? `${words}; only numbers, dates and names differ` : words;
}

/** What an excerpt's holder holds, e.g. "holds 78 % of", "143 words in a row". */
export function holdingWords(evidence: ExcerptEvidence, score: number): { holds: string; witness: string } {
  const witness = evidence.passages[0]?.words ?? 0;
  return { holds: `holds ${percent(score)} of`, witness: `${counted(witness, 'word')} in a row` };
}

/** The kinds of facts on which two articles differ, in the plural. */
export const factWords: Readonly<Record<FactDifference['kind'], string>> = {
  number: 'numbers',
  date: 'dates',
  name: 'names',
};

/** How many of the articles compared the run was about, e.g. "2 changed since main". */
export function scopeWords({ scope, skipped, settings }: Pick<Result, 'scope' | 'skipped' | 'settings'>): string[] {
  if (scope === undefined) return [];
  const left = new Set(skipped.map(({ path }) => path));
  const about = scope.articles.filter((id) => !left.has(id)).length;
  return [`${count(about)} ${changedWords(settings) ?? 'against the others'}`];
}

/** By what a run tells what changed, e.g. "changed since main"; null for one that is not about that. */
export function changedWords({ changedSince, changedFrom }: ReportedSettings): string | null {
  if (changedSince !== undefined) return `changed since ${changedSince}`;
  return changedFrom === undefined
    ? null
    : `changed by the list ${changedFrom === '-' ? 'on standard input' : `in ${changedFrom}`}`;
}
