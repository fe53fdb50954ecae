import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { findDuplicates } from '../src/index.ts';
import type { Match } from '../src/model/match.ts';
import type { Result } from '../src/model/result.ts';

// docs/fixtures.md says what the folders' names mean.
const FIXTURES = join(dirname(fileURLToPath(import.meta.url)), '..', 'fixtures');
const EXPECTATIONS = ['identical', 'near-copy', 'excerpt', 'rewrite', 'template', 'distinct'];
/** Known limits: there may be none. */
const MISSED = 'missed';
const FOLDERS = readdirSync(FIXTURES).toSorted();

/** What a run says of a folder, without scores and evidence. */
interface Findings {
  readonly clusters: readonly (readonly string[])[];
  /** The relations of its matches, a template's called `template`. */
  readonly relations: readonly string[];
  /** The articles that are in any match. */
  readonly matched: readonly string[];
}

function expectationOf(folder: string): string {
  return folder.slice(0, folder.indexOf('.'));
}

function recordsOf(path: string): string[] {
  const lines = readFileSync(join(FIXTURES, path), 'utf8').trimEnd().split('\n');
  return lines.map((line) => `${path}#${(JSON.parse(line) as { id: string }).id}`);
}

function articlesIn(folder: string): string[] {
  const paths = readdirSync(join(FIXTURES, folder)).map((name) => `${folder}/${name}`);
  return paths.flatMap((path) => (path.endsWith('.jsonl') ? recordsOf(path) : [path])).toSorted();
}

/** An article that lies in the folder but belongs to no match. */
function isBystander(article: string): boolean {
  return /[/#]other-[^/#]*$/.test(article);
}

function expectedOf(folder: string): Findings {
  const expectation = expectationOf(folder);
  if (expectation === 'distinct' || expectation === MISSED) return { clusters: [], relations: [], matched: [] };
  const matched = articlesIn(folder).filter((article) => !isBystander(article));
  return { clusters: expectation === 'excerpt' ? [] : [matched], relations: [expectation], matched };
}

function matchesIn(folder: string, result: Result): Match[] {
  return result.matches.filter((match) => match.a.startsWith(`${folder}/`) || match.b.startsWith(`${folder}/`));
}

function findingsIn(folder: string, result: Result): Findings {
  const clusters = result.clusters
    .map((cluster) => [cluster.representative, ...cluster.members.map((member) => member.path)].toSorted())
    .filter((articles) => articles.some((article) => article.startsWith(`${folder}/`)));
  const matches = matchesIn(folder, result);
  const relations = new Set(matches.map((match) => (match.template ? 'template' : match.relation)));
  const matched = new Set(matches.flatMap((match) => [match.a, match.b]));
  return { clusters, relations: [...relations].toSorted(), matched: [...matched].toSorted() };
}

describe('the fixtures', () => {
  it('have names that are expectations, each shown at least twice', () => {
    expect(new Set([...FOLDERS.map(expectationOf), MISSED])).toEqual(new Set([...EXPECTATIONS, MISSED]));
    for (const expectation of EXPECTATIONS) {
      const folders = FOLDERS.filter((folder) => expectationOf(folder) === expectation);
      expect(folders.length, expectation).toBeGreaterThanOrEqual(2);
    }
  });

  it('show at least as often what must not match as what must', () => {
    const due = FOLDERS.map(expectationOf).filter((expectation) => expectation !== MISSED);
    const distinct = due.filter((expectation) => expectation === 'distinct').length;
    expect(distinct).toBeGreaterThanOrEqual(due.length - distinct);
  });
});

describe('alone, a folder shows what its name says', () => {
  it.each(FOLDERS)('%s', async (folder) => {
    const result = await findDuplicates([folder], { cwd: FIXTURES });
    expect(findingsIn(folder, result)).toEqual(expectedOf(folder));
  });

  it.each(FOLDERS)('%s is read in full: only what is too short is left out', async (folder) => {
    const result = await findDuplicates([folder], { cwd: FIXTURES });
    expect(result.summary.articles + result.skipped.length).toBe(articlesIn(folder).length);
    expect(result.summary.articles).toBeGreaterThanOrEqual(2);
    for (const skip of result.skipped) expect(skip.reason).toBe('too-short');
  });

  it.each(FOLDERS.filter((folder) => expectationOf(folder) === 'excerpt'))(
    '%s: the longer article holds the shorter one',
    async (folder) => {
      const { matches } = await findDuplicates([folder], { cwd: FIXTURES });
      const holders = matches.map(
        ({ a, b, evidence }) => evidence.kind === 'excerpt' && (evidence.holder === 'a' ? a : b),
      );
      const bytes = (article: string): number => statSync(join(FIXTURES, article)).size;
      expect(holders).toEqual([expectedOf(folder).matched.toSorted((a, b) => bytes(b) - bytes(a))[0]]);
    },
  );
});

describe('among all the others, a folder shows the same', () => {
  let together: Result;
  beforeAll(async () => {
    together = await findDuplicates(FOLDERS, { cwd: FIXTURES });
  });

  it.each(FOLDERS)('%s', (folder) => {
    expect(findingsIn(folder, together)).toEqual(expectedOf(folder));
  });
});
