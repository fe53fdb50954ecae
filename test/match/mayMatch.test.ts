import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completeSettings } from '../../src/config/completeSettings.ts';
import { countCorpus } from '../../src/fingerprint/corpusStats.ts';
import { judge } from '../../src/match/judge.ts';
import { mayMatch } from '../../src/match/mayMatch.ts';
import { shingleSimilarity } from '../../src/match/shingleSimilarity.ts';
import { type Subject, subjectsOf } from '../../src/match/subject.ts';
import type { Article, Source } from '../../src/model/article.ts';
import type { Relation } from '../../src/model/match.ts';
import { survey } from '../../src/survey.ts';
import { articleOf } from './articleOf.ts';
import { telling } from './rewrite/tellings.ts';

/** The texts as the articles of one folder. */
function subjects(texts: readonly string[]): Promise<Subject[]> {
  const articles = texts.map((text, i) => articleOf(text, `${i}.txt`));
  const surveyed = articles.map((article) => survey(article));
  const read = async ({ id }: Source): Promise<Article> => articles[Number.parseInt(id, 10)] as Article;
  return subjectsOf(surveyed, countCorpus(surveyed), read);
}

const alike = (a: Subject, b: Subject) => shingleSimilarity(a.fingerprint, b.fingerprint);

/** Tellings, also of much the same: one with a paragraph of the other. */
const pair = fc
  .tuple(telling, telling, fc.nat(3))
  .map(([a, b, mixed]) => [a, mixed === 0 ? b : `${a.slice(0, mixed * 300)}\n\n${b}`] as const);
const relations = fc.subarray<Relation>(['identical', 'near-copy', 'excerpt', 'rewrite'], { minLength: 1 });

describe('the test before judging', () => {
  it('passes every pair that matches, at any threshold', async () => {
    let matched = 0;
    await fc.assert(
      fc.asyncProperty(pair, relations, fc.constantFrom(0.05, 0.3, 0.6), async (texts, sought, threshold) => {
        const config = completeSettings({ relations: sought, threshold, rewriteThreshold: threshold }, '/').match;
        const [a, b] = (await subjects(texts)) as [Subject, Subject];
        // Identical articles are found by their digests and never come here.
        if (a.fingerprint.digest === b.fingerprint.digest) return;
        if ((await judge(a, b, config)).match === null) return;
        matched++;
        expect(await mayMatch(a, b, alike(a, b), config)).toBe(true);
        expect(await mayMatch(a, b, alike(a, b), config, 0.05)).toBe(true);
      }),
      { numRuns: 300 },
    );
    expect(matched).toBeGreaterThan(20);
  });

  it('turns away articles that have nothing in common', async () => {
    const texts = ['Marta Olsen opened the pier in Halvik on Monday.', 'Snow closed four mountain roads.'];
    const [a, b] = (await subjects(texts)) as [Subject, Subject];
    expect(await mayMatch(a, b, alike(a, b), completeSettings({}, '/').match)).toBe(false);
  });
});
