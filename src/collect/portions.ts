import { closeSync, openSync, readSync, statSync } from 'node:fs';
import type { Skip } from '../model/article.ts';
import type { Found } from './find.ts';
import type { Stretch } from './lines.ts';
import { NO_FILE, whyUnreadable } from './whyUnreadable.ts';

/** A part of what is read that stands by itself: some files, or the lines that begin in a stretch of a JSONL file. */
export type Portion =
  | { readonly files: readonly Found[] }
  | { readonly container: Found; readonly stretch: Stretch }
  | { readonly skip: Skip };

/**
 * Some 70 articles of 3.5 KB: enough that handing over costs little, few enough that all threads end at about the same
 * time, also where the files are pages of which each takes some milliseconds.
 */
const FILES = 64;
const BYTES = 256 * 1024;

/** What was found, in portions, in its order. */
export function portionsOf(found: readonly (Found | Skip)[]): Portion[] {
  const portions: Portion[] = [];
  let files: Found[] = [];
  const endFiles = (): void => {
    if (files.length > 0) portions.push({ files });
    files = [];
  };
  for (const each of found) {
    if (!('reason' in each) && each.format !== 'jsonl') {
      files.push(each);
      if (files.length === FILES) endFiles();
      continue;
    }
    endFiles();
    portions.push(...('reason' in each ? [{ skip: each }] : stretchesOf(each)));
  }
  endFiles();
  return portions;
}

function stretchesOf(container: Found): Portion[] {
  try {
    const size = sizeOf(container);
    if (typeof size !== 'number') return [{ skip: size }];
    const stretches: Portion[] = [];
    // The last one goes on to the end: the file may be growing.
    for (let from = 0; from === 0 || from < size; from += BYTES)
      stretches.push({
        container,
        stretch: { from, to: from + BYTES < size ? from + BYTES : Number.POSITIVE_INFINITY },
      });
    return stretches;
  } catch (error) {
    return [{ skip: { path: container.path, reason: 'unreadable', detail: whyUnreadable(error) } }];
  }
}

/** Its bytes; or what its first bytes say against it, so that a picture is one skip and not one for each of its "lines". */
function sizeOf({ path, absolute }: Found): number | Skip {
  // Asked before the file is opened: to open a pipe waits for its writer.
  const info = statSync(absolute);
  if (!info.isFile()) return { path, reason: 'unreadable', detail: NO_FILE };
  const file = openSync(absolute, 'r');
  try {
    const head = Buffer.alloc(4096);
    if (!head.subarray(0, readSync(file, head)).includes(0)) return info.size;
    return { path, reason: 'binary', detail: 'NUL bytes, which JSON Lines in UTF-8 never hold' };
  } finally {
    closeSync(file);
  }
}
