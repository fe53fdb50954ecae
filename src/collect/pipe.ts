import { closeSync, openSync, readSync, statSync } from 'node:fs';

/** Bytes asked for at a time: what a pipe holds on Linux. */
const CHUNK = 1 << 16;

/** What there is at a path can be read once only: a pipe (as of `<(command)`), a terminal or another device. */
export function isPipe(absolute: string): boolean {
  try {
    const info = statSync(absolute);
    return info.isFIFO() || info.isCharacterDevice();
  } catch {
    return false;
  }
}

/** All that comes from a pipe; null if that is more than `maxBytes`. Waits for its writer. */
export function readPipe(absolute: string, maxBytes: number): Uint8Array | null {
  const file = openSync(absolute, 'r');
  try {
    const chunks: Uint8Array[] = [];
    let length = 0;
    for (;;) {
      const chunk = Buffer.alloc(CHUNK);
      const read = readSync(file, chunk);
      if (read === 0) return Buffer.concat(chunks);
      length += read;
      if (length > maxBytes) return null;
      chunks.push(chunk.subarray(0, read));
    }
  } finally {
    closeSync(file);
  }
}
