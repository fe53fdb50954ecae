import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { accuracy } from '../../scripts/bench/accuracy.ts';
import { clonePairs, listedPairs, matchedPairs } from '../../scripts/bench/found.ts';
import type { AlikePair } from '../../scripts/bench/truth.ts';
import { scratch } from '../scratch.ts';

function alike(a: string, b: string, words: number, spaced: number): AlikePair {
  return { a, b, words, spaced, punctuated: 0, nonWord: 0 };
}

const truth = [alike('a', 'b', 0.9, 0.7), alike('a', 'c', 0.8, 0.85), alike('b', 'c', 0.79, 0.9)];

test('recall and precision are shares of the pairs that are alike by the words of the tool that is judged', () => {
  const found = [
    ['b', 'a'],
    ['a', 'b'],
    ['b', 'c'],
    ['x', 'y'],
    ['a', 'a'],
  ] as const;
  expect(accuracy(found, truth, 'words', 0.8)).toEqual({ pairs: 2, recall: 1 / 2, precision: 1 / 3 });
  expect(accuracy(found, truth, 'spaced', 0.8)).toEqual({ pairs: 2, recall: 1 / 2, precision: 1 / 3 });
  expect(accuracy(found, truth, 'spaced', 0.9)).toEqual({ pairs: 1, recall: 1, precision: 1 / 3 });
});

test('who finds nothing says nothing wrong, and where nothing is alike nothing is missed', () => {
  expect(accuracy([], truth, 'words', 0.8)).toEqual({ pairs: 2, recall: 0, precision: 1 });
  expect(accuracy([], truth, 'words', 0.95)).toEqual({ pairs: 0, recall: 1, precision: 1 });
});

test('identical articles share what is said of the first of them; excerpts and rewrites are no near-copies', () => {
  const folder = scratch({
    'found.csv': `relation,score,a,b
identical,1,n.jsonl#a0000001,n.jsonl#a0000002
identical,1,n.jsonl#a0000001,n.jsonl#a0000003
near-copy,0.9,n.jsonl#a0000001,n.jsonl#a0000009
near-copy,0.9,n.jsonl#a0000007,n.jsonl#a0000008
excerpt,0.9,n.jsonl#a0000007,n.jsonl#a0000009
rewrite,0.9,n.jsonl#a0000006,n.jsonl#a0000009
`.replaceAll('\n', '\r\n'),
  });
  const pairs = Array.from(matchedPairs(join(folder, 'found.csv')), ([a, b]) => `${a.slice(-1)}${b.slice(-1)}`);
  expect(pairs).toEqual(['12', '13', '23', '19', '29', '39', '78']);
});

test("the peers' pairs are read from a list of ids, and from the names of files", () => {
  const folder = scratch();
  writeFileSync(join(folder, 'list'), 'a0000001\ta0000002\n');
  expect([...listedPairs(join(folder, 'list'))]).toEqual([['a0000001', 'a0000002']]);
  const duplicates = [{ firstFile: { name: '0/a0000004.txt' }, secondFile: { name: '0/a0000005.txt' } }];
  writeFileSync(join(folder, 'clones.json'), JSON.stringify({ duplicates }));
  expect([...clonePairs(join(folder, 'clones.json'))]).toEqual([['a0000004', 'a0000005']]);
});
