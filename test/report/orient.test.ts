import { describe, expect, it } from 'vitest';
import { orient } from '../../src/report/orient.ts';
import { matches, newsroom } from './newsroom.ts';

describe('a match as seen from one of its articles', () => {
  it('is itself from its first article', () => {
    for (const match of newsroom.matches) expect(orient(match, match.a)).toBe(match);
  });

  it('is itself again when turned twice', () => {
    for (const match of newsroom.matches) expect(orient(orient(match, match.b), match.a)).toEqual(match);
  });

  it('turns evidence and containment along', () => {
    const { a, b } = matches.excerpt;
    const turned = orient(matches.excerpt, b);
    expect([turned.a, turned.b]).toEqual([b, a]);
    expect(turned.similarity.containmentOfA).toBe(matches.excerpt.similarity.containmentOfB);
    expect(turned.evidence).toMatchObject({ kind: 'excerpt', holder: 'b' });
  });

  it('keeps removals before the additions that replace them', () => {
    const { evidence } = orient(matches.nearCopy, matches.nearCopy.b);
    if (evidence.kind !== 'near-copy') throw new Error('no near-copy');
    const changed = evidence.diff.flatMap((block) => (block.kind === 'changed' ? [block.edits] : []));
    expect(changed[0]).toEqual([
      { op: '=', text: 'Harbour bridge to close for ' },
      { op: '-', text: 'eleven' },
      { op: '+', text: 'thirteen' },
      { op: '=', text: ' weeks' },
    ]);
  });
});
