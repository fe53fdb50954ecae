import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locate } from '../../src/match/locate.ts';
import { nearCopyEvidence } from '../../src/match/nearCopy.ts';
import type { Subject } from '../../src/match/subject.ts';
import type { Article } from '../../src/model/article.ts';
import { findDuplicates } from '../../src/pipeline.ts';
import { placesOf } from '../../src/report/places.ts';
import { scratch } from '../scratch.ts';
import { articleOf } from './articleOf.ts';

const paragraph = fc
  .array(fc.constantFrom('ferry', 'pier', 'harbour', 'tide', 'keeper', 'lamp', 'buoy'), { minLength: 1, maxLength: 9 })
  .map((words) => words.join(' '));
const text = fc.array(paragraph, { minLength: 1, maxLength: 5 }).map((paragraphs) => paragraphs.join('\n\n'));
/** Two texts with the same paragraphs among others, as a rule. */
const related = fc
  .tuple(text, text, text, text)
  .map(([same, x, y, z]) => [`${x}\n\n${same}\n\n${y}`, `${z}\n\n${same}`] as const);

const subject = (article: Article) => ({ fingerprint: article, read: async () => article }) as unknown as Subject;

describe('the lines on which two articles are alike first', () => {
  it('are those of the evidence of a near-copy, though no edits are made', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(related, fc.tuple(text, text)), async ([x, y]) => {
        const [a, b] = [articleOf(x, 'a.txt'), articleOf(y, 'b.txt')];
        const evidence = nearCopyEvidence(a, b);
        const { at, there } = placesOf({ a: 'a.txt', b: 'b.txt', evidence } as Parameters<typeof placesOf>[0]);
        const lines = await locate('near-copy', subject(a), subject(b));
        expect(lines).toEqual({ lineOfA: at.line, lineOfB: there.line });
      }),
    );
  });

  it('are told of every relation as its evidence tells them', async () => {
    const cwd = resolve(import.meta.dirname, '../../fixtures');
    const [explained, located, plain] = [
      await findDuplicates('.', { cwd }),
      await findDuplicates('.', { cwd, detail: 'lines' }),
      await findDuplicates('.', { cwd, detail: 'nothing' }),
    ];
    expect(new Set(explained.matches.map(({ relation }) => relation)).size).toBe(4);
    const lines = explained.matches.map(({ evidence, ...match }) => {
      const { at, there } = placesOf({ ...match, evidence });
      return { ...match, lineOfA: at.line, lineOfB: there.line };
    });
    expect(located).toEqual({ ...explained, matches: lines });
    expect(plain).toEqual({ ...explained, matches: explained.matches.map(({ evidence: _, ...match }) => match) });
  });

  it('are the records’ own in a container', async () => {
    const words = Array.from({ length: 60 }, (_, i) => `word${i}`).join(' ');
    const lines = ['', words, 'no record', `${words} more`].map((text) => JSON.stringify({ text }));
    const cwd = scratch({ 'all.jsonl': lines.join('\n') });
    const { matches } = await findDuplicates('.', { cwd, detail: 'lines' });
    expect(matches).toMatchObject([{ relation: 'near-copy', lineOfA: 2, lineOfB: 4 }]);
  });
});
