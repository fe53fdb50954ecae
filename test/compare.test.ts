import { describe, expect, it } from 'vitest';
import { compareArticles } from '../src/compare.ts';
import { findDuplicates } from '../src/pipeline.ts';
import { scratch } from './scratch.ts';

const REPORT =
  'The port council of Halvik has sold its old lighthouse to a family of painters. They paid nine crowns for the tower, ' +
  'which has been dark since 1987, and must mend the roof within two years. Ivo Brandt, who keeps the harbour books, ' +
  'called it the cheapest house on the coast. A storm took the lantern room in February.';
const OTHER =
  'The valley choir will sing again. Forty nurses rehearse on Thursdays in the ropewalk, and the first concert with songs ' +
  'from four islands is for the schools. Ana Ruiz conducts, as her mother did. Whoever brings a chair pays nothing at the door.';

describe('comparing two articles', () => {
  it('gives what a run over the two gives', async () => {
    const cwd = scratch({ 'a.txt': REPORT, 'b.txt': REPORT.replace('nine', 'eleven') });
    const { matches } = await findDuplicates('.', { cwd });
    expect(matches).toHaveLength(1);
    expect(await compareArticles('a.txt', 'b.txt', { cwd })).toEqual({ match: matches[0] });
  });

  it('says of articles on other subjects what each relation lacked, and aligns them all the same', async () => {
    const cwd = scratch({ 'a.txt': REPORT, 'b.txt': OTHER });
    const compared = await compareArticles('a.txt', 'b.txt', { cwd });
    if (compared.match !== null) throw new Error('they match');
    expect(compared.shortfalls.map(({ relation }) => relation)).toEqual([
      'identical',
      'near-copy',
      'excerpt',
      'rewrite',
    ]);
    expect(compared.evidence?.onlyA).toHaveLength(4);
    expect(compared.evidence?.contributions.length).toBeGreaterThan(0);
  });

  it('does not pass off what was not looked for as another relation, and says what it is; nor does a run', async () => {
    const cwd = scratch({ 'a.txt': REPORT, 'b.txt': REPORT.replace('nine', 'eleven') });
    const relations = ['identical', 'excerpt', 'rewrite'] as const;
    const compared = await compareArticles('a.txt', 'b.txt', { cwd, relations });
    expect(compared).toMatchObject({
      match: null,
      shortfalls: [
        { relation: 'identical', cause: 'other-words' },
        { relation: 'excerpt', cause: 'other-relation', is: 'near-copy' },
        { relation: 'rewrite', cause: 'other-relation', is: 'near-copy' },
      ],
    });
    expect((await findDuplicates('.', { cwd, relations })).matches).toEqual([]);
  });

  it('exchanges the sides when the articles change places', async () => {
    const cwd = scratch({ 'a.txt': REPORT, 'b.txt': OTHER });
    const [there, back] = [
      await compareArticles('a.txt', 'b.txt', { cwd }),
      await compareArticles('b.txt', 'a.txt', { cwd }),
    ];
    if (there.match !== null || back.match !== null) throw new Error('they match');
    expect([back.a, back.b]).toEqual([there.b, there.a]);
    expect(back.shortfalls).toEqual(there.shortfalls);
    expect(back.evidence?.onlyA).toEqual(there.evidence?.onlyB);
  });

  it('knows short texts by identity alone, and says that they are too short for the rest', async () => {
    const cwd = scratch({ 'a.txt': 'Ferries call again.', 'b.txt': 'FERRIES call again', 'c.txt': REPORT });
    expect(await compareArticles('a.txt', 'b.txt', { cwd })).toMatchObject({ match: { relation: 'identical' } });
    const compared = await compareArticles('a.txt', 'c.txt', { cwd });
    if (compared.match !== null) throw new Error('they match');
    const tooShort = { cause: 'too-short', value: 3, threshold: 30 };
    expect(compared.shortfalls).toEqual([
      { relation: 'identical', cause: 'other-words' },
      { relation: 'near-copy', ...tooShort },
      { relation: 'excerpt', ...tooShort },
      { relation: 'rewrite', ...tooShort },
    ]);
    expect(compared).not.toHaveProperty('evidence');
  });

  it('an article and itself are identical', async () => {
    const cwd = scratch({ 'a.txt': REPORT });
    expect(await compareArticles('a.txt', 'a.txt', { cwd })).toMatchObject({
      match: { relation: 'identical', score: 1 },
    });
  });

  it('takes one of the two from standard input', async () => {
    const cwd = scratch({ 'a.txt': REPORT });
    const stdin = new TextEncoder().encode(REPORT);
    expect(await compareArticles('-', 'a.txt', { cwd, stdin })).toMatchObject({
      match: { a: '-', relation: 'identical' },
    });
    await expect(compareArticles('-', 'a.txt', { cwd })).rejects.toThrow('none was given');
  });

  it('reads a page or Markdown on standard input as such', async () => {
    const cwd = scratch({ 'a.txt': REPORT });
    const page = `<!doctype html>\n<html><head><style>p { margin: 0 }</style></head><body><p>${REPORT}</p></body></html>`;
    const post = `---\ntitle: Lighthouse sold\ntags: [coast, towers]\n---\n\n${REPORT}\n`;
    for (const text of [page, post]) {
      const compared = await compareArticles('-', 'a.txt', { cwd, stdin: new TextEncoder().encode(text) });
      expect(compared).toMatchObject({ match: { relation: 'identical' } });
    }
  });

  it('refuses a path that names no article, or several', async () => {
    const cwd = scratch({ 'a.txt': REPORT, 'empty.txt': '', 'sub/b.txt': REPORT, 'sub/c.txt': OTHER });
    await expect(compareArticles('a.txt', 'empty.txt', { cwd })).rejects.toThrow('empty.txt');
    await expect(compareArticles('a.txt', 'sub', { cwd })).rejects.toThrow('2 articles');
  });
});
