import { describe, expect, it } from 'vitest';
import type { MatchConfig } from '../../src/config/config.ts';
import { countCorpus } from '../../src/fingerprint/corpusStats.ts';
import { pairKey, pairsOf } from '../../src/lsh/pairs.ts';
import { pairUp, rewritePairs } from '../../src/lsh/pairUp.ts';
import { subjectsOf } from '../../src/match/subject.ts';
import { survey } from '../../src/survey.ts';
import { articleOf } from '../match/articleOf.ts';

const ALL: MatchConfig = {
  relations: ['identical', 'near-copy', 'excerpt', 'rewrite'],
  threshold: 0.4,
  rewriteThreshold: 0.6,
};

/** A story about things that no other story has; another order tells it in other word sequences. */
function story(number: number, order: 1 | -1 = 1): string {
  const things = Array.from({ length: 30 }, (_, i) => `thing${number}x${i}`);
  const told = order === 1 ? things : things.toReversed();
  return told.map((thing, i) => (i % 10 === 9 ? `${thing}.` : thing)).join(' the ');
}

async function folder(texts: readonly string[], language = 'en') {
  const surveyed = texts.map((text, i) => survey(articleOf(text, `${String(i).padStart(3, '0')}.txt`, language)));
  const stats = countCorpus(surveyed);
  return { stats, subjects: await subjectsOf(surveyed, stats, () => Promise.reject(new Error('reads nothing'))) };
}

async function pairs(texts: readonly string[], config: Partial<MatchConfig> = {}, language = 'en') {
  const { subjects, stats } = await folder(texts, language);
  return pairUp(subjects, stats, { ...ALL, ...config }, () => {}).pairs;
}

describe('the pairs worth comparing', () => {
  it('are those of one story told in two orders, and none of different stories', async () => {
    const texts = Array.from({ length: 20 }, (_, i) => [story(i), story(i, -1)]).flat();
    expect(await pairs(texts)).toEqual(
      Array.from({ length: 20 }, (_, i) => ({ a: 2 * i, b: 2 * i + 1, sharesTerms: true })),
    );
  });

  it('are found without reading a text', async () => {
    expect(await pairs([story(1), story(1, -1)])).toHaveLength(1);
  });

  it('leave rewrites out where they are not asked for, and copies where only rewrites are', async () => {
    const copy = story(1).replace('thing1x15', 'other');
    expect(await pairs([story(1), story(1, -1)], { relations: ['near-copy', 'excerpt'] })).toEqual([]);
    expect(await pairs([story(1), copy], { relations: ['near-copy'] })).toEqual([{ a: 0, b: 1, sharesTerms: false }]);
  });

  it('are no rewrites in a language that the tool does not judge', async () => {
    expect(await pairs([story(1), story(1, -1)], {}, 'und')).toEqual([]);
    expect(await pairs([story(1), story(1)], {}, 'und')).toEqual([]); // identical: known by the digest already
  });

  it('have identical articles once, by the first of them', async () => {
    expect(await pairs([story(1), story(2), story(1), story(1, -1), story(1)])).toEqual([
      { a: 0, b: 3, sharesTerms: true },
    ]);
  });

  it('come sorted, each once, though two searches find them', async () => {
    const texts = [story(3), story(1), `${story(3)} More.`, story(1, -1), `${story(3)} Less.`];
    const found = await pairs(texts);
    expect(found.map(({ a, b }) => ({ a, b }))).toEqual(pairsOf(found.map(({ a, b }) => pairKey(a, b))));
    expect(found).toContainEqual({ a: 0, b: 2, sharesTerms: true });
    expect(found).toContainEqual({ a: 1, b: 3, sharesTerms: true });
  });

  it('are told apart: those that copies alone are sought by, and those that share distinctive terms', async () => {
    const small = 'of the and to in is was for on with as at by from'.split(' ');
    const ordinary = Array.from({ length: 120 }, (_, i) => small[(i * i * i + (i >> 2)) % small.length]).join(' ');
    const found = await pairs([`${story(1)} ${ordinary}`, `${story(2)} ${ordinary}`, story(2, -1)], { threshold: 0.2 });
    expect(found).toEqual([
      { a: 0, b: 1, sharesTerms: false },
      { a: 1, b: 2, sharesTerms: true },
    ]);
  });

  it('say what is sure to be found, and how far the search is', async () => {
    const { subjects, stats } = await folder([story(1), story(1, -1)]);
    const told: unknown[] = [];
    const { guarantee } = pairUp(subjects, stats, ALL, (progress) => told.push(progress));
    expect(guarantee).toMatchObject({ threshold: 0.4, recall: 1, method: 'exact join' });
    expect(told).toEqual([{ stage: 'lsh', done: 2, found: 1, unit: 'articles' }]);
  });

  it('are none of no articles, and none of articles without terms', async () => {
    expect(await pairs([])).toEqual([]);
    expect(await pairs(['', 'the of and', ''])).toEqual([]);
  });
});

it('rewrites whose every term is in another article too are proposed by bands where the index is too large', async () => {
  const { subjects, stats } = await folder(Array.from({ length: 30 }, (_, i) => [story(i), story(i, -1)]).flat());
  expect(rewritePairs(subjects, stats, 0)).toEqual(rewritePairs(subjects, stats));
});
