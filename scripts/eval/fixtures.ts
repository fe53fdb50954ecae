import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Pair } from './corpora.ts';
import type { Known, Labelled } from './labelled.ts';
import type { Expect } from './read.ts';

/** What the first part of a fixture's name asks for. Template siblings match by their words only, or not at all. */
const EXPECT: Readonly<Record<string, Expect>> = {
  identical: 'duplicate',
  'near-copy': 'duplicate',
  excerpt: 'duplicate',
  rewrite: 'duplicate',
  // Known not to be found, and duplicates all the same.
  missed: 'duplicate',
  template: 'grey',
  distinct: 'not',
};

/**
 * The project's fixtures as a labelled corpus. A fixture is a folder named `<expectation>.<what it shows>`, and its
 * articles are a group: each pair of them bears the expectation as its label, but an article whose name begins with
 * `other-` is distinct from the rest. They were written, not found: there is nothing to tune on, and all are `report`.
 *
 * @param dir the fixtures' folder, relative to the working directory, as the command is given it
 */
export function fixtures(dir: string): Labelled {
  const articles = new Map<string, Known>();
  const pairs: Pair[] = [];
  for (const group of readdirSync(dir).sort()) {
    const expectation = group.slice(0, group.indexOf('.'));
    const ids = readdirSync(join(dir, group))
      .sort()
      .flatMap((file) => articlesOf(join(dir, group, file)));
    for (const [i, a] of ids.entries()) {
      articles.set(`${dir}/${group}/${a}`, { part: 'report', group });
      for (const b of ids.slice(i + 1)) {
        const label = isOther(a) || isOther(b) ? 'distinct' : expectation;
        const expect = EXPECT[label];
        if (expect === undefined) throw new Error(`a fixture's name begins with what it shows, unlike ${group}`);
        pairs.push({ a: `${dir}/${group}/${a}`, b: `${dir}/${group}/${b}`, label, expect, part: 'report' });
      }
    }
  }
  return { articles, pairs };
}

/** The articles of a file, named as in a report but without their folder: one, or a record of JSONL each. */
function articlesOf(path: string): string[] {
  const file = basename(path);
  if (!file.endsWith('.jsonl')) return [file];
  const records = readFileSync(path, 'utf8').trim().split('\n');
  return records.map((record) => `${file}#${(JSON.parse(record) as { id: string }).id}`);
}

function isOther(article: string): boolean {
  return article.slice(article.indexOf('#') + 1).startsWith('other-');
}
