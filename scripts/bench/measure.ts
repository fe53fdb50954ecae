import { spawn } from 'node:child_process';
import { existsSync, openSync, readdirSync, readFileSync } from 'node:fs';

/** What one run of a command cost, all its processes together. */
export interface Cost {
  /** From start to exit, by the clock. */
  readonly seconds: number;
  /** User and system time. */
  readonly cpuSeconds: number;
  /**
   * The greatest resident memory seen, in MiB: of the largest process exactly (getrusage), or of the process and its
   * children together, looked at every 50 ms, if that is more. What processes share counts for each.
   */
  readonly peakMiB: number;
}

const TIME = '/usr/bin/time';
const PERIOD = 50;
const PAGE_KIB = 4;

/** Runs a command to its end. Its output goes to a file; what it says on stderr is told if it fails. */
export async function measure(command: readonly string[], cwd: string, stdout: string): Promise<Cost> {
  if (!existsSync(TIME)) throw new Error('GNU time is needed to measure: apt-get install time');
  const output = openSync(stdout, 'w');
  const errors = openSync(`${stdout}.err`, 'w');
  const started = performance.now();
  const child = spawn(TIME, ['-f', '%U %S %M', '-o', `${stdout}.cost`, ...command], {
    cwd,
    stdio: ['ignore', output, errors],
  });
  let together = 0;
  const look = setInterval(() => {
    together = Math.max(together, residentKiB(child.pid as number));
  }, PERIOD);
  const code = await new Promise<number | null>((done, fail) => child.on('error', fail).on('close', done));
  const seconds = (performance.now() - started) / 1000;
  clearInterval(look);
  if (code !== 0) {
    throw new Error(`ended with ${code}: ${command.join(' ')}\n${readFileSync(`${stdout}.err`, 'utf8').slice(-2000)}`);
  }
  const [user = 0, system = 0, largest = 0] = readFileSync(`${stdout}.cost`, 'utf8').trim().split(' ').map(Number);
  return { seconds, cpuSeconds: user + system, peakMiB: Math.max(largest, together) / 1024 };
}

/** Of a process and all below it, now; 0 for what has just ended. */
function residentKiB(pid: number): number {
  try {
    const own = Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]) * PAGE_KIB;
    const children = readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, 'latin1').split(' ').filter(Boolean),
    );
    return children.reduce((sum, child) => sum + residentKiB(Number(child)), own);
  } catch {
    return 0;
  }
}
