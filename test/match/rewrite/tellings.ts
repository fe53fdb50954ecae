import fc from 'fast-check';
import { type Outline, outline } from '../../../src/match/rewrite/outline.ts';
import type { Telling } from '../../../src/match/rewrite/telling.ts';
import { survey } from '../../../src/survey.ts';
import { articleOf } from '../articleOf.ts';

const WHO = ['Marta Olsen', 'the ferry company', 'Ivo Brandt', 'the port council', 'a union of dockers', 'The mayor'];
const DID = ['announced', 'rejected', 'postponed', 'inspected', 'praised', 'sold'];
const WHAT = [
  'the northern pier',
  'a bridge of steel',
  'new timetables',
  'forty lamps',
  '312 crates',
  'its lighthouse',
];
const WHEN = ['on Monday', 'in 1987', 'after the storm', 'before dawn', 'at a cost of 4.5 million', 'without a vote'];
const MORE = [
  'Nobody was hurt',
  '“We will not wait any longer for the harbour to silt up”, he said',
  'Traffic was calm',
];

/** A sentence told of invented people; two of them may share any part. */
const sentence: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .tuple(...[WHO, DID, WHAT, WHEN].map((words) => fc.constantFrom(...words)))
      .map((parts) => `${parts.join(' ')}.`),
  },
  { weight: 1, arbitrary: fc.constantFrom(...MORE).map((text) => `${text}.`) },
);

/** The text of an article: paragraphs of one to three such sentences. */
export const telling: fc.Arbitrary<string> = fc
  .array(fc.array(sentence, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 8 })
  .map((paragraphs) => paragraphs.map((sentences) => sentences.join(' ')).join('\n\n'));

/** An outline in which every term weighs the same. */
export function plainOutline(text: string, language = 'en'): Outline {
  return outline(survey(articleOf(text, 'article.txt', language)).telling as Telling, () => 1);
}

/** An outline in which the terms' weights differ, as in a folder. */
export function weightedOutline(text: string): Outline {
  return outline(survey(articleOf(text)).telling as Telling, (id) => 1 + (id % 97) / 10);
}
