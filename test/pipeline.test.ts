import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../src/errors.ts';
import { findDuplicates } from '../src/pipeline.ts';
import { REPORT, RETOLD } from './retold.ts';
import { scratch } from './scratch.ts';

const COPY = REPORT.replace('nine crowns', 'eleven crowns');
const OTHER =
  'The valley choir will sing again. Forty nurses rehearse on Thursdays in the ropewalk, and the first concert with songs from ' +
  'four islands is for the schools. Ana Ruiz conducts, as her mother did. Whoever brings a chair pays nothing at the door.';

const texts: Readonly<Record<string, string>> = { REPORT, RETOLD, COPY, AGAIN: REPORT, OTHER };

/** The matches of a folder that holds these texts under these names, as the texts that match. */
async function found(names: Readonly<Record<string, string>>) {
  const files = Object.fromEntries(Object.entries(names).map(([text, name]) => [name, texts[text] as string]));
  const textOf = new Map(Object.entries(names).map(([text, name]) => [name, text]));
  const { matches, clusters } = await findDuplicates('.', { cwd: scratch(files) });
  const words = (ids: string[]): string =>
    ids
      .map((id) => (textOf.get(id) as string).replace('AGAIN', 'REPORT'))
      .sort()
      .join(' ');
  return {
    matches: matches.map(({ a, b, relation, score }) => `${relation} ${words([a, b])} ${score}`).sort(),
    clusters: clusters.map(({ representative, members }) =>
      words([representative, ...members.map(({ path }) => path)]),
    ),
  };
}

const STORY = [
  'The last cable ferry on the Orne stopped on Sunday after one hundred and twelve years. Engineers found a crack as long as a hand in the drum that winds the rope, and the district closed the crossing before the evening trip.',
  'About three hundred commuters used the boat every weekday. Until a replacement is found they must drive to the stone bridge at Kell, a detour of nineteen kilometres, or take a bus that the district hired from a neighbouring valley.',
  'Mechanic Tove Lindqvist, who has greased the winch since she was an apprentice, said that no foundry in the country still casts such a part. A workshop abroad offered to mill a new drum from steel, but not before autumn and only for ninety thousand crowns.',
  'Councillors meet on Thursday to choose between repair, a second-hand pontoon and a footbridge that was drawn in 1974 and never built. Residents collected signatures for the bridge at both landings during the weekend.',
];
const LOCAL = [
  'Bakers in Asphult fear empty shelves because flour lorries cannot reach their ovens before dawn anymore.',
  'Headmaster Quist shifted morning lessons at Brunnby school half an hour so pupils arrive without running.',
  'Nurses from Granvik clinic will sleep in guest cottages whenever emergency shifts follow one another closely.',
  'Farmer Yngve Dahl keeps forty heifers grazing across the water and now rows hay over himself.',
  'Tourism manager Elsa Moreau cancelled two canoe festivals, three weddings and a lantern parade planned there.',
  'Police chief Rasmus Toft warned teenagers against swimming where currents drowned a postman last January.',
];

describe('a run', () => {
  const names = { REPORT: 'a.txt', RETOLD: 'b.txt', COPY: 'c.txt', AGAIN: 'd.txt', OTHER: 'e.txt' };

  it('finds each relation and clusters what belongs together', async () => {
    const { matches, clusters } = await found(names);
    expect(new Set(matches.map((match) => match.split(' ')[0]))).toEqual(
      new Set(['identical', 'near-copy', 'rewrite']),
    );
    expect(clusters).toHaveLength(1);
    expect(clusters[0]).not.toContain('OTHER');
  });

  it('tells of identical articles whether their contents are the same, in files of their own or in records', async () => {
    const cwd = scratch({
      'a.txt': REPORT,
      'b.txt': `${REPORT}\n`,
      'c.jsonl': [REPORT, REPORT, REPORT.toUpperCase()].map((text, id) => JSON.stringify({ id, text })).join('\n'),
    });
    const { matches } = await findDuplicates('.', { cwd, relations: ['identical'] });
    expect(matches.map(({ b, evidence }) => [b, evidence.kind === 'identical' && evidence.sameBytes])).toEqual([
      ['b.txt', false],
      ['c.jsonl#0', true],
      ['c.jsonl#1', true],
      ['c.jsonl#2', false],
    ]);
  });

  it('finds the same whatever the articles are called', async () => {
    const renamed = { REPORT: 'z.txt', RETOLD: 'deep/er/m.txt', COPY: '0.txt', AGAIN: 'deep/k.txt', OTHER: 'x y.txt' };
    expect((await found(renamed)).matches).toEqual((await found(names)).matches);
  });

  it('gives the same bytes for the same articles, in whatever order they were written or named', async () => {
    const folder = scratch();
    const write = (files: readonly string[]): void => {
      for (const file of files) writeFileSync(join(folder, `${file}.txt`), texts[file] as string);
    };
    const files = Object.keys(texts);
    write(files);
    const first = JSON.stringify(await findDuplicates(folder, { cwd: folder }));
    write(files.toReversed());
    expect(JSON.stringify(await findDuplicates(folder, { cwd: folder }))).toBe(first);
    const named = files.toReversed().map((file) => `${file}.txt`);
    expect(JSON.stringify(await findDuplicates(named, { cwd: folder }))).toBe(first);
    expect(JSON.stringify(await findDuplicates([...named, '.', ...named], { cwd: folder }))).toBe(first);
  });

  it('keeps a story that six papers print, each with a sentence of its own', async () => {
    const files = LOCAL.map((sentence, i) => [`${i}.txt`, [...STORY, sentence].join('\n\n')]);
    const { setAside, clusters } = await findDuplicates('.', { cwd: scratch(Object.fromEntries(files)) });
    expect(setAside).toEqual([]);
    expect(clusters.map(({ members }) => members.length)).toEqual([5]);
  });

  it('reports how far it is, stage by stage', async () => {
    const stages: string[] = [];
    const onProgress = ({ stage }: { stage: string }): void => void stages.push(stage);
    await findDuplicates('.', { cwd: scratch({ 'a.txt': REPORT, 'b.txt': RETOLD }), onProgress });
    expect([...new Set(stages)]).toEqual(['extract', 'fingerprint', 'lsh', 'match', 'cluster', 'explain']);
  });
});

describe('a short text', () => {
  const short = 'Ferries call at Halvik again from May, the port council said on Monday.';

  it('is compared for identity', async () => {
    const folder = scratch({ 'a.txt': short, 'b.txt': `${short.toUpperCase()}\n`, 'c.txt': REPORT });
    const { matches, skipped } = await findDuplicates('.', { cwd: folder });
    expect(matches).toMatchObject([{ a: 'a.txt', b: 'b.txt', relation: 'identical' }]);
    expect(skipped).toEqual([]);
  });

  it('takes part in nothing else, and is listed as too short', async () => {
    const folder = scratch({ 'a.txt': short, 'b.txt': short.replace('May', 'June'), 'c.txt': `${short} ${REPORT}` });
    const { matches, skipped, summary } = await findDuplicates('.', { cwd: folder });
    expect(matches).toEqual([]);
    expect(skipped).toMatchObject([
      { path: 'a.txt', reason: 'too-short', detail: '13 words, fewer than 30' },
      { path: 'b.txt', reason: 'too-short' },
    ]);
    expect(summary).toMatchObject({ articles: 1, skipped: 2 });
  });

  it('changes no weight: the others are judged as if it were not there', async () => {
    const files = { 'a.txt': REPORT, 'b.txt': RETOLD };
    const { matches } = await findDuplicates('.', { cwd: scratch(files) });
    const beside = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`s${i}.txt`, `Lighthouse ${i} of Halvik.`]));
    expect((await findDuplicates('.', { cwd: scratch({ ...files, ...beside }) })).matches).toEqual(matches);
  });
});

describe('a line that recurs across unrelated articles', () => {
  const notice =
    'All rights to this page belong to the Evening Ledger of Halvik and its partners, reprints by consent.';
  // Nine articles that have nothing in common but the notice.
  const articles = Array.from({ length: 9 }, (_, i) => {
    const own = Array.from({ length: 40 }, (_, k) => `subject${i}x${k}${k % 8 === 7 ? '.' : ''}`).join(' ');
    return `${own}\n\n${notice}\n`;
  });
  const folder = Object.fromEntries(articles.map((text, i) => [`${i}.txt`, text]));

  it('is set aside in each', async () => {
    const { setAside, matches } = await findDuplicates('.', { cwd: scratch(folder) });
    expect(setAside.map(({ path }) => path)).toEqual(articles.map((_, i) => `${i}.txt`));
    for (const { passages } of setAside) expect(passages).toMatchObject([{ reason: 'recurring-line', text: notice }]);
    expect(matches).toEqual([]);
  });

  it('is set aside too where copies alone are looked for, and the same copies are found', async () => {
    const cwd = scratch({ ...folder, 'c.txt': COPY, 'r.txt': REPORT, 'r2.txt': `${REPORT}\n\n${notice}\n` });
    const all = await findDuplicates('.', { cwd });
    const copies = await findDuplicates('.', { cwd, relations: ['identical', 'near-copy', 'excerpt'] });
    expect(copies.setAside).toEqual(all.setAside);
    expect(copies.setAside).toHaveLength(10);
    expect(copies.matches).toEqual(all.matches.filter(({ relation }) => relation !== 'rewrite'));
    expect(copies.matches.map(({ relation }) => relation)).toEqual(['near-copy', 'identical']);
  });

  it('is listed of an article too that is too short without it', async () => {
    const cwd = scratch({ ...folder, 'x.txt': `Ferries call at the pier again.\n\n${notice}\n` });
    const { skipped, setAside } = await findDuplicates('.', { cwd });
    const detail = '6 words, fewer than 30; 18 set aside as recurring lines and the like';
    expect(skipped).toEqual([{ path: 'x.txt', reason: 'too-short', detail }]);
    expect(setAside.at(-1)).toMatchObject({ path: 'x.txt', passages: [{ text: notice }] });
  });

  it('makes no article: a file of nothing else is listed as empty, and two such match nothing', async () => {
    const cwd = scratch({ ...folder, 'x.txt': `${notice}\n`, 'y.txt': `${notice}\n` });
    const { skipped, matches, summary } = await findDuplicates('.', { cwd });
    expect(skipped).toMatchObject([
      { path: 'x.txt', reason: 'empty' },
      { path: 'y.txt', reason: 'empty' },
    ]);
    expect(matches).toEqual([]);
    expect(summary.articles).toBe(9);
  });
});

describe('a run that compares nothing', () => {
  it('says why', async () => {
    const run = (files: Record<string, string>) => findDuplicates('.', { cwd: scratch(files) });
    await expect(run({})).rejects.toThrow(UsageError);
    await expect(run({})).rejects.toThrow('Nothing to compare: no file that could be an article was found.');
    await expect(run({ 'a.txt': 'Too short.' })).rejects.toThrow('a.txt: 2 words, fewer than 30');
    await expect(run({ 'a.txt': 'Too short.', 'b.txt': '' })).rejects.toThrow(
      "Nothing to compare: what was found can't be used.\n  a.txt: 2 words, fewer than 30\n  b.txt: ",
    );
  });

  it('names twenty sources, and counts the others', async () => {
    const files = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, i) => [`${i}.txt`, `Short ${i}.`]));
    const lines = async (count: number): Promise<string[]> => {
      const error = await findDuplicates('.', { cwd: scratch(files(count)) }).catch((error: Error) => error);
      return (error as Error).message.split('\n');
    };
    expect((await lines(20)).at(-1)).toBe('  9.txt: 2 words, fewer than 30');
    expect(await lines(23)).toHaveLength(22);
    expect((await lines(23)).at(-1)).toBe('  and 3 more');
  });
});

describe('the summary', () => {
  it('counts articles, clusters, duplicates beyond the representatives, excerpts and skips', async () => {
    const filler = Array.from({ length: 90 }, (_, i) => `mule${i}`).join(' ');
    const long = `${OTHER} ${REPORT} ${filler}.`;
    const cwd = scratch({ 'a.txt': REPORT, 'b.txt': REPORT, 'c.txt': OTHER, 'd.txt': long, 'e.txt': 'Short.' });
    const { summary, settings, clusters } = await findDuplicates('.', { cwd });
    expect(summary).toEqual({
      articles: 4,
      skipped: 1,
      clusters: 1,
      duplicates: 1,
      templates: 0,
      excerpts: 2,
      bridges: 0,
      suppressed: 0,
    });
    expect(clusters).toMatchObject([{ representative: 'a.txt', members: [{ path: 'b.txt', relation: 'identical' }] }]);
    expect(settings).toMatchObject({ threshold: 0.4, minWords: 30 });
  });
});
