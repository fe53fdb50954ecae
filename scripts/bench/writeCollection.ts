import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { type Collection, idOf } from './articles.ts';

/** Characters held before they are written. */
const CHUNK = 2 ** 20;

/** One article a line. */
export function writeJsonl({ size, text }: Collection, file: string): void {
  writeLines(file, size, (index) => JSON.stringify({ id: idOf(index), text: text(index) }));
}

/** One article a file, a thousand files a folder. */
export function writeFolder({ size, text }: Collection, folder: string): void {
  for (let index = 0; index < size; index++) {
    if (index % 1000 === 0) mkdirSync(join(folder, folderOf(index)), { recursive: true });
    writeFileSync(join(folder, folderOf(index), `${idOf(index)}.txt`), `${text(index)}\n`);
  }
}

function folderOf(index: number): string {
  return String(Math.floor(index / 1000)).padStart(4, '0');
}

/** Writes lines as they are made: no more than about a megabyte is held. */
export function writeLines(file: string, size: number, line: (index: number) => string): void {
  const target = openSync(file, 'w');
  let held = '';
  for (let index = 0; index < size; index++) {
    held += `${line(index)}\n`;
    if (held.length < CHUNK && index < size - 1) continue;
    writeSync(target, held);
    held = '';
  }
  closeSync(target);
}
