import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copiesIn, takeApart } from '../../src/match/apart.ts';
import { identicalMatch } from '../../src/match/identicalPairs.ts';
import type { Known } from '../../src/match/known.ts';
import { suppress } from '../../src/match/suppress.ts';
import type { Fingerprint } from '../../src/model/article.ts';
import type { Match, Suppression } from '../../src/model/match.ts';

const SAID: Suppression = { by: 'front-matter', article: 'x', field: 'duplicate_of', target: 'y' };

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const keyOf = (a: string, b: string) => [a, b].sort().join(' ');
const somePairs = fc
  .uniqueArray(fc.tuple(fc.nat(6), fc.nat(6)), { maxLength: 21 })
  .map(
    (pairs) => new Set(pairs.filter(([i, j]) => i !== j).map(([i, j]) => keyOf(ids[i] as string, ids[j] as string))),
  );

/** The parts into which pairs join the articles, by the slowest way there is: until nothing changes. */
function joined(articles: readonly string[], isJoined: (a: string, b: string) => boolean): string[][] {
  const part = new Map(articles.map((id) => [id, id]));
  for (let changed = true; changed; ) {
    changed = false;
    for (const a of articles) {
      for (const b of articles) {
        if (a === b || !isJoined(a, b) || part.get(a) === part.get(b)) continue;
        const [from, to] = [part.get(b) as string, part.get(a) as string];
        for (const id of articles) if (part.get(id) === from) part.set(id, to);
        changed = true;
      }
    }
  }
  return [...new Set(part.values())].map((name) => articles.filter((id) => part.get(id) === name)).sort();
}

const sorted = (parts: readonly (readonly string[])[]) => parts.map((part) => [...part].sort()).sort();

describe('a group of identical articles, of which some pairs are known', () => {
  it('stays together exactly where pairs that are not known hold it, with as few pairs as that takes', () => {
    fc.assert(
      fc.property(somePairs, (known) => {
        const { parts, joints, known: told } = takeApart(ids, (a, b) => (known.has(keyOf(a, b)) ? SAID : null));
        expect(sorted(parts)).toEqual(joined(ids, (a, b) => !known.has(keyOf(a, b))));
        const pairs = new Set(joints.map(([a, b]) => keyOf(a, b)));
        expect(sorted(parts)).toEqual(joined(ids, (a, b) => pairs.has(keyOf(a, b))));
        expect(joints).toHaveLength(ids.length - parts.length);
        for (const pair of pairs) expect(known.has(pair)).toBe(false);
        for (const { a, b } of told) expect(known.has(keyOf(a, b))).toBe(true);
      }),
    );
  });
});

describe('articles of one kind', () => {
  const kindOf = (id: string) => 'xxyyzzz'[ids.indexOf(id)] as string;
  const someKinds = fc
    .uniqueArray(fc.constantFrom<string[]>('x x', 'x y', 'x z', 'y y', 'y z', 'z z'))
    .map((all) => new Set(all));

  it('are taken apart as each by itself would be, by few questions', () => {
    fc.assert(
      fc.property(someKinds, fc.shuffledSubarray(ids, { minLength: 1 }), (known, some) => {
        const group = [...some].sort();
        const isKnown = (a: string, b: string) => known.has(keyOf(kindOf(a), kindOf(b)));
        const between = (a: string, b: string) => (isKnown(a, b) ? SAID : null);
        const { parts, joints, known: told } = takeApart(group, between, kindOf);
        expect(sorted(parts)).toEqual(joined(group, (a, b) => !isKnown(a, b)));
        const pairs = new Set(joints.map(([a, b]) => keyOf(a, b)));
        expect(sorted(parts)).toEqual(joined(group, (a, b) => pairs.has(keyOf(a, b))));
        expect(joints).toHaveLength(group.length - parts.length);
        for (const [a, b] of joints) expect(isKnown(a, b)).toBe(false);
        for (const { a, b } of told) expect(isKnown(a, b)).toBe(true);
      }),
    );
    let asked = 0;
    const many = Array.from({ length: 4000 }, (_, i) => String(i));
    const { parts } = takeApart(
      many,
      () => {
        asked++;
        return SAID;
      },
      () => 'one',
    );
    expect(parts).toHaveLength(many.length);
    expect(asked).toBeLessThan(3 * many.length);
  });
});

describe('identical articles that name their originals', () => {
  const copies = (links: Record<string, string[]>) =>
    copiesIn(ids, (id) => [{ suppression: SAID, originals: links[id] ?? [] }]).map(({ a, b }) => `${a} ${b}`);

  it('go by these, through any number of others', () => {
    expect(copies({ a: ['b'], b: ['c'] })).toEqual(['a b', 'b c']);
    expect(copies({ c: ['b'], b: ['a'], d: ['c', 'elsewhere'] })).toEqual(['b a', 'c b', 'd c']);
  });

  it('never all go', () => {
    expect(copies({ a: ['b'], b: ['a'] })).toEqual(['a b']);
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...ids), fc.array(fc.constantFrom(...ids))), (links) => {
        const gone = new Set(
          copiesIn(ids, (id) => [{ suppression: SAID, originals: links[id] ?? [] }]).map(({ a }) => a),
        );
        expect(gone.size).toBeLessThan(ids.length);
      }),
    );
  });
});

const article = (id: string) => ({ source: { id, path: id, format: 'text' } }) as Fingerprint;
const match = (a: string, b: string): Match => ({
  a,
  b,
  relation: 'near-copy',
  score: 0.5,
  similarity: { jaccard: 0.5, containmentOfA: 0.6, containmentOfB: 0.6, rewrite: null },
});
const knowing = (...pairs: string[]): Known => ({
  between: (a, b) => (pairs.includes(keyOf(a, b)) ? SAID : null),
  declaredBy: () => [],
  kindOf: (id) => id,
  declarations: [],
  rules: [],
  isNone: false,
});
const twins = [identicalMatch(article('a'), article('b')), match('a', 'x')];
const sift = async (known: Known) => {
  const judged: string[] = [];
  const { matches, suppressed } = await suppress(twins, ['a', 'b', 'x'].map(article), known, async (a, b) => {
    judged.push(keyOf(a, b));
    return match(a, b);
  });
  return {
    left: matches.map(({ a, b }) => keyOf(a, b)),
    known: suppressed.map(({ a, b }) => keyOf(a, b)),
    judged,
  };
};

describe('a match of the first of a group stands for all of it', () => {
  it('goes if all its pairs are known, and not before', async () => {
    expect(await sift(knowing('a x', 'b x'))).toEqual({ left: ['a b'], known: ['a x'], judged: [] });
    expect(await sift(knowing('b x'))).toEqual({ left: ['a b', 'a x'], known: [], judged: [] });
  });

  it('is told of another that nobody named', async () => {
    expect(await sift(knowing('a x'))).toEqual({ left: ['a b', 'b x'], known: [], judged: ['b x'] });
  });

  it('is told of each part of the group, once the group is taken apart', async () => {
    expect(await sift(knowing('a b'))).toEqual({ left: ['a x', 'b x'], known: ['a b'], judged: ['b x'] });
    expect(await sift(knowing('a b', 'a x'))).toEqual({ left: ['b x'], known: ['a b', 'a x'], judged: ['b x'] });
  });
});
