import { readFileSync } from 'node:fs';
import { type Collection, idOf } from './articles.ts';
import { TOKENIZATIONS, type Tokenization } from './tokenizations.ts';
import { writeLines } from './writeCollection.ts';

const NAMES = Object.keys(TOKENIZATIONS) as readonly Tokenization[];

/** Pairs less alike than this, by every tokenization, are not listed. */
const LEAST = 0.3;

/** A pair of articles and its exact Jaccard similarity by each tokenization. */
export interface AlikePair extends Readonly<Record<Tokenization, number>> {
  readonly a: string;
  readonly b: string;
}

/** All pairs of one family that are alike: each compared with each, set by set. */
export function* alikePairs({ families, text }: Collection): Generator<AlikePair> {
  for (const family of families()) {
    const members = family.map((index) => ({ id: idOf(index), sets: setsOf(text(index)) }));
    for (const [i, x] of members.entries()) {
      for (const y of members.slice(i + 1)) {
        const similarities = NAMES.map((name) => [name, jaccard(x.sets[name], y.sets[name])] as const);
        if (similarities.every(([, value]) => value < LEAST)) continue;
        yield { a: x.id, b: y.id, ...(Object.fromEntries(similarities) as Record<Tokenization, number>) };
      }
    }
  }
}

/** Writes the pairs, one a line. */
export function writeTruth(collection: Collection, file: string): void {
  const head = ['a', 'b', ...NAMES].join('\t');
  const rows = Array.from(alikePairs(collection), (pair) =>
    [pair.a, pair.b, ...NAMES.map((name) => pair[name])].join('\t'),
  );
  writeLines(file, rows.length + 1, (line) => (line === 0 ? head : (rows[line - 1] as string)));
}

export function readTruth(file: string): AlikePair[] {
  const [, ...rows] = readFileSync(file, 'utf8').trimEnd().split('\n');
  return rows.map((row) => {
    const [a = '', b = '', ...values] = row.split('\t');
    const similarities = Object.fromEntries(NAMES.map((name, i) => [name, Number(values[i])]));
    return { a, b, ...(similarities as Record<Tokenization, number>) };
  });
}

type Shingles = ReadonlySet<string | number>;

function setsOf(text: string): Record<Tokenization, Shingles> {
  return Object.fromEntries(NAMES.map((name) => [name, TOKENIZATIONS[name](text)])) as Record<Tokenization, Shingles>;
}

/** By the definition, without the code that is judged by it. */
function jaccard(x: Shingles, y: Shingles): number {
  let common = 0;
  for (const member of x) if (y.has(member)) common++;
  return common / (x.size + y.size - common);
}
