import type { Writable } from 'node:stream';

/** Characters gathered before a write: pieces are small, and a system call each would cost more than all the rest. */
const BATCH = 1 << 16;

/**
 * Writes a text that comes in pieces, no faster than the stream takes it. If its reader goes away, as `head` does, that
 * is the end of it, and no error.
 */
export async function writePieces(stream: Writable, pieces: Iterable<string>): Promise<void> {
  let batch = '';
  for (const piece of pieces) {
    batch += piece;
    if (batch.length < BATCH) continue;
    if (!(await isTaken(stream, batch))) return;
    batch = '';
  }
  if (batch !== '') await isTaken(stream, batch);
}

/** Resolves when the text is written, to false if nobody reads any more; rejects on all other errors. */
function isTaken(stream: Writable, text: string): Promise<boolean> {
  return new Promise((done, fail) => {
    stream.write(text, (error) => {
      const code = (error as NodeJS.ErrnoException | null | undefined)?.code;
      if (!error) done(true);
      else if (code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED') done(false);
      else fail(error);
    });
  });
}
