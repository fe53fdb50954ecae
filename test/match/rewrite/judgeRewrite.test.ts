import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countCorpus } from '../../../src/fingerprint/corpusStats.ts';
import { judgeRewrite, MIN_REWRITE_WORDS, type RewriteJudgement } from '../../../src/match/rewrite/judgeRewrite.ts';
import { type Subject, subjectsOf } from '../../../src/match/subject.ts';
import type { Article } from '../../../src/model/article.ts';
import type { Passage, RewriteEvidence } from '../../../src/model/evidence.ts';
import { survey } from '../../../src/survey.ts';
import { articleOf } from '../articleOf.ts';
import { telling } from './tellings.ts';

function subjects(...articles: Article[]): Promise<Subject[]> {
  const surveyed = articles.map(survey);
  const byId = new Map(articles.map((article) => [article.source.id, article]));
  return subjectsOf(surveyed, countCorpus(surveyed), async ({ id }) => byId.get(id) as Article);
}

async function judged(textA: string, textB: string, names: readonly [string, string] = ['a.txt', 'b.txt']) {
  const [a, b] = (await subjects(articleOf(textA, names[0]), articleOf(textB, names[1]))) as [Subject, Subject];
  // However little they have in common.
  return { there: judgeRewrite(a, b, 0), back: judgeRewrite(b, a, 0) };
}

async function evidenceOf(judgement: RewriteJudgement): Promise<RewriteEvidence> {
  if (judgement.probability === null) throw new Error(judgement.shortfall.cause);
  return judgement.evidence();
}

// Long enough to be judged.
const TAIL =
  ' Officials in the harbour town of Halvik said they would publish the whole report before the summer holidays.';
const long = telling.map((text) => `${text}${TAIL.repeat(3)}`);

const REPORT =
  'The port council of Halvik has sold its old lighthouse to a family of painters. They paid nine crowns for the tower, ' +
  'which has been dark since 1987, and must mend the roof within two years. Ivo Brandt, who keeps the harbour books, ' +
  'called it the cheapest house on the coast. A storm took the lantern room in February.';
const RETOLD =
  'A family that paints for a living is the new owner of the disused lighthouse at Halvik. It changed hands for nine ' +
  'crowns, the port council said. The lamp went out in 1987; in February a storm carried off the lantern room. The buyers ' +
  'have two years in which to repair the roof of what Ivo Brandt, the harbour bookkeeper, calls the cheapest house on the coast.';

describe('a rewrite', () => {
  it('is judged the same whichever article comes first, and its evidence changes sides', async () => {
    await fc.assert(
      fc.asyncProperty(long, long, async (textA, textB) => {
        const { there, back } = await judged(textA, textB);
        expect(back.probability).toBe(there.probability);
        const one = await evidenceOf(there);
        const two = await evidenceOf(back);
        expect(two.onlyA).toEqual(one.onlyB);
        expect(two.onlyB).toEqual(one.onlyA);
        const side = { a: 'b', b: 'a' } as const;
        expect(two.extends).toBe(one.extends && side[one.extends]);
        expect(two.contributions).toEqual(one.contributions);
        const exchanged = two.aligned.map(({ a, b, similarity }) => ({ a: b, b: a, similarity }));
        expect(exchanged.sort((x, y) => start(x.a) - start(y.a))).toEqual(one.aligned);
      }),
    );
  });

  it('does not depend on the names of the articles', async () => {
    const named = await judged(REPORT, RETOLD, ['a.txt', 'b.txt']);
    const renamed = await judged(REPORT, RETOLD, ['z/1.html', '0.md']);
    expect(renamed.there.probability).toBe(named.there.probability);
    expect(await evidenceOf(renamed.there)).toEqual(await evidenceOf(named.there));
  });

  it('is likely of two tellings of one report, and of it and itself', async () => {
    expect((await judged(REPORT, RETOLD)).there.probability).toBeGreaterThan(0.6);
    expect((await judged(REPORT, REPORT)).there.probability).toBeGreaterThan(0.9);
  });

  it('is unlikely of two articles that share a place and a season', async () => {
    const other =
      'Halvik will have a theatre again. A choir of nurses opens the hall in February with songs from four islands, and the ' +
      'schools have bought every seat for the second night. The architect, Ana Ruiz, kept the beams of the old ropewalk. ' +
      'Tickets for the spring cost twelve crowns at the door and nothing for anyone who brings a chair of their own.';
    expect((await judged(REPORT, other)).there.probability).toBeLessThan(0.2);
  });
});

describe('the evidence of a rewrite', () => {
  it('has each sentence in one place: in one link, or among what one side has alone', async () => {
    await fc.assert(
      fc.asyncProperty(long, long, async (textA, textB) => {
        const { aligned, onlyA, onlyB } = await evidenceOf((await judged(textA, textB)).there);
        for (const [side, only, text] of [
          ['a', onlyA, textA],
          ['b', onlyB, textB],
        ] as const) {
          const starts = [...aligned.flatMap((link) => link[side]), ...only].map((passage) => passage.start);
          expect(new Set(starts).size).toBe(starts.length);
          const sentences = articleOf(text).prose.sentences;
          expect(starts.length).toBeLessThanOrEqual(sentences.length);
          for (const at of starts) expect(sentences.map((sentence) => sentence.start)).toContain(at);
        }
      }),
    );
  });

  it('says which article tells all of the other and more', async () => {
    const news =
      ' In May the first guests may sleep in the tower, the painters said on Friday, at thirty crowns a night with breakfast. ' +
      'A ferry will call at the rock on Sundays, and the museum lends them its brass telescope until the end of the season. ' +
      'School classes climb the stairs for nothing, as do pilots, sailors and whoever can prove that an ancestor kept the light.';
    expect((await evidenceOf((await judged(REPORT, REPORT + news)).there)).extends).toBe('b');
    expect((await evidenceOf((await judged(REPORT + news, REPORT)).there)).extends).toBe('a');
    expect((await evidenceOf((await judged(REPORT, RETOLD)).there)).extends).toBeNull();
  });

  it('names shared terms as the first article writes them, the most telling first', async () => {
    const { sharedTerms } = await evidenceOf((await judged(REPORT, RETOLD)).there);
    expect(sharedTerms).toContain('lighthouse');
    expect(sharedTerms).not.toContain('the');
    expect(sharedTerms.length).toBeLessThanOrEqual(12);
    for (const term of sharedTerms) expect(REPORT).toContain(term);
  });
});

describe('the tool abstains', () => {
  const words = (count: number): string => Array.from({ length: count }, (_, i) => `word${i}`).join(' ');

  it('below the minimum of words, and says how many there are', async () => {
    const { there } = await judged(words(MIN_REWRITE_WORDS - 1), words(200));
    const shortfall = { relation: 'rewrite', cause: 'too-short', value: MIN_REWRITE_WORDS - 1 };
    expect(there).toMatchObject({ probability: null, shortfall });
    expect((await judged(words(MIN_REWRITE_WORDS), words(200))).there.probability).not.toBeNull();
  });

  it('on two languages, and on one that it does not know', async () => {
    for (const [one, two] of [
      ['en', 'de'],
      ['und', 'und'],
      ['en', 'und'],
      ['fi', 'fi'],
    ] as const) {
      const [a, b] = (await subjects(articleOf(REPORT, 'a', one), articleOf(RETOLD, 'b', two))) as [Subject, Subject];
      const shortfall = { relation: 'rewrite', cause: 'other-language', a: one, b: two };
      expect(judgeRewrite(a, b)).toEqual({ probability: null, shortfall });
    }
  });

  it('on articles with hardly a term in common, which it does not read', async () => {
    const [a, b] = (await subjects(articleOf(REPORT, 'a'), articleOf(words(60), 'b'))) as [Subject, Subject];
    const read = async (): Promise<never> => Promise.reject(new Error('was read'));
    const unread = (subject: Subject): Subject => Object.assign(Object.create(subject), { read });
    expect(judgeRewrite(unread(a), unread(b))).toMatchObject({ shortfall: { cause: 'other-subject' } });
  });
});

function start(passages: readonly Passage[]): number {
  return passages[0]?.start ?? -1;
}
