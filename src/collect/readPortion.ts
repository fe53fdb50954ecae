import { closeSync, constants, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { resolve } from 'node:path';
import type { CollectConfig } from '../config/config.ts';
import { UsageError } from '../errors.ts';
import type { Raw, Skip, Source } from '../model/article.ts';
import { fieldsOf } from './fields.ts';
import type { Found } from './find.ts';
import type { PortionRead } from './placeRecords.ts';
import type { Portion } from './portions.ts';
import { records } from './records.ts';
import { NO_FILE, whyUnreadable } from './whyUnreadable.ts';

/** The articles' bytes in a portion, as `recordPlacer` takes them; returns the number of lines of a stretch. */
export function* readPortion(
  portion: Portion,
  config: CollectConfig,
): Generator<PortionRead<Raw | Skip>['read'][number], number> {
  if ('container' in portion) return yield* records(portion.container, portion.stretch, config);
  if ('skip' in portion) yield { what: portion.skip, place: null };
  else for (const file of portion.files) yield { what: readArticle(file, config), place: null };
  return 0;
}

/**
 * The bytes of an article that collect gave before, read once more; of a record of a container file only its own.
 *
 * @throws UsageError if the file has gone or become shorter since.
 */
export async function readAgain(source: Source, config: CollectConfig): Promise<Raw> {
  const absolute = resolve(config.cwd, source.path);
  try {
    if (source.record === undefined) return { source, bytes: readFileSync(absolute) };
    const bytes = readRange(absolute, source.record);
    const fields = fieldsOf(bytes, config.idField, config.textField, config.titleField);
    return { source, bytes, ...(fields && { fields }) };
  } catch (error) {
    throw new UsageError(`Can't read '${source.id}' a second time: ${whyUnreadable(error)}.`);
  }
}

/**
 * One file at a time, and synchronously: a file of 3.5 KB takes 6.5 µs (9.6 where it is asked about before it is opened),
 * and reading up to 32 ahead in the system's threads 20 to 50. Nor can it ever have too many files open.
 */
function readArticle({ path, absolute, format }: Found, config: CollectConfig): Raw | Skip {
  try {
    const file = openSync(absolute, AT_ONCE);
    try {
      const info = fstatSync(file);
      if (!info.isFile()) return { path, reason: 'unreadable', detail: NO_FILE };
      if (info.size > config.maxBytes)
        return { path, reason: 'too-large', detail: `${info.size} bytes, more than ${config.maxBytes}` };
      return { source: { id: path, path, format }, bytes: readWhole(file, info.size) };
    } finally {
      closeSync(file);
    }
  } catch (error) {
    return { path, reason: 'unreadable', detail: whyUnreadable(error) };
  }
}

/** To open a pipe waits for its writer otherwise; where there is no such flag, there are no pipes in folders either. */
const AT_ONCE = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** A file of the system may have no size and yet something in it. */
function readWhole(file: number, size: number): Uint8Array {
  if (size === 0) return readFileSync(file);
  const bytes = Buffer.allocUnsafe(size);
  let done = 0;
  while (done < size) {
    const read = readSync(file, bytes, done, size - done, done);
    if (read === 0) break;
    done += read;
  }
  return bytes.subarray(0, done);
}

function readRange(absolute: string, { offset, length }: { offset: number; length: number }): Uint8Array {
  const file = openSync(absolute, 'r');
  try {
    const bytes = Buffer.alloc(length);
    if (readSync(file, bytes, 0, length, offset) < length) throw new Error('it has become shorter');
    return bytes;
  } finally {
    closeSync(file);
  }
}
