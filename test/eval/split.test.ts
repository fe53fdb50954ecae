import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { components } from '../../scripts/eval/components.ts';
import type { RawCorpus } from '../../scripts/eval/read.ts';
import { cachedSplit, split } from '../../scripts/eval/split.ts';

/** A text of its own: no two tell-tale numbers share a word. */
function text(number: number, words = 60): string {
  return Array.from({ length: words }, (_, i) => `w${number}x${i}`).join(' ');
}

function corpus(name: string, texts: readonly string[], rest: Partial<RawCorpus> = {}): RawCorpus {
  return { name, docs: texts.map((own, i) => ({ id: `d${i}`, text: own })), pairs: [], ...rest };
}

test('documents without anything in common are components of their own', () => {
  const found = components([corpus('one', [text(1), text(2)]), corpus('two', [text(3)])]);
  expect(Object.fromEntries(found)).toEqual({ 'one:d0': 'one:d0', 'one:d1': 'one:d1', 'two:d0': 'two:d0' });
});

test('a fifth of the shorter text in common joins documents of two corpora', () => {
  const shared = text(1, 30);
  const long = `${text(2, 300)} ${shared}`;
  const found = components([corpus('one', [long]), corpus('two', [`${shared} ${text(3, 70)}`])]);
  expect(found.get('two:d0')).toBe('one:d0');
});

test('less than a fifth does not join', () => {
  const shared = text(1, 20);
  const found = components([
    corpus('one', [`${text(2, 100)} ${shared}`]),
    corpus('two', [`${shared} ${text(3, 100)}`]),
  ]);
  expect(found.get('two:d0')).toBe('two:d0');
});

test('a template that more than fifty documents share joins none of them', () => {
  const found = components([
    corpus(
      'forms',
      Array.from({ length: 60 }, (_, i) => `${text(1000, 30)} ${text(i, 10)}`),
    ),
  ]);
  expect(new Set(found.values()).size).toBe(60);
});

test('labelled pairs and groups join, and chain', () => {
  const grouped = corpus('one', [], {
    docs: [
      { id: 'a', text: text(1), group: 'g' },
      { id: 'b', text: text(2), group: 'g' },
      { id: 'c', text: text(3) },
      { id: 'd', text: text(4) },
    ],
    pairs: [{ a: 'b', b: 'c', label: 'x', expect: 'not' }],
  });
  const found = components([grouped]);
  expect([...found.values()]).toEqual(['one:a', 'one:a', 'one:a', 'one:d']);
});

test('Chinese texts are joined by characters', () => {
  const shared = '今天上午市政府宣布新建图书馆将于明年春天开工预计两年后向全体市民开放';
  const found = components([corpus('one', [`${shared}工程费用由省里承担`]), corpus('two', [`记者获悉${shared}`])]);
  expect(found.get('two:d0')).toBe('one:d0');
});

test('a component is never parted, and the order of the corpora does not matter', () => {
  const one = corpus(
    'one',
    Array.from({ length: 40 }, (_, i) => text(i)),
  );
  const two = corpus(
    'two',
    Array.from({ length: 40 }, (_, i) => `${text(i)} more`),
  );
  const parts = split([one, two]);
  for (let i = 0; i < 40; i++) expect(parts[`two:d${i}`]).toBe(parts[`one:d${i}`]);
  expect(new Set(Object.values(parts))).toEqual(new Set(['tune', 'report']));
  expect(split([two, one])).toEqual(parts);
});

test('the cache is made anew when the corpora change', () => {
  const folder = mkdtempSync(join(tmpdir(), 'split-'));
  try {
    const cache = join(folder, 'split.json');
    cachedSplit([corpus('one', [text(1)])], cache);
    const first = readFileSync(cache, 'utf8');
    cachedSplit([corpus('one', [text(1)])], cache);
    expect(readFileSync(cache, 'utf8')).toBe(first);
    const partOf = cachedSplit([corpus('one', [text(1), text(2)])], cache);
    expect(['tune', 'report']).toContain(partOf('one', 'd1'));
    expect(() => partOf('one', 'd2')).toThrow('no document d2 in one');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
