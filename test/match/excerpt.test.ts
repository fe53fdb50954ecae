import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerptEvidence, longestRun } from '../../src/match/excerpt.ts';
import { commonRuns } from '../../src/match/suffixAutomaton.ts';
import type { Article } from '../../src/model/article.ts';
import type { ExcerptEvidence } from '../../src/model/evidence.ts';
import { articleOf } from './articleOf.ts';

function longestShared(a: readonly number[], b: readonly number[]): number {
  return longestRun(commonRuns(Uint32Array.from(a), Uint32Array.from(b)));
}

function evidenceOf(a: Article, b: Article): ExcerptEvidence {
  return excerptEvidence(a, b, commonRuns(a.words.hashes, b.words.hashes));
}

/** Longest common run by the definition: quadratic, for short texts. */
function longestByDefinition(a: number[], b: number[]): number {
  let longest = 0;
  for (let i = 0; i < a.length; i++)
    for (let j = 0; j < b.length; j++) {
      let run = 0;
      while (i + run < a.length && j + run < b.length && a[i + run] === b[j + run]) run++;
      longest = Math.max(longest, run);
    }
  return longest;
}

const text = fc.array(fc.nat(3), { maxLength: 40 });

describe('shared runs', () => {
  it('are as long as the definition says, whichever text is first', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const longest = longestByDefinition(a, b);
        expect(longestShared(a, b)).toBe(longest);
        expect(longestShared(b, a)).toBe(longest);
      }),
    );
  });

  it('end where they say, on both sides, and at the first such place in b', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const { length, end } = commonRuns(Uint32Array.from(a), Uint32Array.from(b));
        a.forEach((_, i) => {
          const run = length[i] as number;
          const last = end[i] as number;
          const words = a.slice(i + 1 - run, i + 1);
          expect(words).toEqual(run > 0 ? b.slice(last + 1 - run, last + 1) : []);
          const ends = b.map((_, j) => j).filter((j) => run > 0 && `${b.slice(j + 1 - run, j + 1)}` === `${words}`);
          expect(last).toBe(ends[0] ?? 0);
        });
      }),
    );
  });

  it('are found in linear time in a word repeated a hundred thousand times', () => {
    const many = new Array(100_000).fill(7);
    const fewer = new Array(50_000).fill(7);
    expect(longestShared(many, fewer)).toBe(50_000);
  });
});

const brief =
  'The council approved the new bridge on Tuesday after a debate of nine hours, and building is to begin in March once the last of the houses on the northern bank has been cleared of its tenants.';
const quote = 'We have waited for this crossing since my grandmother was a girl, the mayor told reporters.';

describe('evidence of an excerpt', () => {
  const long = articleOf(
    `Morning round-up. ${brief} In sport, the final was put off. ${quote} The weather stays dry.`,
    'b.txt',
  );

  it('names the holder and shows the contained passages, longest first, with their lines', () => {
    const evidence = evidenceOf(articleOf(`${brief}\n\nA different line.\n\n${quote}`, 'a.txt'), long);
    expect(evidence.holder).toBe('b');
    expect(evidence.passages).toMatchObject([
      { words: brief.split(' ').length, a: { line: 1 }, b: { line: 1 } },
      { words: 16, a: { line: 5 }, b: { line: 1 } },
    ]);
    expect(evidence.passages[1]?.a.text).toBe(quote.slice(0, -1));
    expect(evidence.passages[1]?.b.text).toBe(quote.slice(0, -1));
  });

  it('names the same holder whichever article is called a, also when both have as many words', () => {
    const short = articleOf(brief, 'a.txt');
    expect(evidenceOf(short, long).holder).toBe('b');
    expect(evidenceOf(long, short).holder).toBe('a');
    const twin = articleOf(brief, 'b.txt');
    expect(evidenceOf(short, twin).holder).toBe('b');
    expect(evidenceOf(twin, short).holder).toBe('a');
  });

  it('has no passages for texts that share nothing, or nothing at all', () => {
    expect(evidenceOf(articleOf(''), articleOf('')).passages).toEqual([]);
    expect(evidenceOf(articleOf('one two'), articleOf('three four')).passages).toEqual([]);
  });
});
