import { describe, expect, it } from 'vitest';
import { recent } from '../../src/match/recent.ts';

/** What is made of articles of ten words each, thirty of which are kept; and the indexes in the order of making. */
function threeKept() {
  const made: number[] = [];
  const give = recent(
    (index) => {
      made.push(index);
      return `article ${index}`;
    },
    () => 10,
    30,
  );
  return { give, made };
}

describe('what was wanted lately', () => {
  it('is made once as long as it is kept', () => {
    const { give, made } = threeKept();
    expect([2, 0, 2, 1, 0, 2].map(give)).toEqual([2, 0, 2, 1, 0, 2].map((index) => `article ${index}`));
    expect(made).toEqual([2, 0, 1]);
  });

  it('makes room by what was not wanted for longest', () => {
    const { give, made } = threeKept();
    [0, 1, 2, 0, 3, 0, 1].map(give);
    expect(made).toEqual([0, 1, 2, 3, 1]);
  });

  it('is given even if it alone is more than is kept', () => {
    const give = recent(
      (index) => index,
      () => 1_000,
      30,
    );
    expect([7, 8, 7].map(give)).toEqual([7, 8, 7]);
  });
});
