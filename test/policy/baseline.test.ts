import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sketch } from '../../src/fingerprint/sketch.ts';
import type { SkipReason } from '../../src/model/article.ts';
import type { ExplainedMatch, Relation } from '../../src/model/match.ts';
import type { Accepted, Failing, Print, Result } from '../../src/model/result.ts';
import { baselineOf } from '../../src/policy/baseline.ts';
import { acceptedIn, baselineText } from '../../src/policy/baselineText.ts';
import { knownIn } from '../../src/policy/known.ts';
import { markKnown } from '../../src/policy/markKnown.ts';
import { verdictOf } from '../../src/policy/verdict.ts';
import { cluster, match, result, skip } from './results.ts';

const ALL = { failOn: ['identical', 'near-copy', 'excerpt', 'rewrite'], maxDuplicates: 0 } as const;
const nameOf = ({ id }: { readonly id: string }) => id;

/** An article whose words are told by a number. */
function print(id: string, words: number): Print {
  const signature = Uint32Array.from(
    { length: 128 },
    (_, i) => (Math.imul(words * 128 + i + 1, 0x9e3779b1) >>> 11) ^ i,
  );
  return { id, path: id, digest: `digest ${words}`, sketch: sketch(signature) };
}

function found(prints: readonly Print[], matches: readonly ExplainedMatch[]): Result {
  return result([], matches, { prints, compared: prints });
}

/** What of a result is known, where no file is left but those that were read. */
const knownOf = (of: Result, accepted: readonly Accepted[], failOn: readonly Failing[] = ALL.failOn) =>
  knownIn(of, { accepted, nameOf, isThere: () => false }, failOn);
const accept = (of: Result) => baselineOf(of, ALL.failOn, nameOf);
const [A, B, C] = [print('a', 1), print('b', 2), print('c', 3)];

describe('what a baseline accepts', () => {
  const pair = accept(found([A, B], [match('a', 'b')]));

  it('passes as long as it stays', () => {
    const known = knownOf(found([A, B], [match('a', 'b')]), pair);
    expect([known.has('a', 'b'), known.gone]).toEqual([true, []]);
  });

  it('is the same contents under new names', () => {
    const moved = [
      { ...A, id: 'x' },
      { ...B, id: 'y' },
    ];
    expect(knownOf(found(moved, [match('x', 'y')]), pair).has('x', 'y')).toBe(true);
  });

  it('is the same name with most of its contents, and not with others', () => {
    const changed = (places: number): Print => {
      const bytes = Buffer.from(A.sketch, 'base64').map((byte, i) => (i < places ? byte ^ 255 : byte));
      return { ...A, digest: 'edited', sketch: Buffer.from(bytes).toString('base64') };
    };
    const has = (places: number) => knownOf(found([changed(places), B], [match('a', 'b')]), pair).has('a', 'b');
    // Of 64 places, 26 are the 0.4 that it takes.
    expect([has(8), has(38), has(39), has(64)]).toEqual([true, true, false, false]);
  });

  it('is no third copy, whichever of the two it copies and whatever its name', () => {
    for (const id of ['0', 'z']) {
      for (const copied of [A, B]) {
        const matches = [match('a', 'b'), match('a', id), match('b', id)];
        const known = knownOf(found([A, B, { ...copied, id }], matches), pair);
        expect(matches.map(({ a, b }) => known.has(a, b))).toEqual([true, false, false]);
      }
    }
  });

  it('is no other pair of articles that are both known', () => {
    const accepted = accept(found([A, B, C, print('d', 4)], [match('a', 'b'), match('c', 'd')]));
    const all = [A, B, C, print('d', 4)];
    const known = knownOf(found(all, [match('a', 'b'), match('b', 'c'), match('c', 'd')]), accepted);
    expect([known.has('a', 'b'), known.has('b', 'c')]).toEqual([true, false]);
  });

  it('is a cluster as a whole: its articles may come to match each other', () => {
    const star = accept(found([A, B, C], [match('a', 'b'), match('a', 'c')]));
    expect(knownOf(found([A, B, C], [match('b', 'c')]), star).has('b', 'c')).toBe(true);
  });

  it('is an excerpt between its two articles, and joins nothing', () => {
    const matches = [match('a', 'c', 'excerpt'), match('b', 'c', 'excerpt')];
    const known = knownOf(found([A, B, C], [...matches, match('a', 'b')]), accept(found([A, B, C], matches)));
    expect([known.has('a', 'c'), known.has('b', 'c'), known.has('a', 'b')]).toEqual([true, true, false]);
  });

  it('is gone when one of the two is, or when they match no more', () => {
    expect(knownOf(found([A, C], [match('a', 'c')]), pair).gone).toEqual(pair);
    expect(knownOf(found([], []), pair).gone).toEqual(pair);
    const excerpt = accept(found([A, B], [match('a', 'b', 'excerpt')]));
    const others = [match('a', 'c'), match('b', 'd')];
    expect(knownOf(found([A, B, C, print('d', 4)], others), excerpt).gone).toEqual(excerpt);
  });

  it('is not gone where the run did not look for it: a file left out, a relation, a part of the whole', () => {
    const alone = found([A, C], [match('a', 'c')]);
    const there = knownIn(alone, { accepted: pair, nameOf, isThere: (name) => name === 'b' }, ALL.failOn);
    expect([there.gone, there.others]).toEqual([[], pair]);
    const apart = { ...found([], []), compared: [A, B] };
    expect(knownOf(apart, pair).gone).toEqual(pair);
    const settings = { ...apart.settings, relations: ['identical'] as const };
    expect(knownOf({ ...apart, settings }, pair).gone).toEqual([]);
    expect(knownOf({ ...apart, scope: { articles: ['c'] } }, pair).gone).toEqual([]);
  });

  it('is gone where the run read what is no article any more, and not where it could not read it', () => {
    const skipped = (reason: SkipReason, path = 'b') => ({ ...found([A], []), skipped: [skip(path, reason)] });
    const gone = (of: Result) => knownIn(of, { accepted: pair, nameOf, isThere: () => true }, ALL.failOn).gone.length;
    expect(gone(skipped('too-short'))).toBe(1);
    expect(gone(skipped('unreadable'))).toBe(0);
  });

  it('is gone with a record of a container that was read, unless other records of it could not be', () => {
    const record = (id: string) => ({ ...A, id, path: 'x.jsonl' });
    const accepted = accept(found([record('x.jsonl#1'), { ...B, id: 'x.jsonl#2' }], [match('x.jsonl#1', 'x.jsonl#2')]));
    const now = found([record('x.jsonl#1'), record('x.jsonl#3')], []);
    const gone = (of: Result) =>
      knownIn(of, { accepted, nameOf, isThere: (name) => name === 'x.jsonl' }, ALL.failOn).gone.length;
    expect(gone(now)).toBe(1);
    expect(gone({ ...now, skipped: [skip('x.jsonl#L2', 'bad-record')] })).toBe(0);
  });

  it('stays beside the findings of a run that fails on less, by its present names', () => {
    const both = found([A, B, C, print('d', 4)], [match('a', 'b', 'identical'), match('c', 'd')]);
    const moved = found([A, B, { ...C, id: 'e' }, print('d', 4)], [match('a', 'b', 'identical'), match('d', 'e')]);
    const { others, gone } = knownOf(moved, accept(both), ['identical']);
    expect(gone).toEqual([]);
    expect(others.map(({ articles }) => articles.map(({ name }) => name))).toEqual([['e', 'd']]);
  });

  it('leaves out what the check passes anyway', () => {
    const both = found([A, B, C], [match('a', 'b', 'near-copy', { template: true }), match('a', 'c', 'rewrite')]);
    expect(baselineOf(both, ['rewrite'], nameOf).map(({ relation }) => relation)).toEqual(['rewrite']);
    expect(baselineOf(both, ['template'], nameOf).map(({ relation }) => relation)).toEqual(['near-copy']);
  });

  it('takes one entry less than a cluster has articles, however many pairs match', () => {
    const many = Array.from({ length: 20 }, (_, i) => print(String(i).padStart(2, '0'), i));
    const matches = many.flatMap((x, i) => many.slice(i + 1).map((y) => match(x.id, y.id)));
    expect(accept(found(many, matches))).toHaveLength(19);
  });
});

describe('laws', () => {
  const relation = fc.constantFrom<Relation>('identical', 'near-copy', 'excerpt', 'rewrite');
  const edge = fc.record({ i: fc.nat(9), j: fc.nat(9), relation, bridge: fc.boolean() });
  /** Ten articles, some with the same words, and any matches between them. */
  const results = fc
    .tuple(fc.array(fc.nat(6), { minLength: 10, maxLength: 10 }), fc.array(edge, { maxLength: 15 }))
    .map(([words, edges]) => {
      const prints = words.map((word, i) => print(`n${i}`, word));
      const matches = edges
        .filter(({ i, j }) => i < j)
        .map(({ i, j, relation: of, bridge }) =>
          match(`n${i}`, `n${j}`, of, bridge && of !== 'excerpt' ? { bridge } : {}),
        );
      return found(prints, matches);
    });

  it('what was accepted passes, and nothing of it is gone, in any order of the entries and after a merge with itself', () => {
    fc.assert(
      fc.property(results, (of) => {
        const text = baselineText(accept(of));
        const accepted = acceptedIn(text, 'x');
        for (const entries of [accepted, accepted.toReversed(), [...accepted, ...accepted]]) {
          const known = knownOf(of, entries);
          expect(known.gone).toEqual([]);
          expect(verdictOf(of, ALL, known).passes).toBe(true);
        }
        expect(baselineText(accepted.toReversed())).toBe(text);
      }),
    );
  });

  it('one more copy of an article is never known', () => {
    fc.assert(
      fc.property(results, fc.nat(9), (of, i) => {
        const original = of.prints[i] as Print;
        const copy = { ...original, id: 'copy' };
        const matches = [...of.matches, match('copy', original.id, 'identical')];
        const known = knownOf(found([...of.prints, copy], matches), accept(of));
        expect(known.has('copy', original.id)).toBe(false);
      }),
    );
  });
});

describe('the marks in a result', () => {
  it('are on matches and clusters that are accepted as they are; the verdict counts the others', () => {
    const before = found([A, B], [match('a', 'b', 'identical')]);
    // One more identical article that comes first: the star of pairs is then around that one.
    const now = result(
      [cluster('0', 'a', 'b'), cluster('c', 'd')],
      [match('0', 'a', 'identical'), match('0', 'b', 'identical'), match('c', 'd')],
      { prints: [{ ...A, id: '0' }, A, B, C, print('d', 4)] },
    );
    const accepted = [...accept(before), ...accept(found([C, print('d', 4)], [match('c', 'd')]))];
    const known = knownOf(now, accepted);
    const marked = markKnown(now, known, 'base.json');
    expect(marked.baseline).toEqual({
      from: 'base.json',
      known: 2,
      gone: 0,
      groups: [
        ['a', 'b'],
        ['c', 'd'],
      ],
    });
    expect(marked.matches.map((each) => each.known)).toEqual([undefined, undefined, true]);
    expect(marked.clusters.map((each) => each.known)).toEqual([undefined, true]);
    expect(verdictOf(marked, ALL, known)).toMatchObject({ duplicates: 1, clusters: 1 });
  });
});

describe('the text of a baseline', () => {
  const accepted = accept(found([A, B, C], [match('a', 'b'), match('b', 'c', 'rewrite', { bridge: true })]));
  const text = baselineText(accepted);

  it('has an entry a line, sorted, each ending in a comma', () => {
    const lines = text.split('\n').filter((line) => line.startsWith('{"'));
    expect(lines).toHaveLength(2);
    expect(lines).toEqual([...lines].sort());
    for (const line of lines) expect(JSON.parse(line.replace(/,$/, ''))).toHaveProperty('digests');
    expect(text.endsWith('},\nnull\n]\n}\n')).toBe(true);
  });

  it('can be read with a byte order mark, other line ends, and lines twice', () => {
    const line = text.split('\n')[4] as string;
    expect(acceptedIn(`\uFEFF${text.replaceAll('\n', '\r\n')}`, 'x')).toEqual(acceptedIn(text, 'x'));
    expect(acceptedIn(text.replace(line, `${line}\n${line}`), 'x')).toHaveLength(3);
  });

  it.each([
    [text.replace('"version": 1', '"version": 2'), /of version 2, and this dedupe knows 1/],
    [
      text.replace('null', '<<<<<<< HEAD\n=======\n>>>>>>> topic\nnull'),
      /merge conflict in line 7: keep the lines of both/,
    ],
    [
      text.slice(0, 150),
      /'x' is no JSON .*If it was one, restore it; else name another file, which --update-baseline writes\.$/,
    ],
    ['', /is no JSON/],
    ['[]', /is no baseline of dedupe/],
    ['{"version": 1}', /is no baseline of dedupe/],
    ['{"version": "1", "accepted": []}', /is no baseline of dedupe/],
    [text.replace('"relation":"rewrite"', '"relation":"toString"'), /Entry \d of the baseline 'x' is broken/],
    [text.replace('"names":["', '"names":[["'), /is no JSON|is broken/],
    ['{"version": 1, "accepted": [3]}', /Entry 1 of the baseline 'x' is broken/],
  ])('is refused where it is none (%#)', (broken, message) => {
    expect(() => acceptedIn(broken, 'x')).toThrow(message);
  });
});
