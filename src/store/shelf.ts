import { randomBytes } from 'node:crypto';
import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UsageError } from '../errors.ts';

/** Records are gathered so far before it is decided where they stay: a write a record would cost as much as the record. */
const CHUNK_BYTES = 2 ** 20;

/** Records that were read back lately: a pair is looked at in several steps, and one article meets its partners in a row. */
const MOST_RECENT = 64;

/** A record begins at a multiple of it, as the widest elements of arrays do. */
const ALIGNMENT = 8;

/** Records of bytes for the time of a run: in memory while there is room, beyond in a temporary file. */
export interface Shelf {
  /** Puts a copy of a record away; gives its place. */
  put(record: Uint8Array): number;
  /** The record at a place. It must not be changed. */
  take(place: number): Uint8Array;
  /** What is there now, for another thread to look into until this one closes it. */
  lend(): LentShelf;
  close(): void;
}

/** Where all records are: in memory that threads share, and in a file that is open for the whole process. */
export interface LentShelf {
  /** Of each place its chunk, its offset in that, and its length. */
  readonly chunkAt: readonly number[];
  readonly offsets: readonly number[];
  readonly lengths: readonly number[];
  /** Of each chunk its bytes, or where it is in the file. */
  readonly chunks: readonly (Uint8Array | number)[];
  readonly file: number | null;
}

/**
 * Opens an empty shelf. A chunk of records stays where it was put first: in memory if there was room then. The file has
 * lost its name before anything is written, so that nothing is left of it however the process ends.
 *
 * @param hasRoom whether another chunk of 1 MiB may be kept in memory
 */
export function openShelf(hasRoom: () => boolean): Shelf {
  const chunkAt: number[] = [];
  const offsets: number[] = [];
  const lengths: number[] = [];
  const chunks: (Uint8Array | number)[] = [];
  const shelf = { chunkAt, offsets, lengths, chunks, file: null as number | null };
  // The last of the chunks.
  let gathered: Uint8Array = new Uint8Array(0);
  let size = 0;
  let fileBytes = 0;

  function gather(bytes: number): void {
    if (chunks.length > 0 && size + bytes <= gathered.length) return;
    if (chunks.length > 0) settle();
    gathered = new Uint8Array(new SharedArrayBuffer(Math.max(CHUNK_BYTES, bytes)));
    size = 0;
    chunks.push(gathered);
  }

  /** Decides where the gathered chunk stays. */
  function settle(): void {
    if (hasRoom()) return;
    shelf.file ??= openNameless();
    write(shelf.file, gathered.subarray(0, size), fileBytes);
    chunks[chunks.length - 1] = fileBytes;
    fileBytes += size;
  }

  return {
    put(record) {
      const length = Math.ceil(record.length / ALIGNMENT) * ALIGNMENT;
      gather(length);
      gathered.set(record, size);
      offsets.push(size);
      lengths.push(record.length);
      size += length;
      return chunkAt.push(chunks.length - 1) - 1;
    },
    take: borrowShelf(shelf).take,
    lend: () => shelf,
    close() {
      if (shelf.file !== null) closeSync(shelf.file);
      shelf.file = null;
    },
  };
}

/** What another thread has put on a shelf. */
export function borrowShelf(shelf: LentShelf): Pick<Shelf, 'take'> {
  const { chunkAt, offsets, lengths, chunks } = shelf;
  const recent = new Map<number, Uint8Array>();
  return {
    take(place) {
      const chunk = chunks[chunkAt[place] as number] as Uint8Array | number;
      const offset = offsets[place] as number;
      const length = lengths[place] as number;
      if (typeof chunk !== 'number') return chunk.subarray(offset, offset + length);
      const record = recent.get(place) ?? read(shelf.file as number, chunk + offset, length);
      recent.delete(place);
      recent.set(place, record);
      if (recent.size > MOST_RECENT) recent.delete(recent.keys().next().value as number);
      return record;
    },
  };
}

function openNameless(): number {
  const name = join(tmpdir(), `dedupe-${randomBytes(8).toString('hex')}`);
  return orRefuse(() => {
    const file = openSync(name, 'wx+', 0o600);
    rmSync(name, { force: true });
    return file;
  });
}

function write(file: number, bytes: Uint8Array, position: number): void {
  orRefuse(() => {
    for (let done = 0; done < bytes.length; ) {
      done += writeSync(file, bytes, done, bytes.length - done, position + done);
    }
  });
}

function read(file: number, position: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  orRefuse(() => {
    for (let done = 0; done < length; ) {
      const read = readSync(file, bytes, done, length - done, position + done);
      if (read === 0) throw new Error('it ends too early');
      done += read;
    }
  });
  return bytes;
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
