import type { Maker } from './tray.ts';

/** Arrays, one after the other, in memory that is used again when they have been taken out. */
export interface Column {
  /** Copies it to the end. */
  add(array: ArrayLike<number>): void;
  /** Where each array ends, in elements. */
  readonly ends: readonly number[];
  /** All that was added; good until more is. */
  bytes(): Uint8Array;
  /** Begins anew. */
  clear(): void;
}

/** More than an ordinary portion takes is given back: 64 articles of 500 words have 256 KB of shingles. */
const MOST_HELD = 2 ** 20;

export function column(Maker: Maker): Column {
  let room = new Maker(0);
  let ends: number[] = [];
  let size = 0;
  return {
    add(array) {
      const from = size;
      size += array.length;
      if (size > room.length) room = enlarged(room, size);
      if (array.length > 0) room.set(array, from);
      ends.push(size);
    },
    get ends() {
      return ends;
    },
    bytes: () => new Uint8Array(room.buffer, 0, size * Maker.BYTES_PER_ELEMENT),
    clear() {
      if (room.byteLength > MOST_HELD) room = new Maker(0);
      ends = [];
      size = 0;
    },
  };

  function enlarged(full: InstanceType<Maker>, least: number): InstanceType<Maker> {
    const larger = new Maker(2 * least);
    larger.set(full);
    return larger;
  }
}
