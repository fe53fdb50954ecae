import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shingleSet } from '../../src/fingerprint/shingles.ts';
import { sharedMembers } from '../../src/lsh/sharedMembers.ts';
import { hashedSet } from './sets.ts';

const small = fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 20 });
const anyValue = fc.array(fc.maxSafeInteger().map(Math.abs), { maxLength: 20 });
const sets = fc.array(
  fc.oneof(small, anyValue).map((values) => shingleSet(Float64Array.from(values))),
  { maxLength: 30 },
);

/** In how many sets each value occurs, by the plainest means. */
function frequencies(of: readonly Float64Array[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const value of of.flatMap((set) => [...set])) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

test('members of two sets or more are kept, with their frequency, the rarest first', () => {
  fc.assert(
    fc.property(sets, (given) => {
      const counts = frequencies(given);
      const { offsets, members, frequency } = sharedMembers(given);
      expect([...frequency]).toEqual([...counts.values()].filter((n) => n > 1).sort((a, b) => a - b));
      given.forEach((set, i) => {
        const own = members.slice(offsets[i], offsets[i + 1]);
        expect(own).toEqual(own.slice().sort());
        expect([...own].map((member) => frequency[member])).toEqual(
          [...set]
            .map((value) => counts.get(value) as number)
            .filter((n) => n > 1)
            .sort((a, b) => a - b),
        );
      });
    }),
  );
});

test('two sets share as many numbered members as values', () => {
  fc.assert(
    fc.property(sets, (given) => {
      const { offsets, members } = sharedMembers(given);
      given.forEach((a, i) => {
        given.slice(0, i).forEach((b, j) => {
          const ofB = new Set(members.slice(offsets[j], offsets[j + 1]));
          const common = members.slice(offsets[i], offsets[i + 1]).filter((member) => ofB.has(member)).length;
          expect(common).toBe(a.filter((value) => b.includes(value)).length);
        });
      });
    }),
  );
});

test('what is counted in many slices is counted once', () => {
  // 300,000 members take five slices; each member is in three sets.
  const given = Array.from({ length: 300 }, (_, i) =>
    hashedSet(Array.from({ length: 1000 }, (_, k) => Math.floor(i / 3) * 1000 + k)),
  );
  const { members, frequency } = sharedMembers(given);
  expect(members).toHaveLength(300_000);
  expect(frequency).toEqual(new Uint32Array(100_000).fill(3));
});

test('sets of 32-bit terms are counted as well', () => {
  const { frequency } = sharedMembers([Uint32Array.of(1, 2 ** 32 - 1), Uint32Array.of(2, 2 ** 32 - 1)]);
  expect([...frequency]).toEqual([2]);
});
