import { closeSync, openSync, readSync } from 'node:fs';

/** One line of a file: its number from 1 and its place in bytes, without line feed and byte order mark. */
export interface Line {
  /** Counted from the first line of the stretch. */
  readonly number: number;
  readonly offset: number;
  readonly length: number;
  /** Null for a line of more bytes than may be held. */
  readonly bytes: Buffer | null;
}

/** Bytes from one offset of a file up to another. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export const WHOLE: Stretch = { from: 0, to: Number.POSITIVE_INFINITY };

const LINE_FEED = 0x0a;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

/**
 * A system call costs as much as reading some KB; more than this at a time gains nothing (measured on 345 MB). It is a
 * portion and an article more: the line that a portion ends in is mostly read with it.
 */
const CHUNK = (256 + 16) * 1024;

/**
 * The lines of a file that begin in a stretch, in order; a last one that is empty is none. Stretches that follow each
 * other have each line once. Holds one line, of at most `maxBytes`, and one chunk of the file, however long the lines are.
 */
export function* lines(absolute: string, maxBytes: number, { from, to }: Stretch = WHOLE): Generator<Line> {
  const file = openSync(absolute, 'r');
  try {
    // The line feed before the stretch says whether a line begins with it.
    let at = Math.max(0, from - 1);
    let isBeginning = from === 0;
    let number = 0;
    let begin = from;
    let length = 0;
    let parts: Buffer[] = [];
    const add = (part: Buffer): void => {
      length += part.length;
      if (length <= maxBytes) parts.push(part);
      else parts = [];
    };
    const finish = (): Line => {
      number++;
      const bytes = length > maxBytes ? null : parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts);
      const mark = begin === 0 && bytes && BYTE_ORDER_MARK.every((byte, i) => bytes[i] === byte) ? 3 : 0;
      parts = [];
      return { number, offset: begin + mark, length: length - mark, bytes: bytes?.subarray(mark) ?? null };
    };
    for (;;) {
      const chunk = Buffer.allocUnsafe(CHUNK);
      const read = chunk.subarray(0, readSync(file, chunk, 0, CHUNK, at));
      let start = 0;
      for (let end = read.indexOf(LINE_FEED); end >= 0; end = read.indexOf(LINE_FEED, start)) {
        if (isBeginning) {
          add(read.subarray(start, end));
          yield finish();
        }
        isBeginning = true;
        start = end + 1;
        begin = at + start;
        length = 0;
        if (begin >= to) return;
      }
      if (read.length === 0) {
        if (isBeginning && length > 0) yield finish();
        return;
      }
      if (isBeginning) add(read.subarray(start));
      at += read.length;
      // No line begins here: it is in the middle of a long one.
      if (!isBeginning && at >= to) return;
    }
  } finally {
    closeSync(file);
  }
}
