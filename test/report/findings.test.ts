import { describe, expect, it } from 'vitest';
import type { ExplainedMatch } from '../../src/model/match.ts';
import type { Result } from '../../src/model/result.ts';
import { findingsIn, findingsOfPair } from '../../src/report/findings.ts';
import { fileOf, placesOf } from '../../src/report/places.ts';
import { bridgeCluster, matches, newsroom } from './newsroom.ts';
import { quote, resultOf } from './sample.ts';

const pairs = (result: typeof newsroom) =>
  findingsIn(result).findings.map(({ rule, match }) => [rule, match.a, match.b]);

describe('what is pointed at', () => {
  it('is the article that does not stand for its cluster, and of an excerpt the one that is held', () => {
    expect(pairs(newsroom)).toEqual([
      ['identical', 'archive/bridge-copy.txt', 'wire/harbour-bridge.txt'],
      ['near-copy', 'desk/bridge-diary.md', 'wire/harbour-bridge.txt'],
      ['rewrite', 'desk/neighbours-stand-together.md', 'wire/varlund-oster-pact.txt'],
      ['near-copy', 'site/news/harbour-bridge.md', 'wire/harbour-bridge.txt'],
      ['identical', 'site/print/harbour-bridge.html', 'site/news/harbour-bridge.md'],
      ['template', 'wire/dividend-brix.txt', 'wire/dividend-arlo.txt'],
      ['excerpt', 'wire/lynx.txt', 'site/week-in-brief.md'],
    ]);
  });

  it('is the article that the run is about, where it is about some only: a representative, a holder of an excerpt', () => {
    const scope = { articles: ['site/week-in-brief.md', 'wire/varlund-oster-pact.txt'] };
    const about = pairs({ ...newsroom, scope });
    expect(about).toContainEqual(['excerpt', 'site/week-in-brief.md', 'wire/lynx.txt']);
    expect(about).toContainEqual(['rewrite', 'wire/varlund-oster-pact.txt', 'desk/neighbours-stand-together.md']);
  });

  it('is what could not be read of what the run is about, and not of the archive', () => {
    const [ours, theirs] = ['new.bin', 'archive/old.bin'].map((path) => {
      return { path, reason: 'binary', detail: 'no text' } as const;
    });
    const run = { ...newsroom, skipped: [theirs, ours] as Result['skipped'] };
    expect(findingsIn({ ...run, scope: { articles: ['new.bin'] } }).skipped).toEqual([ours]);
    expect(findingsIn(run).skipped).toEqual([theirs, ours]);
  });

  it('is a member of a cluster once, not for each other member', () => {
    const [a, b] = ['archive/bridge-copy.txt', 'site/news/harbour-bridge.md'];
    const between: ExplainedMatch = { ...matches.nearCopy, a, b };
    expect(pairs({ ...newsroom, matches: [...newsroom.matches, between] })).toEqual(pairs(newsroom));
  });

  it('is a pair of members after all, if their matches with the representative are not told', () => {
    const [a, b] = ['archive/bridge-copy.txt', 'site/news/harbour-bridge.md'];
    expect(pairs(resultOf([bridgeCluster], [{ ...matches.nearCopy, a, b }]))).toEqual([['near-copy', b, a]]);
  });

  it('is a new pair of members whose matches with the representative the baseline accepts', () => {
    const [a, b] = ['archive/bridge-copy.txt', 'site/news/harbour-bridge.md'];
    const between: ExplainedMatch = { ...matches.nearCopy, a, b };
    const known = newsroom.matches.map((match): ExplainedMatch => ({ ...match, known: true }));
    expect(pairs({ ...newsroom, matches: [...known, between] })).toContainEqual(['near-copy', b, a]);
    expect(pairs({ ...newsroom, matches: [...known, { ...between, known: true }] })).toEqual(pairs(newsroom));
  });

  it('is the second article of a comparison', () => {
    const [finding] = findingsOfPair({ match: matches.rewrite }).findings;
    expect([finding?.match.a, finding?.match.b]).toEqual([matches.rewrite.b, matches.rewrite.a]);
  });

  it('begins with the first lines of the article that are in the other, unchanged ones too', () => {
    const a = { path: 'a.txt', text: 'New.\n\nOld one.\n\nOld two.' };
    const b = { path: 'b.txt', text: 'Old one.\n\nOld two.' };
    const old = { a: quote(a, 'Old one.\n\nOld two.'), b: quote(b, 'Old one.\n\nOld two.') };
    const match: ExplainedMatch = {
      ...matches.nearCopy,
      a: 'a.txt',
      b: 'b.txt',
      evidence: {
        kind: 'near-copy',
        coarse: false,
        facts: [],
        diff: [
          { kind: 'only-a', a: quote(a, 'New.') },
          { kind: 'same', ...old, paragraphs: 2, words: 4 },
        ],
      },
    };
    expect(placesOf(match)).toEqual({
      at: { file: 'a.txt', line: 3, endLine: 5 },
      there: { file: 'b.txt', line: 1, endLine: 3 },
    });
  });
});

describe('the file of an article', () => {
  it('is its path, or that of the JSONL file that holds it', () => {
    expect(fileOf('a/b#c.txt')).toBe('a/b#c.txt');
    expect(fileOf('a/b.jsonl#x')).toBe('a/b.jsonl');
    expect(fileOf('a/b.JSONL#c.jsonl#x\ny')).toBe('a/b.JSONL');
  });
});
