import { closeSync, openSync, readSync, statSync } from 'node:fs';
import type { CollectConfig } from '../config/config.ts';
import type { Raw, Skip } from '../model.ts';
import type { Found } from './find.ts';
import { type Line, lines } from './lines.ts';
import { NO_FILE, whyUnreadable } from './whyUnreadable.ts';

const decoder = new TextDecoder();

/**
 * The records of a JSONL file, an article a line that isn't blank, in order. A record's id is `path#<its id field>`, or
 * `path#L<line>` if that holds no text or number; where the id is taken already, `@L<line>` is put after it, so that no
 * record is lost. Holds one record at a time and the ids met so far.
 */
export async function* records(found: Found, config: CollectConfig): AsyncGenerator<Raw | Skip> {
  const { path, absolute } = found;
  const ids = new Set<string>();
  let empty = true;
  try {
    const unfit = unfitHead(absolute);
    if (unfit) {
      yield { path, ...unfit };
      return;
    }
    for await (const line of lines(absolute, config.maxBytes)) {
      const record = recordOf(line, config);
      if (record === 'blank') continue;
      empty = false;
      if ('reason' in record) {
        yield { path: `${path}#L${line.number}`, ...record };
        continue;
      }
      let id = record.id ?? `L${line.number}`;
      while (ids.has(id)) id = `${id}@L${line.number}`;
      ids.add(id);
      const place = { line: line.number, offset: line.offset, length: line.length };
      yield { source: { id: `${path}#${id}`, path, format: 'jsonl', record: place }, bytes: record.bytes };
    }
    if (empty) yield { path, reason: 'empty', detail: 'no record' };
  } catch (error) {
    yield { path, reason: 'unreadable', detail: whyUnreadable(error) };
  }
}

type Unfit = Pick<Skip, 'reason' | 'detail'>;

function recordOf(
  line: Line,
  { idField, maxBytes }: CollectConfig,
): { id: string | null; bytes: Uint8Array } | Unfit | 'blank' {
  if (line.bytes === null) return { reason: 'too-large', detail: `${line.length} bytes, more than ${maxBytes}` };
  const text = decoder.decode(line.bytes);
  if (text.trim() === '') return 'blank';
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { reason: 'bad-record', detail: 'not JSON' };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { reason: 'bad-record', detail: 'JSON, but not an object' };
  const id = Object.hasOwn(value, idField) ? (value as Record<string, unknown>)[idField] : null;
  const named = (typeof id === 'string' && id !== '') || typeof id === 'number';
  return { id: named ? String(id) : null, bytes: line.bytes };
}

/** What its first bytes say against a file, so that a picture is one skip and not one for each of its "lines". */
function unfitHead(absolute: string): Unfit | null {
  // Asked before the file is opened: to open a pipe waits for its writer.
  if (!statSync(absolute).isFile()) return { reason: 'unreadable', detail: NO_FILE };
  const file = openSync(absolute, 'r');
  try {
    const head = Buffer.alloc(4096);
    const holdsNul = head.subarray(0, readSync(file, head)).includes(0);
    return holdsNul ? { reason: 'binary', detail: 'NUL bytes, which JSON Lines in UTF-8 never hold' } : null;
  } finally {
    closeSync(file);
  }
}
