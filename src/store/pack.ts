import { closeSync, fstatSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import { seal, unseal } from './seal.ts';

/** Says what the file is and in which layout, at its end. */
const MAGIC = 0xd0d3_0101;

/** A key's 16 bytes, its record's place in the file and number of bytes. */
const ENTRY_BYTES = 32;

/** The sealed magic number, place of the index and number of its entries. */
const FOOTER_BYTES = 8 + 3 * 8;

/** So many bytes are gathered before they are written: a system call a record would cost as much as the record. */
const GATHERED = 2 ** 20;

/** A file of records by key, to read one at a time. */
export interface Pack {
  readonly keys: Iterable<string>;
  /** Bytes of all records. */
  readonly size: number;
  /** The record; null if there is none, or what was written has been damaged. */
  read(key: string): Uint8Array<ArrayBuffer> | null;
  close(): void;
}

/** A pack that is being written; nobody sees it before `finish`. */
export interface PackWriter {
  /** @param key 32 hexadecimal digits */
  add(key: string, record: Uint8Array): void;
  finish(): void;
  /** Removes what was written. */
  abandon(): void;
}

/** Writes beside `file` and then renames: a run that is cut short, or another one at the same time, does no harm. */
export function createPack(file: string, unfinished: string): PackWriter {
  const descriptor = openSync(unfinished, 'wx');
  const index: { key: string; offset: number; length: number }[] = [];
  let gathered: Uint8Array[] = [];
  let pending = 0;
  let offset = 0;
  function flush(): void {
    const bytes = Buffer.concat(gathered);
    for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done);
    gathered = [];
    pending = 0;
  }
  function push(bytes: Uint8Array): void {
    gathered.push(bytes);
    pending += bytes.length;
    offset += bytes.length;
    if (pending >= GATHERED) flush();
  }
  return {
    add(key, record) {
      const sealed = seal(record);
      index.push({ key, offset, length: sealed.length });
      push(sealed);
    },
    finish() {
      const indexAt = offset;
      push(seal(indexBytes(index)));
      push(seal(new Uint8Array(Float64Array.of(MAGIC, indexAt, index.length).buffer)));
      flush();
      closeSync(descriptor);
      renameSync(unfinished, file);
    },
    abandon() {
      closeSync(descriptor);
      rmSync(unfinished, { force: true });
    },
  };
}

/** Null if the file is no pack, was not written to its end, or is of another layout. */
export function openPack(file: string): Pack | null {
  const descriptor = openSync(file, 'r');
  const index = readIndex(descriptor);
  if (index === null) {
    closeSync(descriptor);
    return null;
  }
  return {
    keys: index.keys(),
    size: Array.from(index.values()).reduce((size, { length }) => size + length, 0),
    read(key) {
      const place = index.get(key);
      if (place === undefined) return null;
      const sealed = readRange(descriptor, place.offset, place.length);
      return (sealed && unseal(sealed)) as Uint8Array<ArrayBuffer> | null;
    },
    close: () => closeSync(descriptor),
  };
}

interface Place {
  readonly offset: number;
  readonly length: number;
}

function indexBytes(index: readonly ({ readonly key: string } & Place)[]): Uint8Array {
  const bytes = Buffer.alloc(ENTRY_BYTES * index.length);
  index.forEach(({ key, offset, length }, i) => {
    bytes.write(key, ENTRY_BYTES * i, 16, 'hex');
    bytes.writeDoubleLE(offset, ENTRY_BYTES * i + 16);
    bytes.writeDoubleLE(length, ENTRY_BYTES * i + 24);
  });
  return bytes;
}

function readIndex(descriptor: number): Map<string, Place> | null {
  const end = fstatSync(descriptor).size - FOOTER_BYTES;
  const footer = end < 0 ? null : readRange(descriptor, end, FOOTER_BYTES);
  const said = footer && unseal(footer);
  if (!said) return null;
  const [magic, indexAt, entries] = new Float64Array(new Uint8Array(said).buffer) as unknown as [
    number,
    number,
    number,
  ];
  const length = 8 + ENTRY_BYTES * entries;
  if (magic !== MAGIC || indexAt + length !== end) return null;
  const sealed = readRange(descriptor, indexAt, length);
  const bytes = sealed && unseal(sealed);
  if (!bytes) return null;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const index = new Map<string, Place>();
  for (let at = 0; at < buffer.length; at += ENTRY_BYTES) {
    const place = { offset: buffer.readDoubleLE(at + 16), length: buffer.readDoubleLE(at + 24) };
    if (!(place.offset >= 0 && place.length >= 8 && place.offset + place.length <= indexAt)) return null;
    index.set(buffer.toString('hex', at, at + 16), place);
  }
  return index;
}

/** Null if the file ends before. */
function readRange(descriptor: number, offset: number, length: number): Uint8Array<ArrayBuffer> | null {
  const bytes = new Uint8Array(length);
  for (let done = 0; done < length; ) {
    const read = readSync(descriptor, bytes, done, length - done, offset + done);
    if (read === 0) return null;
    done += read;
  }
  return bytes;
}
