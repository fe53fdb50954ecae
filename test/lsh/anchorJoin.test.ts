import fc from 'fast-check';
import { expect, test } from 'vitest';
import { containment } from '../../src/fingerprint/jaccard.ts';
import { shingleSequence, shingleSet } from '../../src/fingerprint/shingles.ts';
import { WITNESS_WORDS, winnow } from '../../src/fingerprint/winnow.ts';
import { anchorJoin } from '../../src/lsh/anchorJoin.ts';
import { bruteForce } from './sets.ts';

function article(words: readonly number[]) {
  const sequence = shingleSequence(Uint32Array.from(words));
  return { words, shingles: shingleSet(sequence), anchors: winnow(sequence) };
}

type Sketch = ReturnType<typeof article>;

const bySize = (articles: readonly Sketch[]) => [...articles].sort((a, b) => b.shingles.length - a.shingles.length);

const join = (articles: readonly Sketch[]) =>
  anchorJoin(
    articles.map(({ anchors }) => anchors),
    (i) => (articles[i] as Sketch).shingles,
    0.5,
    () => false,
  );

/** Whether two texts have `WITNESS_WORDS` words in a row in common. */
function shareRun(a: readonly number[], b: readonly number[]): boolean {
  const runs = new Set<string>();
  for (let i = 0; i + WITNESS_WORDS <= a.length; i++) runs.add(a.slice(i, i + WITNESS_WORDS).join());
  for (let i = 0; i + WITNESS_WORDS <= b.length; i++) if (runs.has(b.slice(i, i + WITNESS_WORDS).join())) return true;
  return false;
}

const words = (from: number, size: number) => Array.from({ length: size }, (_, i) => from + i);
const passage = fc
  .record({ from: fc.integer({ min: 0, max: 120 }), size: fc.integer({ min: 10, max: 60 }) })
  .map(({ from, size }) => words(from, size));
const articles = fc
  .array(
    fc.array(passage, { maxLength: 4 }).map((passages) => article(passages.flat())),
    { maxLength: 20 },
  )
  .map(bySize);

test('every pair with 30 words in a row and half of the smaller one in common is found, and none with less than half of anchors and all', () => {
  fc.assert(
    fc.property(articles, (given) => {
      const share = (a: number, b: number) => containment((given[b] as Sketch).shingles, (given[a] as Sketch).shingles);
      const found = new Set(join(given).pairs.map(({ a, b }) => `${a} ${b}`));
      for (const { a, b } of bruteForce(given.length, (a, b) => share(a, b) >= 0.5)) {
        if (shareRun((given[a] as Sketch).words, (given[b] as Sketch).words)) expect(found).toContain(`${a} ${b}`);
      }
      for (const pair of found) {
        const [a, b] = pair.split(' ').map(Number);
        const ofAnchors = containment((given[b as number] as Sketch).anchors, (given[a as number] as Sketch).anchors);
        expect(Math.max(share(a as number, b as number), ofAnchors)).toBeGreaterThanOrEqual(0.5);
      }
    }),
    { numRuns: 300 },
  );
});

test('excerpts are found among thousands of articles that share a standing paragraph', () => {
  const standing = words(0, 60);
  const given = bySize([
    ...Array.from({ length: 3000 }, (_, i) => article([...words(1000 * (i + 1), 100), ...standing])),
    article([...words(5000, 70), ...standing]),
  ]);
  // The last is 70 of the 100 words of its own that one of the others has; all others share 56 shingles of 156.
  const { pairs, complete } = join(given);
  expect(complete).toBe(true);
  expect(pairs).toEqual([{ a: 4, b: 3000 }]);
});

test('articles of fewer words than a witness pair with nothing', () => {
  const short = article(words(0, WITNESS_WORDS - 1));
  expect(join([short, short]).pairs).toEqual([]);
});
