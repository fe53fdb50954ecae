import type { ExplainedMatch } from '../model/match.ts';
import type { Rule } from './findings.ts';
import { holdingWords, percent, probability } from './wording.ts';

/** What a rule is about, for the lists that programs show of it. */
export interface RuleWords {
  /** A title, e.g. "Near-copy". */
  readonly title: string;
  readonly short: string;
  /** What was measured, and what to do about it. */
  readonly help: string;
}

/** Every rule, worded. A new relation that nobody words does not compile. */
export const ruleWords: Readonly<Record<Rule, RuleWords>> = {
  identical: {
    title: 'Identical',
    short: 'The article has the same words in the same order as another one.',
    help: 'Markup, front matter, punctuation, case and white space are set aside before the words are compared. Keep one of the two, and let the other lead to it.',
  },
  'near-copy': {
    title: 'Near-copy',
    short: 'The article is an edited copy of another one.',
    help: 'Measured by the Jaccard similarity of their 5-word shingles: the share of 5-word phrases that both have among all that either has. Keep the better version, or say in the newer one what is new.',
  },
  excerpt: {
    title: 'Excerpt',
    short: 'One article holds much of another one, word for word.',
    help: "Measured by the share of the shorter article's 5-word shingles that the longer one has, with 30 words or more in a row. Quote less, or lead to the other article.",
  },
  rewrite: {
    title: 'Rewrite',
    short: 'The article tells in other words what another one tells.',
    help: 'Measured by a model of the sentences and distinctive terms that answer each other; its score is a probability. Compare the two, and keep the one that tells more.',
  },
  template: {
    title: 'Template',
    short: 'The article differs from another one in numbers, dates and names only.',
    help: 'A form that is filled in again and again is no duplicate; a check passes it. If one of the two is a slip, the facts that differ show it.',
  },
};

/** A finding as a sentence in three parts: what comes before the other article's name, and what comes after. */
export function findingWords(match: ExplainedMatch): { readonly before: string; readonly after: string } {
  const { evidence, score } = match;
  switch (evidence.kind) {
    case 'identical':
      return { before: evidence.sameBytes ? 'The same bytes as ' : 'The same words as ', after: '.' };
    case 'near-copy':
      return {
        before: 'A near-copy of ',
        after: `: ${percent(score)} of their 5-word shingles are shared${match.template ? '; only numbers, dates and names differ' : ''}.`,
      };
    case 'excerpt': {
      const { witness } = holdingWords(evidence, score);
      const share = percent(score);
      return evidence.holder === 'b'
        ? { before: `${share} of this article is in `, after: `, ${witness}.` }
        : { before: `Holds ${share} of `, after: `, ${witness}.` };
    }
    case 'rewrite':
      return {
        before: 'Tells in other words what ',
        after: ` tells: a rewrite with probability ${probability(score)}.`,
      };
  }
}

/** The same in one string. */
export function findingSentence(match: ExplainedMatch): string {
  const { before, after } = findingWords(match);
  return `${before}${match.b}${after}`;
}
