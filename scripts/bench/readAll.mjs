// Reads a file, or all files of a folder, and does nothing with them: the least that any tool has to do. A file of one
// article is read at once, which is the fastest way that Node has; a large one piece by piece, so that it fits.
import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';

const [path] = process.argv.slice(2);
if (statSync(path).isFile()) readPieces(path);
else readFolder(path);

function readFolder(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) readFolder(join(folder, entry.name));
    else readFileSync(join(folder, entry.name));
  }
}

function readPieces(file) {
  const source = openSync(file, 'r');
  const piece = Buffer.allocUnsafe(2 ** 20);
  while (readSync(source, piece) > 0);
  closeSync(source);
}
