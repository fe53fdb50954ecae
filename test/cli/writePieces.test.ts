import { Writable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writePieces } from '../../src/cli/writePieces.ts';

function failing(code: string, after: number): { stream: Writable; written: () => number } {
  let written = 0;
  const stream = new Writable({
    write(_chunk, _encoding, done) {
      if (written === after) done(Object.assign(new Error(code), { code }));
      else {
        written += 1;
        done();
      }
    },
  });
  stream.on('error', () => {});
  return { stream, written: () => written };
}

const large = ['x'.repeat(1 << 16), 'y'.repeat(1 << 16), 'z'];

describe('writePieces', () => {
  it('writes all pieces in order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'grapheme', maxLength: 40_000 })), async (pieces) => {
        let text = '';
        const stream = new Writable({
          decodeStrings: false,
          write(chunk, _encoding, done) {
            text += chunk;
            done();
          },
        });
        await writePieces(stream, pieces);
        expect(text).toBe(pieces.join(''));
      }),
      { numRuns: 50 },
    );
  });

  it('ends without error when its reader goes away', async () => {
    const { stream, written } = failing('EPIPE', 1);
    await writePieces(stream, large);
    expect(written()).toBe(1);
    await writePieces(stream, large);
  });

  it('tells of any other failure', async () => {
    await expect(writePieces(failing('ENOSPC', 1).stream, large)).rejects.toThrow('ENOSPC');
  });
});
