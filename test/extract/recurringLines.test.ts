import { describe, expect, it } from 'vitest';
import type { LinesOfArticle } from '../../src/extract/recurringLines.ts';
import { recurringLines } from '../../src/extract/recurringLines.ts';

/** A seeded generator (mulberry32), so that every run sees the same articles. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

/** A line of so many terms out of a vocabulary; its hash stands for its wording. */
interface Line {
  readonly hash: number;
  readonly terms: readonly number[];
}
function line(next: () => number, size: number, vocabulary: number, offset = 0): Line {
  const terms = Array.from({ length: size }, () => offset + Math.floor(next() * vocabulary));
  return { hash: Math.floor(next() * 2 ** 50), terms };
}

function article(lines: readonly Line[]): LinesOfArticle {
  const ids = [...new Set(lines.flatMap(({ terms }) => terms))].sort((a, b) => a - b);
  return {
    lineHashes: Float64Array.from(lines, ({ hash }) => hash),
    fingerprint: {
      digest: lines.map(({ hash }) => hash.toString(16)).join('-'),
      terms: { ids: Uint32Array.from(ids), counts: new Uint16Array(ids.length).fill(1) },
    },
  };
}

const next = random(1);
const story = (offset: number) => Array.from({ length: 8 }, () => line(next, 20, 150, offset));
/** An article on a subject of its own: its terms come from a large vocabulary. */
const unrelated = (size: number) => Array.from({ length: size }, () => line(next, 12, 5000));
const footer = Array.from({ length: 6 }, () => line(next, 25, 300, 100_000));

describe('recurring lines', () => {
  it('are the long licence footer of a hundred short articles', () => {
    const articles = Array.from({ length: 100 }, () => article([...unrelated(2), ...footer]));
    expect(recurringLines(articles)).toEqual(new Set(footer.map(({ hash }) => hash)));
  });

  it('are not the lines of fifty copies', () => {
    const copy = article(story(10_000));
    expect(recurringLines(Array.from({ length: 50 }, () => copy)).size).toBe(0);
  });

  it('are not the lines of fifty copies that were edited, each in other places', () => {
    const original = story(10_000);
    const copies = Array.from({ length: 50 }, () =>
      article(
        original.map(({ hash, terms }) =>
          next() < 0.4 ? { hash: hash + 1 + next(), terms: [...terms.slice(1), 7] } : { hash, terms },
        ),
      ),
    );
    expect(recurringLines(copies).size).toBe(0);
  });

  it('are not the lines of six copies that each have a sentence of their own', () => {
    const original = story(10_000);
    const copies = Array.from({ length: 6 }, () => article([...original, line(next, 12, 5000)]));
    expect(recurringLines(copies).size).toBe(0);
  });

  it('are not the lines of sixty copies in which eight words were replaced, each by any other', () => {
    const original = story(10_000);
    const copies = Array.from({ length: 60 }, () => {
      const lines = original.map(({ hash, terms }) => ({ hash, terms: [...terms] }));
      for (let i = 0; i < 8; i++) {
        const edited = lines[Math.floor(next() * lines.length)] as { hash: number; terms: number[] };
        edited.hash = next() * 2 ** 50;
        edited.terms[Math.floor(next() * edited.terms.length)] = Math.floor(next() * 5000);
      }
      return article(lines);
    });
    expect(recurringLines(copies).size).toBe(0);
  });

  it('are not the paragraphs that twenty tellings of one report share', () => {
    const shared = story(10_000).slice(0, 3);
    const tellings = Array.from({ length: 20 }, () => article([...shared, ...story(10_000).slice(3)]));
    expect(recurringLines(tellings).size).toBe(0);
  });

  it('are found among copies too: the footer goes, the copied story stays', () => {
    const original = story(10_000);
    const copies = Array.from({ length: 30 }, (_, i) =>
      article([{ ...line(next, 5, 100, 10_000), hash: i }, ...original, ...footer]),
    );
    const others = Array.from({ length: 12 }, () => article([...unrelated(6), ...footer]));
    expect(recurringLines([...copies, ...others])).toEqual(new Set(footer.map(({ hash }) => hash)));
  });

  it('need five unrelated articles', () => {
    const articles = Array.from({ length: 5 }, () => article([...unrelated(6), ...footer]));
    expect(recurringLines(articles).size).toBe(footer.length);
    expect(recurringLines(articles.slice(1)).size).toBe(0);
  });

  it('do not depend on the order of the articles', () => {
    const articles = Array.from({ length: 40 }, () =>
      article([...unrelated(4), ...footer.slice(0, 1 + Math.floor(next() * 5))]),
    );
    expect(recurringLines([...articles].reverse())).toEqual(recurringLines(articles));
  });
});
