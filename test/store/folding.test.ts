import { expect, it } from 'vitest';
import type { ExplainedMatch } from '../../src/model/match.ts';
import { matchFolder } from '../../src/store/folding.ts';

const match: ExplainedMatch = {
  a: 'a.txt',
  b: 'b.txt',
  relation: 'near-copy',
  score: 0.1 + 0.2,
  similarity: { jaccard: 0.1 + 0.2, containmentOfA: 1 / 3, containmentOfB: 0.5, rewrite: null },
  evidence: { kind: 'near-copy', diff: [{ kind: 'same', a: null, b: null }] as never, coarse: false, facts: [] },
};

it('keeps a match as it is while there is room', () => {
  expect(matchFolder(() => true)(match)).toBe(match);
});

it('gives the same match where there is none, also of a copy and as JSON', () => {
  const fold = matchFolder(() => false);
  const [folded, other] = [fold(match), fold({ ...match, a: '\ud800', evidence: { ...match.evidence } })];
  expect(folded).toStrictEqual(match);
  expect({ ...folded, bridge: true }).toStrictEqual({ ...match, bridge: true });
  expect(JSON.stringify(folded)).toBe(JSON.stringify(match));
  expect(structuredClone(other)).toStrictEqual({ ...match, a: '\ud800' });
});
