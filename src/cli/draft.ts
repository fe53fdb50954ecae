import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { realPlace } from './realPlace.ts';
import { writePieces } from './writePieces.ts';

/** A report that is written, but not yet under its name. */
export interface Draft {
  /** Puts it in the place of what bore the name before, at once. */
  readonly publish: () => Promise<void>;
  /** Takes it away, if it was not published. */
  readonly discard: () => Promise<void>;
}

/**
 * Writes a text beside the file that it is to become. A link is followed, so that it still leads to the report after;
 * a device or pipe (`/dev/stderr`, `>(...)` in a shell) can't be replaced and is written at once.
 */
export async function draftOf(file: string, pieces: Iterable<string>): Promise<Draft> {
  const held = await stat(file).catch(() => undefined);
  if (held !== undefined && !held.isFile()) {
    await writeTo(file, 'w', pieces);
    return { publish: async () => {}, discard: async () => {} };
  }
  const place = realPlace(file);
  await mkdir(dirname(place), { recursive: true });
  // No extension of an article: a draft that a crash leaves behind is not taken for one.
  const draft = `${place}.${process.pid}.draft`;
  const discard = () => rm(draft, { force: true });
  try {
    await writeTo(draft, 'wx', pieces, held?.mode);
  } catch (error) {
    await discard();
    throw error;
  }
  return { publish: () => rename(draft, place), discard };
}

async function writeTo(path: string, flags: 'w' | 'wx', pieces: Iterable<string>, mode?: number): Promise<void> {
  const stream = createWriteStream(path, { flags, ...(mode !== undefined && { mode }) });
  const closed = new Promise<void>((done, fail) => stream.on('close', done).on('error', fail));
  await Promise.all([closed, writePieces(stream, pieces).then(() => stream.end())]);
}
