import { randomBytes } from 'node:crypto';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { UNFINISHED } from './stored.ts';

/**
 * Writes a file of the cache, whole or not at all. Another run at the same time writes one of its own, and the last to
 * end has its say; a write that fails costs time in the next run and nothing else.
 */
export function writeAside(file: string, bytes: Uint8Array): void {
  const unfinished = `${file}.${randomBytes(8).toString('hex')}${UNFINISHED}`;
  try {
    writeFileSync(unfinished, bytes);
    renameSync(unfinished, file);
  } catch {
    rmSync(unfinished, { force: true });
  }
}
