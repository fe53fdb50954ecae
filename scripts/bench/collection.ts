import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { newsArticles } from './articles.ts';
import { PLACE } from './place.ts';
import type { Input } from './tools.ts';
import { type AlikePair, readTruth, writeTruth } from './truth.ts';
import { writeFolder, writeJsonl } from './writeCollection.ts';

const SEED = 1;

/** A collection on the disk, made once and kept. */
export interface Stored {
  /** Its name below `PLACE`. */
  readonly source: string;
  readonly bytes: number;
  readonly truth: readonly AlikePair[];
}

export function stored(size: number, input: Input): Stored {
  const collection = newsArticles(size, SEED);
  mkdirSync(PLACE, { recursive: true });
  const source = `news-${size}${input === 'jsonl' ? '.jsonl' : ''}`;
  once(source, (target) => (input === 'jsonl' ? writeJsonl(collection, target) : writeFolder(collection, target)));
  once(`news-${size}.truth.tsv`, (target) => writeTruth(collection, target));
  const bytes = bytesOf(join(PLACE, source));
  return { source, bytes, truth: readTruth(join(PLACE, `news-${size}.truth.tsv`)) };
}

/** Written under another name first: what was interrupted is not taken for whole. */
function once(name: string, write: (target: string) => void): void {
  const target = join(PLACE, name);
  if (existsSync(target)) return;
  process.stderr.write(`writing ${name}\n`);
  const unfinished = join(PLACE, `unfinished-${name}`);
  rmSync(unfinished, { recursive: true, force: true });
  write(unfinished);
  renameSync(unfinished, target);
}

function bytesOf(path: string): number {
  if (statSync(path).isFile()) return statSync(path).size;
  return readdirSync(path).reduce((sum, name) => sum + bytesOf(join(path, name)), 0);
}
