import { expect, test } from 'vitest';
import { firstOfEachDigest } from '../../src/lsh/distinct.ts';

test('identical articles count once, by the first', () => {
  const digests = ['a', 'b', 'a', 'c', 'b'].map((digest) => ({ digest }));
  expect(firstOfEachDigest(digests)).toEqual([0, 1, 3]);
  expect(firstOfEachDigest([])).toEqual([]);
});
