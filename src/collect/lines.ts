import { createReadStream } from 'node:fs';

/** One line of a file: its number from 1 and its place in bytes, without line feed and byte order mark. */
export interface Line {
  readonly number: number;
  readonly offset: number;
  readonly length: number;
  /** Null for a line of more bytes than may be held. */
  readonly bytes: Uint8Array | null;
}

const LINE_FEED = 0x0a;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

/**
 * The lines of a file, in order; a last one that is empty is none. Holds one line, of at most `maxBytes`, and one
 * chunk of the file, however long the lines are.
 */
export async function* lines(absolute: string, maxBytes: number): AsyncGenerator<Line> {
  let parts: Uint8Array[] = [];
  let number = 1;
  let offset = 0;
  let length = 0;
  const add = (part: Uint8Array) => {
    length += part.length;
    if (length <= maxBytes) parts.push(part);
    else parts = [];
  };
  const finish = (): Line => {
    const bytes = length <= maxBytes ? Buffer.concat(parts) : null;
    const mark = number === 1 && bytes && BYTE_ORDER_MARK.every((byte, i) => bytes[i] === byte) ? 3 : 0;
    const line = { number, offset: offset + mark, length: length - mark, bytes: bytes?.subarray(mark) ?? null };
    number += 1;
    offset += length + 1;
    length = 0;
    parts = [];
    return line;
  };
  for await (const chunk of createReadStream(absolute) as AsyncIterable<Buffer>) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      add(chunk.subarray(start, end));
      yield finish();
      start = end + 1;
    }
    add(chunk.subarray(start));
  }
  if (length > 0) yield finish();
}
