// Preloaded into the measured command: says on file descriptor 3 how much memory the process had at its peak, in KiB.
const { readFileSync, writeSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

if (isMainThread) process.on('exit', () => writeSync(3, String(peak())));

/** What Linux calls maxRSS counts the parent's memory at the fork too; its high-water mark does not. */
function peak() {
  try {
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'latin1'))[1]);
  } catch {
    return process.resourceUsage().maxRSS;
  }
}
