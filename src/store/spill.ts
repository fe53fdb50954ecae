import { randomBytes } from 'node:crypto';
import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UsageError } from '../errors.ts';

/** Bytes in a temporary file. It is open for the whole process: any thread may read them. */
export interface Spilled {
  readonly file: number;
  readonly position: number;
}

/** A temporary file that grows. */
export interface Spill {
  /** @param parts one after the other */
  add(parts: readonly Uint8Array[]): Spilled;
  close(): void;
}

/**
 * Opens the file with the first bytes. It has lost its name before anything is written, so that nothing is left of it
 * however the process ends.
 */
export function openSpill(): Spill {
  let file: number | null = null;
  let size = 0;
  return {
    add(parts) {
      file ??= openNameless();
      const spilled = { file, position: size };
      for (const part of parts) {
        write({ file, position: size }, part);
        size += part.length;
      }
      return spilled;
    },
    close() {
      if (file !== null) closeSync(file);
      file = null;
    },
  };
}

/** Bytes that were spilled, from an offset in them. */
export function readSpilled({ file, position }: Spilled, offset: number, length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  orRefuse(() => {
    for (let done = 0; done < length; ) {
      const read = readSync(file, bytes, done, length - done, position + offset + done);
      if (read === 0) throw new Error('it ends too early');
      done += read;
    }
  });
  return bytes;
}

function openNameless(): number {
  const name = join(tmpdir(), `dedupe-${randomBytes(8).toString('hex')}`);
  return orRefuse(() => {
    const file = openSync(name, 'wx+', 0o600);
    rmSync(name, { force: true });
    return file;
  });
}

function write({ file, position }: Spilled, bytes: Uint8Array): void {
  orRefuse(() => {
    for (let done = 0; done < bytes.length; ) {
      done += writeSync(file, bytes, done, bytes.length - done, position + done);
    }
  });
}

/** A full disk, a folder that can't be written: what to do about it is the user's to say. */
function orRefuse<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw new UsageError([
      `Can't use a temporary file in '${tmpdir()}': ${(error as Error).message}.`,
      '  Give more memory by --max-memory, or another folder by the environment variable TMPDIR.',
    ]);
  }
}
