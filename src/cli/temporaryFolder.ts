import { spawn } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Waits until its standard input ends, as it does when whoever holds the other end is no more, and removes a folder: for
 * two seconds again and again, as a program that was started by the ended one may still be writing there.
 */
const GUARD = `
let tries = 10;
const remove = () => {
  try {
    require('node:fs').rmSync(process.argv[1], { recursive: true, force: true });
  } catch {}
  if (--tries > 0) setTimeout(remove, 200);
};
process.stdin.resume().on('close', remove);`;

/**
 * Lets an action use a new folder, and removes it then; also if this process is ended by a signal meanwhile. It has no
 * handler of signals of its own, which would wait for the end of whatever is being computed: a second process looks on.
 */
export async function withTemporaryFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'dedupe-')));
  // In a session of its own, for Ctrl+C ends all processes of a terminal's.
  const guard = spawn(process.execPath, ['-e', GUARD, folder], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    windowsHide: true,
  });
  guard.on('error', () => {});
  guard.stdin.on('error', () => {});
  guard.unref();
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    guard.kill();
  }
}
