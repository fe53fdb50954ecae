import { describe, expect, it } from 'vitest';
import { findDuplicates } from '../src/pipeline.ts';
import { story } from './cli/story.ts';
import { scratch } from './scratch.ts';

/** A folder with pairs of each kind but rewrites: copies, edits of them, and a round-up of two stories. */
function folder(): string {
  const edited = (subject: string, day: number) => story(subject).replace(`On day ${day}`, 'One fine morning');
  return scratch({
    'a1.txt': story('baker'),
    'a2.txt': story('baker'),
    'a3.txt': story('baker'),
    'b1.txt': edited('baker', 3),
    'b2.txt': edited('baker', 7),
    'c1.txt': story('miller'),
    'c2.txt': edited('miller', 2),
    'd.txt': `${story('miller')}\n${story('smith')}`,
    'e.txt': story('smith'),
    'f.txt': story('weaver'),
    'g.txt': 'Short, and there twice.\n',
    'h.txt': 'Short, and there twice.\n',
    'i.txt': 'Short, and there once.\n',
    'j.jsonl': 'no JSON\n',
  });
}

const NAMES = ['a1', 'a2', 'a3', 'b1', 'b2', 'c1', 'c2', 'd', 'e', 'f', 'g', 'h', 'i'].map((name) => `${name}.txt`);
const since = 'yesterday';

describe('a run about what changed', () => {
  it('finds those matches of the whole run in which a changed article takes part, whichever changed', async () => {
    const cwd = folder();
    const whole = await findDuplicates('.', { cwd });
    const without = ({ bridge: _, ...match }: (typeof whole.matches)[number]) => match;
    // Every article alone, and subsets by the bits of a few numbers.
    const subsets = [...NAMES.map((name) => [name]), ...[0x155, 0xaaa, 0x36d, 0x1fff].map(named)];
    for (const subset of subsets) {
      const changed = { since, holds: (path: string) => subset.includes(path) };
      const part = await findDuplicates('.', { cwd, changed });
      const wanted = whole.matches.filter(({ a, b }) => subset.includes(a) || subset.includes(b));
      expect(part.matches.map(without)).toEqual(wanted.map(without));
      expect(part.skipped).toEqual(whole.skipped);
      expect(part.summary.articles).toBe(whole.summary.articles);
      expect(part.scope).toEqual({ articles: subset });
      for (const { representative, members } of part.clusters)
        for (const { path } of members) expect(subset.some((name) => [representative, path].includes(name))).toBe(true);
    }
  });

  it('shows each changed article with all its matches: it represents its cluster', async () => {
    const cwd = folder();
    const changed = { since, holds: (path: string) => path === 'b2.txt' };
    const { clusters, matches } = await findDuplicates('.', { cwd, changed });
    expect(clusters.map(({ representative }) => representative)).toEqual(['b2.txt']);
    expect(clusters[0]?.members.map(({ path }) => path)).toEqual(['a1.txt', 'b1.txt']);
    expect(matches.some(({ bridge }) => bridge)).toBe(false);
  });

  it('reads nothing where nothing changed, and says what was asked for', async () => {
    const cwd = folder();
    const result = await findDuplicates('.', { cwd, changed: { since, holds: () => false } });
    expect(result).toMatchObject({ scope: { articles: [] }, matches: [], skipped: [], summary: { articles: 0 } });
    expect(result.settings.changedSince).toBe(since);
  });

  it('is about records by their lines, and about what could not be read of a changed file', async () => {
    const line = (id: string, subject: string) => `${JSON.stringify({ id, text: story(subject) })}\n`;
    const few = `${JSON.stringify({ id: 'few', text: 'Few words.' })}\n`;
    const lines = [line('1', 'baker'), line('2', 'baker'), 'none\n', line('3', 'baker'), few, 'none\n'];
    const cwd = scratch({ 'x.jsonl': lines.join('') });
    const about = async (...changedLines: number[]) => {
      const holds = (path: string, at?: number) =>
        path === 'x.jsonl' && (at === undefined || changedLines.includes(at));
      const { matches, scope } = await findDuplicates('.', { cwd, changed: { since, holds } });
      return { matches: matches.map(({ a, b }) => `${a} ${b}`), articles: scope?.articles };
    };
    expect(await about(4)).toEqual({ matches: ['x.jsonl#1 x.jsonl#3'], articles: ['x.jsonl#3'] });
    expect(await about(3, 5)).toEqual({ matches: [], articles: ['x.jsonl#L3', 'x.jsonl#few'] });
  });

  it('ends as any other where there is no article at all', async () => {
    const changed = { since, holds: () => true };
    await expect(findDuplicates('.', { cwd: scratch({}), changed })).rejects.toThrow('Nothing to compare');
    const never = { since, holds: () => false };
    await expect(findDuplicates('.', { cwd: scratch({}), changed: never })).rejects.toThrow('Nothing to compare');
  });

  it('explores only what it is about', async () => {
    const cwd = folder();
    const changed = { since, holds: (path: string) => path === 'c2.txt' };
    const { exploration } = await findDuplicates('.', { cwd, changed, explore: true });
    expect(exploration?.scores.length).toBeGreaterThan(0);
    for (const { a, b } of exploration?.scores ?? []) expect([a, b]).toContain('c2.txt');
  });
});

function named(bits: number): string[] {
  return NAMES.filter((_, i) => bits & (1 << i));
}

describe('a run against an archive', () => {
  const archive = () =>
    scratch({
      'new/1.txt': story('baker'),
      'new/2.txt': story('smith'),
      'new/3.txt': story('smith'),
      'old/1.txt': story('baker'),
      'old/2.txt': story('baker'),
      'old/3.txt': story('miller'),
      'old/4.txt': story('miller'),
    });

  it('compares the given articles with it and with each other, and never the archive with itself', async () => {
    const { matches, scope, summary, settings } = await findDuplicates('new', { cwd: archive(), against: ['old'] });
    expect(matches.map(({ a, b }) => [a, b])).toEqual([
      ['new/1.txt', 'old/1.txt'],
      ['new/1.txt', 'old/2.txt'],
      ['new/2.txt', 'new/3.txt'],
    ]);
    expect([scope?.articles.length, summary.articles, settings.against]).toEqual([3, 7, ['old']]);
  });

  it('takes what is under both for given: one file against all there is', async () => {
    const { matches } = await findDuplicates('old/3.txt', { cwd: archive(), against: ['.'] });
    expect(matches.map(({ a, b }) => [a, b])).toEqual([['old/3.txt', 'old/4.txt']]);
  });

  it('is about what is given and changed, where both are asked for', async () => {
    const changed = { since, holds: (path: string) => path.endsWith('2.txt') };
    const { scope } = await findDuplicates('new', { cwd: archive(), against: ['old'], changed });
    expect(scope?.articles).toEqual(['new/2.txt']);
  });

  it('comes to nothing where what is given is empty or too short, but not where it could not be read', async () => {
    const cwd = scratch({
      'new/a.txt': 'Short.',
      'bad/a.txt': `${story('baker')}\0`,
      'old/a.txt': story('baker'),
      'old/b.txt': 'Also short.',
      'empty/': '',
    });
    const run = (given: string) => findDuplicates(given, { cwd, against: ['old'] });
    const reasons = async (given: string) => {
      const { matches, scope, skipped } = await run(given);
      expect(matches).toEqual([]);
      return scope?.articles.map((id) => skipped.find(({ path }) => path === id)?.reason);
    };
    expect(await reasons('new')).toEqual(['too-short']);
    expect(await reasons('empty')).toEqual([]);
    await expect(run('bad')).rejects.toThrow(/^Nothing to compare.*\n {2}bad\/a.txt: /);
    expect((await findDuplicates('new', { cwd, against: ['new'] })).scope?.articles).toEqual(['new/a.txt']);
    await expect(run('none')).rejects.toThrow("There is no file or folder 'none'.");
    await expect(findDuplicates('old', { cwd, against: ['none'] })).rejects.toThrow("no file or folder 'none'");
  });

  it('refuses settings of the wrong kind', async () => {
    const run = (settings: object) => findDuplicates('.', settings);
    await expect(run({ against: 'old' })).rejects.toThrow('against must be a list of paths.');
    await expect(run({ changed: true })).rejects.toThrow(
      'changed must be since when (a text), and which (a function).',
    );
  });
});
