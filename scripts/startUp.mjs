import { spawnSync } from 'node:child_process';

/** Rounds that settle a minimum on a quiet machine, and the most that a busy one is given. */
const ROUNDS = 10;
const MOST_ROUNDS = 80;

/**
 * How many times as long as `node -e 0` each command takes from start to exit. All run in turn, and the quickest run of
 * each counts: what else the machine does can only make a run longer. So long as a command is over its limit there are
 * more rounds, up to a bound.
 *
 * @param {{ args: string[], limit: number }[]} commands arguments to node, and the ratio that is allowed
 * @param {string} cwd
 * @returns {number[]} the ratios
 */
export function startUpRatios(commands, cwd) {
  const all = [['-e', '0'], ...commands.map(({ args }) => args)];
  const quickest = all.map(() => Infinity);
  let ratios = [];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    for (const [i, args] of all.entries()) quickest[i] = Math.min(quickest[i], milliseconds(args, cwd));
    ratios = quickest.slice(1).map((time) => time / quickest[0]);
    if (round + 1 >= ROUNDS && ratios.every((ratio, i) => ratio <= commands[i].limit)) break;
  }
  return ratios;
}

function milliseconds(args, cwd) {
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd });
  if (status !== 0) throw new Error(`node ${args.join(' ')} failed: ${stderr}`);
  return performance.now() - started;
}
