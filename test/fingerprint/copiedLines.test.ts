import fc from 'fast-check';
import { expect, it } from 'vitest';
import { articleOf } from '../../src/extract/extract.ts';
import { plainText } from '../../src/extract/plainText.ts';
import { commonLines, recurringLines } from '../../src/extract/recurringLines.ts';
import { withoutCopiedLines } from '../../src/fingerprint/copiedLines.ts';
import type { Article } from '../../src/model/article.ts';
import { survey } from '../../src/survey.ts';

const SUBJECTS = ['harbour', 'orchard', 'glacier', 'theatre', 'railway', 'vineyard', 'museum', 'quarry', 'lighthouse'];
const FOOTER = 'All rights reserved by the Gazette and its partners in the valley.';

/** A story of 120 words of which none is in another subject's, but for a few. */
function story(subject: string): string {
  const sentence = (i: number) => `The ${subject}${i} had ${subject}n${i} ${subject}q${i} near ${subject}z${i} before.`;
  return Array.from({ length: 15 }, (_, i) => sentence(i)).join('\n\n');
}

function surveyed(texts: readonly string[]) {
  return texts.map((text, i) => {
    const source = { id: `${i}.txt`, path: `${i}.txt`, format: 'text' } as const;
    const reading = { text, paragraphs: plainText(text), metadata: {} };
    return survey(articleOf({ source, bytes: new Uint8Array(0) }, reading) as Article);
  });
}
const leftOf = (texts: readonly string[]) => {
  const articles = surveyed(texts);
  return withoutCopiedLines(commonLines(articles), articles).size;
};

it('a line stays that five articles have of which none is a copy of another', () => {
  expect(leftOf(SUBJECTS.slice(0, 5).map((subject) => `${story(subject)}\n\n${FOOTER}`))).toBe(1);
});

it('a line goes if two of the five that have it are copies of one another', () => {
  const stories = SUBJECTS.slice(0, 4).map((subject) => `${story(subject)}\n\n${FOOTER}`);
  const edited = (stories[0] as string).replace('had', 'has');
  expect(leftOf([...stories, edited])).toBe(0);
  expect(leftOf([...stories, edited, `${story('foundry')}\n\n${FOOTER}`])).toBe(1);
});

it('the lines that recur are the same without those', () => {
  const text = fc
    .tuple(fc.constantFrom(...SUBJECTS), fc.array(fc.tuple(fc.nat(14), fc.nat(2)), { maxLength: 6 }), fc.boolean())
    .map(([subject, edits, hasFooter]) => {
      const lines = story(subject).split('\n\n');
      for (const [at, kind] of edits) {
        if (kind === 0) lines[at] = `${lines[at]} So it was.`;
        if (kind === 1) lines[at] = (lines[at] as string).replace('before', 'again');
        if (kind === 2) lines.splice(at, 1, story(SUBJECTS[at % SUBJECTS.length] as string).slice(0, 200));
      }
      return [...lines, ...(hasFooter ? [FOOTER] : [])].join('\n\n');
    });
  let some = 0;
  fc.assert(
    fc.property(fc.array(text, { minLength: 5, maxLength: 24 }), (texts) => {
      const articles = surveyed(texts);
      const common = commonLines(articles);
      const recurring = recurringLines(articles, common);
      expect(recurringLines(articles, withoutCopiedLines(common, articles))).toEqual(recurring);
      if (recurring.size > 0) some++;
    }),
    { numRuns: 60 },
  );
  expect(some).toBeGreaterThan(10);
});
