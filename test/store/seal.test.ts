import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seal, unseal } from '../../src/store/seal.ts';

describe('sealed bytes', () => {
  it('come out as they were', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(unseal(seal(bytes))).toEqual(bytes);
        // From a pool, where it begins anywhere.
        expect(Uint8Array.from(unseal(Buffer.from(seal(bytes))) ?? [])).toEqual(bytes);
      }),
    );
  });

  it('are refused when a bit flips, or any is missing', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.nat(), fc.nat(), (bytes, bit, cut) => {
        const sealed = seal(bytes);
        expect(unseal(sealed.subarray(0, cut % sealed.length))).toBeNull();
        const at = bit % (8 * sealed.length);
        sealed[at >> 3] = (sealed[at >> 3] as number) ^ (1 << (at & 7));
        expect(unseal(sealed)).toBeNull();
      }),
    );
  });
});
