import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import { countCorpus, mergeStats } from '../../src/fingerprint/corpusStats.ts';
import { readStats, statsText } from '../../src/fingerprint/statsText.ts';
import type { CorpusStats } from '../../src/model/article.ts';

const uint32 = fc.integer({ min: 0, max: 0xffffffff });
const stats: fc.Arbitrary<CorpusStats> = fc
  .record({ entries: fc.array(fc.tuple(uint32, fc.integer({ min: 1, max: 9 }))), lines: fc.array(fc.maxSafeNat()) })
  .map(({ entries, lines }) => ({
    documents: 9,
    documentFrequency: new Map(entries),
    recurringLines: new Set(lines),
  }));

describe('counts as a text', () => {
  it('come back as they were, and are the same text in whatever order they were met', () => {
    fc.assert(
      fc.property(stats, (counted) => {
        const reversed = {
          ...counted,
          documentFrequency: new Map([...counted.documentFrequency].reverse()),
          recurringLines: new Set([...counted.recurringLines].reverse()),
        };
        expect(readStats(statsText(counted))).toEqual(counted);
        expect(statsText(reversed)).toBe(statsText(counted));
      }),
    );
  });

  it('are refused where they are damaged or something else, by a message and nothing worse', () => {
    const text = statsText({ documents: 3, documentFrequency: new Map([[7, 2]]), recurringLines: new Set([5]) });
    for (const [damaged, why] of [
      ['', 'not JSON'],
      ['null', 'no statistics'],
      ['{}', 'no statistics'],
      [text.replace('"dedupeStats": 1', '"dedupeStats": 2'), 'version is 2'],
      [text.replace('"documents": 3', '"documents": 4'), 'damaged'],
      [text.replace('5', '"5"'), 'missing'],
      [text.replace(/"terms": ".*"/, '"terms": "////"'), 'damaged'],
    ] as const) {
      expect(() => readStats(damaged), damaged).toThrow(UsageError);
      expect(() => readStats(damaged), damaged).toThrow(why);
    }
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(() => readStats(json)).toThrow(UsageError);
      }),
    );
  });

  it('merge to what is counted over both', () => {
    const article = (digest: string, ids: number[]) => ({
      fingerprint: { digest, terms: { ids: Uint32Array.from(ids), counts: new Uint16Array(ids.length).fill(1) } },
      lineHashes: new Float64Array(0),
    });
    const [one, two] = [[article('a', [1, 2])], [article('b', [2, 3]), article('c', [3])]];
    expect(mergeStats(countCorpus(one), countCorpus(two))).toEqual(countCorpus([...one, ...two]));
  });
});
