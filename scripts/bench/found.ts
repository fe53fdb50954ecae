import { readFileSync } from 'node:fs';
import { groupsOf } from '../../src/match/apart.ts';

/** Pairs of article ids. */
export type Pairs = Iterable<readonly [a: string, b: string]>;

/** An article's id wherever a tool names it: as a record's id, or as a file's name. */
const ID = /a\d{7}/;

/** One pair a line, parted by a tab: what the peers' programs write. */
export function listedPairs(file: string): Pairs {
  return rows(file).map((row) => row.split('\t') as [string, string]);
}

/**
 * The identical articles and near-copies of this tool's CSV report. It lists a group of identical articles as a star
 * around its first, and compares that one alone with others: what it says of it holds for all of the group.
 */
export function* matchedPairs(file: string): Pairs {
  const matches = rows(file)
    .slice(1)
    .map((row) => {
      const [relation, , a = '', b = ''] = row.split(',');
      return { relation, a: idIn(a), b: idIn(b) };
    });
  const groups = groupsOf(matches);
  const groupOf = (id: string): readonly string[] => groups.get(id) ?? [id];
  for (const group of groups.values()) yield* pairsAmong(group);
  for (const { relation, a, b } of matches) {
    if (relation === 'near-copy') for (const x of groupOf(a)) for (const y of groupOf(b)) yield [x, y];
  }
}

/** The files that a clone of jscpd's JSON report is in. */
export function clonePairs(file: string): Pairs {
  const { duplicates } = JSON.parse(readFileSync(file, 'utf8')) as {
    duplicates: { firstFile: { name: string }; secondFile: { name: string } }[];
  };
  return duplicates.map(({ firstFile, secondFile }) => [idIn(firstFile.name), idIn(secondFile.name)] as const);
}

function pairsAmong(group: readonly string[]): (readonly [string, string])[] {
  return group.flatMap((a, i) => group.slice(i + 1).map((b) => [a, b] as const));
}

function idIn(name: string): string {
  return ID.exec(name)?.[0] ?? name;
}

function rows(file: string): string[] {
  return readFileSync(file, 'utf8').split(/\r?\n/).filter(Boolean);
}
