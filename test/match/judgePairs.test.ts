import { expect, it } from 'vitest';
import { completeSettings } from '../../src/config/completeSettings.ts';
import { countCorpus } from '../../src/fingerprint/corpusStats.ts';
import { judgePairs } from '../../src/match/judgePairs.ts';
import { type Subject, subjectsOf } from '../../src/match/subject.ts';
import type { Article, Source } from '../../src/model/article.ts';
import { survey } from '../../src/survey.ts';
import { articleOf } from './articleOf.ts';

const REPORT = `Marta Olsen opened the rebuilt harbour pier in Halvik on Monday after eleven months of repairs.
The council paid 4.2 million kroner for the work, which replaced ninety rotten piles below the waterline.
Fishermen had moored at Skarnes since the October storm broke the old landing stage.
Olsen said the first ferry would leave for Bremsund at noon on Thursday with sixty passengers.
Two cafes on the quay hired eight people, and the museum of whaling will reopen its annex in June.`;

const RETOLD = `Halvik has its harbour pier back. Repairs that took eleven months ended on Monday, when Marta Olsen cut the ribbon.
Below the waterline ninety piles had rotted and were replaced; the bill for the council came to 4.2 million kroner.
Since a storm in October wrecked the landing stage, fishermen had been mooring at Skarnes.
According to Olsen, sixty passengers will be aboard when the first ferry sails to Bremsund on Thursday at noon.
Eight people found work in two quay cafes, while the annex of the whaling museum opens again in June.`;

async function subjects(texts: readonly string[]): Promise<Subject[]> {
  const articles = texts.map((text, i) => articleOf(text, `${i}.txt`));
  const surveyed = articles.map((article) => survey(article));
  return subjectsOf(
    surveyed,
    countCorpus(surveyed),
    async ({ id }: Source) => articles[Number.parseInt(id, 10)] as Article,
  );
}

it('a pair is judged as a rewrite only if it shares terms: else how copies are sought would decide what is one', async () => {
  const two = await subjects([REPORT, RETOLD]);
  const config = completeSettings({ rewriteThreshold: 0.2 }, '/').match;
  const [found] = await judgePairs([{ a: 0, b: 1, sharesTerms: true }], two, config, 0);
  expect(found).toMatchObject({ relation: 'rewrite' });
  // Nor is it ruled out for good: in a folder with other articles it may share some.
  expect(await judgePairs([{ a: 0, b: 1, sharesTerms: false }], two, config, 0)).toEqual([null]);
});

it('a copy is one whether or not it shares terms', async () => {
  const two = await subjects([REPORT, REPORT.replace('sixty', 'seventy')]);
  const { match } = completeSettings({}, '/');
  for (const sharesTerms of [true, false]) {
    expect(await judgePairs([{ a: 0, b: 1, sharesTerms }], two, match, 0)).toMatchObject([{ relation: 'near-copy' }]);
  }
});

it('what is sought without rewrites is ruled out as it is with them', async () => {
  const two = await subjects([REPORT, 'Snow closed four mountain roads above Lindal before the weekend.']);
  const { match } = completeSettings({ relations: ['near-copy', 'excerpt'] }, '/');
  expect(await judgePairs([{ a: 0, b: 1, sharesTerms: false }], two, match, 0)).toEqual(['ruled out']);
});
