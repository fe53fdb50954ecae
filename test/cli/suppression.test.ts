import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { Result } from '../../src/model/result.ts';
import schema from '../../src/report/result.schema.json' with { type: 'json' };
import { scratch } from '../scratch.ts';
import { play } from './stage.ts';
import { story } from './story.ts';

const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema);

const with_ = (fields: string, text: string) => `---\n${fields}\n---\n\n${text}`;

interface Scanned {
  readonly report: Result;
  readonly notes: readonly string[];
  /** The matches, and the suppressed pairs, each as "a b". */
  readonly matched: readonly string[];
  readonly known: readonly string[];
}

async function scan(cwd: string, args: readonly string[] = [], today = '2026-01-31'): Promise<Scanned> {
  const { stdout, stderr } = await play(cwd, ['-f', 'json', ...args], { today });
  const report = JSON.parse(stdout);
  expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
  const pairs = (list: readonly { a: string; b: string }[]) => list.map(({ a, b }) => `${a} ${b}`);
  const notes = stderr.split('\n').filter((line) => line !== '');
  return { report, notes, matched: pairs(report.matches), known: pairs(report.suppressed) };
}

describe('front matter that names an original', () => {
  const original = story('baker');

  it.each([
    ['duplicate_of: a.md'],
    ['duplicate_of: ./a'],
    ['duplicate_of: posts/a.md'],
    ['duplicate_of: ../posts/a.md'],
    ['duplicate_of: /posts/a/'],
    ['duplicate_of: [nothing.md, a.md]'],
    ['canonical: https://example.org/posts/a.html?ref=feed#top'],
    ['canonical: /a'],
    ['canonical: "/posts/%61/"'],
  ])('suppresses the match with it: %s', async (fields) => {
    const cwd = scratch({ 'posts/a.md': original, 'posts/b.md': with_(fields, original), 'c.md': story('miller') });
    const { report, matched, known } = await scan(cwd);
    expect([matched, known]).toEqual([[], ['posts/a.md posts/b.md']]);
    expect(report.summary).toMatchObject({ clusters: 0, duplicates: 0, suppressed: 1 });
    expect(report.suppressed[0]).toMatchObject({
      relation: 'identical',
      suppression: { by: 'front-matter', article: 'posts/b.md' },
    });
  });

  it('finds pages by their addresses: an index, a dated post, a record by its id', async () => {
    const record = JSON.stringify({ id: 'x1', text: original });
    const cwd = scratch({
      'guide/start/index.md': story('smith'),
      'copy1.md': with_('canonical: https://example.org/guide/start/', story('smith')),
      '2026-01-05-bread.md': story('miller'),
      'copy3.md': with_('canonical: /bread', story('miller')),
      'wire.jsonl': `${record}\n`,
      'copy4.md': with_('duplicate_of: wire.jsonl#x1', original),
    });
    const { matched, known } = await scan(cwd);
    expect(known).toEqual(['2026-01-05-bread.md copy3.md', 'copy1.md guide/start/index.md', 'copy4.md wire.jsonl#x1']);
    expect(matched).toEqual([]);
  });

  it('hides no third copy, and two copies of one original are known to each other', async () => {
    const copy = with_('duplicate_of: z.md', original);
    const cwd = scratch({ 'a.md': copy, 'b.md': copy, 'z.md': original });
    expect(await scan(cwd)).toMatchObject({ matched: [], known: ['a.md z.md', 'b.md z.md'], notes: [] });
    writeFileSync(join(cwd, 'y.md'), original);
    const { report, matched } = await scan(cwd);
    expect(matched).toEqual(['y.md z.md']);
    expect(report.clusters.map(({ members }) => members.map(({ path }) => path))).toEqual([['z.md']]);
    expect((await play(cwd, ['--check'])).code).toBe(1);
  });

  it('says nothing by its own address, nor by one outside of the articles', async () => {
    const cwd = scratch({
      'a.md': with_('canonical: https://example.org/a', original),
      'b.md': with_('canonical: https://elsewhere.example/stories/1', original),
    });
    expect(await scan(cwd)).toMatchObject({ matched: ['a.md b.md'], known: [], notes: [] });
  });

  it('is named on stderr if it hides nothing, and not with -q', async () => {
    const cwd = scratch({
      'a.md': with_('duplicate_of: gone.md', original),
      'b.md': with_('duplicate_of: a.md', story('miller')),
    });
    const { notes, report } = await scan(cwd);
    expect(notes).toEqual([
      'suppression without effect: a.md says duplicate_of: gone.md; no such article was scanned',
      'suppression without effect: b.md says duplicate_of: a.md; these articles no longer match',
    ]);
    expect(report.idleSuppressions.map(({ cause }) => cause)).toEqual(['no-article', 'no-match']);
    expect((await scan(cwd, ['-q'])).notes).toEqual([]);
  });

  it('is counted in the report and listed with -v', async () => {
    const cwd = scratch({ 'a.md': original, 'b.md': with_('duplicate_of: a.md', original) });
    const plain = (await play(cwd, [])).stdout;
    expect(plain).toMatch(/^2 articles, no duplicates, 1 suppressed\n/);
    expect(plain).not.toContain('b.md');
    expect((await scan(cwd, ['-v'])).notes).toEqual([
      'suppressed a.md and b.md: b.md says duplicate_of: a.md',
      expect.stringMatching(/^Starting /),
    ]);
    const listed = (await play(cwd, ['-v'])).stdout;
    expect(listed).toContain('a.md and b.md · identical\n    b.md says duplicate_of: a.md\n');
  });

  it('does not silence compare, which is asked about the two', async () => {
    const cwd = scratch({ 'a.md': original, 'b.md': with_('duplicate_of: a.md', original) });
    expect((await play(cwd, ['compare', 'a.md', 'b.md'])).stdout).toContain('identical');
  });
});

describe('dedupe: false', () => {
  it('leaves an article out', async () => {
    const cwd = scratch({ 'a.md': story('baker'), 'b.md': with_('dedupe: false', story('baker')) });
    const { report, matched } = await scan(cwd);
    expect(matched).toEqual([]);
    expect(report.skipped).toMatchObject([{ path: 'b.md', reason: 'disabled' }]);
  });
});

describe('dedupe-disable and dedupe-enable', () => {
  const passage = story('miller');
  it.each([
    ['page.md', `<!-- dedupe-disable -->\n\n${passage}\n\n<!-- dedupe-enable -->`],
    ['page.md', `<div>\n<!-- dedupe-disable -->\n<p>${passage}</p>\n<!--dedupe-enable-->\n</div>`],
    ['page.mdx', `{/* dedupe-disable */}\n\n${passage}\n\n{/* dedupe-enable */}`],
  ])('set aside the passage between them in %s: %j', async (name, block) => {
    const cwd = scratch({ [name]: `${story('baker')}\n\n${block}\n\nThe end of it.`, 'a.txt': passage });
    const { report, matched } = await scan(cwd);
    expect(matched).toEqual([]);
    const [{ passages } = expect.fail()] = report.setAside;
    expect(new Set(passages.map(({ reason }) => reason))).toEqual(new Set(['disabled']));
  });

  it('do so in a page', async () => {
    const page = `<html><body><article><h1>News of the day</h1><p>${story('baker')}</p>
<!-- dedupe-disable --><p>${passage}</p><!-- dedupe-enable --><p>The end of it.</p></article></body></html>`;
    const cwd = scratch({ 'page.html': page, 'a.txt': passage });
    const { report, matched } = await scan(cwd);
    expect(matched).toEqual([]);
    expect(report.setAside[0]?.passages.map(({ reason }) => reason)).toEqual(['disabled']);
  });
});

describe('ignorePairs', () => {
  const config = (...pairs: object[]) => JSON.stringify({ ignorePairs: pairs });
  const versions = { 'docs/v1/a.md': story('baker'), 'docs/v2/a.md': story('baker'), 'docs/v2/b.md': story('baker') };

  it('names two globs: an article of one with one of the other', async () => {
    const rule = { paths: ['docs/v1/**', 'docs/v2/**'], reason: 'versions' };
    const cwd = scratch({ ...versions, 'dedupe.config.json': config(rule) });
    const { matched, known, report } = await scan(cwd);
    expect(matched).toEqual(['docs/v2/a.md docs/v2/b.md']);
    expect(known).toEqual(['docs/v1/a.md docs/v2/a.md']);
    expect(report.clusters.map(({ representative }) => representative)).toEqual(['docs/v2/a.md']);
    expect(report.suppressed[0]?.suppression).toEqual({ by: 'ignorePairs', index: 0, ...rule });
  });

  it('names one glob: any two of it; and with samePath those of the same path below it', async () => {
    const cwd = scratch({ ...versions, 'dedupe.config.json': config({ paths: ['docs/v*/**'], reason: 'versions' }) });
    expect((await scan(cwd)).matched).toEqual([]);
    const same = { paths: ['docs/v*/**'], samePath: true, reason: 'versions' };
    writeFileSync(join(cwd, 'dedupe.config.json'), config(same));
    expect((await scan(cwd)).matched).toEqual(['docs/v1/a.md docs/v2/b.md', 'docs/v2/a.md docs/v2/b.md']);
    expect((await scan(cwd)).known).toEqual(['docs/v1/a.md docs/v2/a.md']);
  });

  it('is relative to the config file, also for what is scanned from elsewhere', async () => {
    const rule = { paths: ['/docs/v1/**', '/docs/v2/**'], reason: 'versions' };
    const cwd = scratch({ '.git/': '', ...versions, 'dedupe.config.json': config(rule) });
    expect((await scan(join(cwd, 'docs/v1'), ['..'])).matched).toEqual(['../v2/a.md ../v2/b.md']);
  });

  it('names single files, and records of a container', async () => {
    const record = (id: string) => `${JSON.stringify({ id, text: story('baker') })}\n`;
    const rule = { paths: ['a.md', 'wire.jsonl#2'], reason: 'known' };
    const cwd = scratch({
      'wire.jsonl': record('1') + record('2'),
      'a.md': story('baker'),
      'dedupe.config.json': config(rule),
    });
    const { matched, known } = await scan(cwd);
    expect([matched, known]).toEqual([['a.md wire.jsonl#1', 'wire.jsonl#1 wire.jsonl#2'], []]);
    const two = await scan(cwd, ['a.md', 'wire.jsonl', '--config', 'dedupe.config.json']);
    expect(two.notes).toEqual([]);
  });

  it('holds through its last day, and is then named', async () => {
    const rule = { paths: ['docs/**'], reason: 'until the move', expires: '2026-01-31' };
    const cwd = scratch({ ...versions, 'dedupe.config.json': config(rule) });
    expect(await scan(cwd, [], '2026-01-31')).toMatchObject({ matched: [], notes: [] });
    const after = await scan(cwd, [], '2026-02-01');
    expect(after.matched).toHaveLength(2);
    expect(after.notes).toEqual([
      'suppression without effect: ignorePairs[0] (docs/**): until the move; it expired after 2026-01-31',
    ]);
  });

  it('is named if nothing is left for it', async () => {
    const gone = { paths: ['docs/v1/**', 'docs/v0/**'], reason: 'old' };
    const distinct = { paths: ['docs/v1/**', 'x.md'], reason: 'alike' };
    const cwd = scratch({ ...versions, 'x.md': story('smith'), 'dedupe.config.json': config(gone, distinct) });
    expect((await scan(cwd)).notes).toEqual([
      'suppression without effect: ignorePairs[0] (docs/v1/**, docs/v0/**): old; no such article was scanned',
      'suppression without effect: ignorePairs[1] (docs/v1/**, x.md): alike; these articles no longer match',
    ]);
  });

  it('must have paths and a reason', async () => {
    const cwd = scratch({ ...versions, 'dedupe.config.json': config({ paths: [], expires: 'soon', reson: 'x' }) });
    expect((await play(cwd, [])).stderr.split('\n')).toEqual([
      "error: ignorePairs[0].reason in dedupe.config.json is missing: a text that isn't empty.",
      'error: ignorePairs[0].paths in dedupe.config.json must be a list of one glob or two, not an empty list.',
      "error: ignorePairs[0].expires in dedupe.config.json must be a day as 2026-12-31, not 'soon'.",
      "error: There is no setting ignorePairs[0].reson in dedupe.config.json. Did you mean 'reason'?",
      '',
    ]);
  });
});

describe('a suppression whose articles do match is not said to be without effect', () => {
  const original = story('baker');
  const near = original.replace('On day 3', 'On the day 3');
  const one = { paths: ['*.md'], reason: 'all' };

  it.each<[string, Record<string, string>, string[]]>([
    ['a copy of a near copy', { 'c1.md': near, 'c2.md': with_('duplicate_of: o.md', near), 'o.md': original }, []],
    [
      'two that name each other',
      { 'a.md': with_('duplicate_of: b.md', original), 'b.md': with_('duplicate_of: a.md', original) },
      [],
    ],
    [
      'one that names another twice, by a third',
      {
        'a.md': original,
        'b.md': with_('duplicate_of: a.md', original),
        'c.md': with_('duplicate_of: [a.md, b.md]', original),
      },
      [],
    ],
    [
      'where not all relations are looked for',
      { 'a.md': original, 'b.md': with_('duplicate_of: a.md', near) },
      ['--relations', 'identical'],
    ],
    [
      'two rules for the same',
      { 'a.md': original, 'b.md': near, 'dedupe.config.json': JSON.stringify({ ignorePairs: [one, one] }) },
      [],
    ],
  ])('%s', async (_, files, args) => {
    expect((await scan(scratch(files), args)).report.idleSuppressions).toEqual([]);
  });

  it('and of a rule that names one article with itself only it is', async () => {
    const rule = { paths: ['a.md', 'a*.md'], reason: 'x' };
    const cwd = scratch({
      'a.md': original,
      'b.md': near,
      'dedupe.config.json': JSON.stringify({ ignorePairs: [rule] }),
    });
    expect((await scan(cwd)).report.idleSuppressions).toMatchObject([{ cause: 'no-match' }]);
  });
});

describe('what an article says in vain is named', () => {
  const original = story('baker');

  it.each([
    [
      'a relative canonical that leads nowhere',
      with_('canonical: ../nope.md', original),
      'canonical: ../nope.md; no such article',
    ],
    [
      'a text in place of false',
      with_('dedupe: "false"', original),
      'without effect in a.md: dedupe: "false"; dedupe: false',
    ],
    ['a word in place of false', with_('dedupe: no', original), 'dedupe: "no"'],
    ['a number in place of a path', with_('duplicate_of: 5', original), 'duplicate_of: 5; it must be a path'],
    ['an object in place of a path', with_('duplicate_of: {a: b}', original), 'duplicate_of: {"a":"b"}'],
    [
      'a word of its own',
      `${original}\n\n<!-- dedupe-disabled -->\n`,
      '<!-- dedupe-disabled -->; it must be dedupe-disable',
    ],
    ['a reason', `${original}\n\n<!-- dedupe-disable quote -->\n`, '<!-- dedupe-disable quote -->'],
    ['an end without a beginning', `${original}\n\n<!-- dedupe-enable -->\n`, 'nothing is disabled there'],
    [
      'nothing between',
      `<!-- dedupe-disable -->\n<!-- dedupe-enable -->\n\n${original}`,
      'no text before it to disable',
    ],
  ])('%s', async (_, text, note) => {
    const { notes, report } = await scan(scratch({ 'a.md': text, 'b.md': story('miller') }));
    expect(notes).toHaveLength(1);
    expect(notes[0]).toContain(note);
    expect(report.summary.articles).toBe(2);
  });

  it.each([
    [with_('canonical: https://example.org/nope', original)],
    [with_('canonical:', original)],
    [with_('dedupe: true', original)],
    [with_('duplicate_of:', original)],
    [`<!-- dedupe -->\n${original}\n\n<!-- dedupe-disable -->\n\nSigned, X.\n\n<!-- dedupe-enable -->\n`],
  ])('what has its meaning, or none for this program, is not: %j', async (text) => {
    expect((await scan(scratch({ 'a.md': text, 'b.md': story('miller') }))).notes).toEqual([]);
  });

  it('-v lists the passages that a comment disables, beside any report', async () => {
    const cwd = scratch({ 'a.md': `${original}\n\n<!-- dedupe-disable -->\n\nSigned, X.\n` });
    expect((await scan(cwd, ['-v'])).notes[0]).toBe('set aside in a.md, line 6: disabled by comment');
  });
});

describe('samePath', () => {
  it.each([[['en/*.md', 'de/*.md']], [['en/', 'de/']], [['v*/g/*.md']], [['en/**', 'de/*.md']]])(
    'is refused where there is no ** below which to compare: %j',
    async (paths) => {
      const config = { ignorePairs: [{ paths, samePath: true, reason: 't' }] };
      const cwd = scratch({ 'a.md': story('baker'), 'dedupe.config.json': JSON.stringify(config) });
      const { code, stderr } = await play(cwd, []);
      expect(code).toBe(2);
      expect(stderr).toContain(`must hold **, below which samePath compares, as in en/**; '`);
      expect(stderr).toContain('in dedupe.config.json');
    },
  );
});
