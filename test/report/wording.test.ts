import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Skip } from '../../src/model/article.ts';
import type { FeatureName } from '../../src/model/evidence.ts';
import type { Relation } from '../../src/model/match.ts';
import { contributionWords, shortfallSentence } from '../../src/report/reasons.ts';
import { skipSummary } from '../../src/report/skips.ts';
import { count, counted, matchWords, percent, probability, SCORE_SHORT, scoreShort } from '../../src/report/wording.ts';
import { matches } from './newsroom.ts';

describe('figures in words', () => {
  it('sets thousands apart', () => {
    expect([0, 999, 1000, 10161, 1234567].map(count)).toEqual(['0', '999', '1,000', '10,161', '1,234,567']);
    expect([counted(1, 'cluster'), counted(2, 'cluster')]).toEqual(['1 cluster', '2 clusters']);
  });

  it('never rounds a share or a probability up', () => {
    expect([0, 0.004, 0.29, 0.5, 0.999, 1].map(percent)).toEqual(['0 %', 'under 1 %', '29 %', '50 %', '99 %', '100 %']);
    expect([0, 0.0049, 0.29, 0.999, 1].map(probability)).toEqual(['0.00', 'under 0.01', '0.29', '0.99', '1.00']);
  });

  it('shows whole percentages as they are', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 100 }), (n) => percent(n / 100) === `${n} %`));
  });

  it('keeps the short form within its column', () => {
    const relations: Relation[] = ['identical', 'near-copy', 'excerpt', 'rewrite'];
    for (const relation of relations) {
      for (const score of [0.05, 0.4, 1]) expect(scoreShort(relation, score).length).toBeLessThanOrEqual(SCORE_SHORT);
    }
  });
});

describe('findings in words', () => {
  it('tells identical files from identical words', () => {
    const evidence = { kind: 'identical', sameBytes: false, lineOfA: 1, lineOfB: 1 } as const;
    expect(matchWords(matches.identical)).toBe('identical, same bytes');
    expect(matchWords({ ...matches.identical, evidence })).toBe('identical words, other markup or punctuation');
  });

  it('gives the figure that fell short and the one that was asked for', () => {
    expect(shortfallSentence({ relation: 'near-copy', cause: 'low-jaccard', value: 0.39999, threshold: 0.4 })).toBe(
      'Not a near-copy: they share 39 % of their 5-word shingles; a near-copy shares 40 % or more.',
    );
    expect(shortfallSentence({ relation: 'excerpt', cause: 'short-witness', value: 1, threshold: 30 })).toBe(
      'Not an excerpt: at most 1 word in a row is the same; an excerpt has 30 or more.',
    );
  });

  it('words what a feature says for a rewrite and against one, with its figure where that tells something', () => {
    const words = (feature: FeatureName, value: number, logOdds: number) =>
      contributionWords({ feature, value, logOdds });
    expect(words('leadCosine', 0.62, 1.1)).toEqual({ weight: '+1.10', reason: 'their leads are alike (62 %)' });
    expect(words('leadCosine', 0.02, -1.25)).toEqual({ weight: '-1.25', reason: 'their leads differ (2 %)' });
    expect(words('newFactsLeast', 3.4, -0.5).reason).toBe('each has many names and numbers that the other lacks');
    expect(words('shorterLength', Math.log(61), -0.5).reason).toMatch(/has 61 words$/);
  });

  it('does not take for disagreement what there is nothing of to compare', () => {
    const { reason } = contributionWords({ feature: 'weekdaysAgree', value: 0.5, logOdds: -0.1 });
    expect(reason).toBe('not both leads name a weekday');
  });
});

describe('the summary of skips', () => {
  const skip = (reason: Skip['reason']): Skip => ({ path: 'a.txt', reason, detail: '' });

  it('counts the reasons, most frequent first, whatever the order of the skips', () => {
    const skips = [skip('binary'), skip('too-short'), skip('too-short')];
    expect(skipSummary(skips)).toBe('3 skipped: 2 too short, 1 binary; -v lists them');
    expect(skipSummary(skips.toReversed())).toBe(skipSummary(skips));
  });

  it('is empty when nothing was skipped', () => {
    expect(skipSummary([])).toBe('');
    expect(skipSummary([skip('empty')])).toBe('1 skipped: 1 empty; -v lists it');
  });
});
