import type { CollectConfig } from '../config/config.ts';
import type { Field, Raw, Skip } from '../model/article.ts';
import { fieldsOf } from './fields.ts';
import type { Found } from './find.ts';
import { type Line, lines, type Stretch } from './lines.ts';
import { whyUnreadable } from './whyUnreadable.ts';

const decoder = new TextDecoder();

/** Where a line is in a container; `name` is what the record says, null if nothing, absent if the line is no record. */
export interface Place {
  readonly line: number;
  readonly name?: string | null;
}

/** A record, and its place. Lines are counted from the stretch's first until `placeRecords` knows better. */
export interface Placed<T> {
  readonly what: T;
  readonly place: Place;
}

/** The records of a stretch of a JSONL file, an article a line that isn't blank, in order. Holds one record at a time. */
export function* records(
  { path, absolute }: Found,
  stretch: Stretch,
  config: CollectConfig,
): Generator<Placed<Raw | Skip>, number> {
  let last = 0;
  try {
    for (const line of lines(absolute, config.maxBytes, stretch)) {
      last = line.number;
      const record = recordOf(line, config);
      if (record === 'blank') continue;
      const id = `${path}#L${last}`;
      if ('reason' in record) {
        yield { what: { path: id, ...record }, place: { line: last } };
        continue;
      }
      const source = { id, path, format: 'jsonl', record: { line: last, offset: line.offset, length: line.length } };
      const { name, ...read } = record;
      yield { what: { source: source as Raw['source'], ...read }, place: { line: last, name } };
    }
  } catch (error) {
    yield { what: { path, reason: 'unreadable', detail: whyUnreadable(error) }, place: { line: 0 } };
  }
  return last;
}

type Unfit = Pick<Skip, 'reason' | 'detail'>;

type Record = { readonly name: string | null } & Pick<Raw, 'bytes' | 'fields'>;

function recordOf(line: Line, config: CollectConfig): Record | Unfit | 'blank' {
  const { idField, textField, titleField, maxBytes } = config;
  const { bytes } = line;
  if (bytes === null) return { reason: 'too-large', detail: `${line.length} bytes, more than ${maxBytes}` };
  const fields = fieldsOf(bytes, idField, textField, titleField);
  if (fields === null) return parsedRecord(bytes, idField);
  const { id } = fields;
  return { name: nameOf(id && valueAt(bytes, id)), bytes, fields };
}

function valueAt(bytes: Buffer, { kind, start, end }: Field): unknown {
  if (kind === 'plain') return bytes.toString('utf8', start + 1, end - 1);
  return kind === 'other' ? null : JSON.parse(bytes.toString('utf8', start, end));
}

/** A record that takes more than looking: it is parsed. */
function parsedRecord(bytes: Uint8Array, idField: string): Record | Unfit | 'blank' {
  const text = decoder.decode(bytes);
  if (text.trim() === '') return 'blank';
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { reason: 'bad-record', detail: 'not JSON' };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { reason: 'bad-record', detail: 'JSON, but not an object' };
  return { name: nameOf(Object.hasOwn(value, idField) ? (value as Values)[idField] : null), bytes };
}

type Values = Readonly<{ [name: string]: unknown }>;

function nameOf(id: unknown): string | null {
  return (typeof id === 'string' && id !== '') || typeof id === 'number' ? String(id) : null;
}
