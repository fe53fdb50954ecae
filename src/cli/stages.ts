import { cpuUsage, resourceUsage } from 'node:process';
import type { Progress } from '../config/settings.ts';
import { count } from '../report/wording.ts';
import { STAGES } from './progress.ts';

/** What the process has used since it began: seconds of time, of all its threads' work, and bytes at the peak. */
interface Usage {
  readonly wall: number;
  readonly cpu: number;
  readonly peak: number;
}

/** What a stage has used of it, and what it did. */
interface Stage extends Usage {
  readonly name: string;
  readonly did: string;
}

/** Takes the time of a run's stages, by what they tell: what was used since another stage last told is the next one's. */
export interface StageTimes {
  readonly tell: (progress: Progress) => void;
  /** A stage has ended that tells nothing. */
  readonly mark: (name: string) => void;
  /** "Reading 1.20 s, Pairing 0.31 s", for one line. */
  readonly line: () => string;
  /** A table of all that is known, a line each. */
  readonly table: () => string[];
}

/** Seconds within which one stage is not measured again: asking the system at each word of 100,000 articles took half a second. */
const LEAST = 0.01;

const MICROSECONDS = 1e6;
const KILOBYTE = 1024;
const MEGABYTE = 1024 * 1024;

export function stageTimes(): StageTimes {
  const stages: Stage[] = [];
  let before: Usage = { wall: 0, cpu: 0, peak: 0 };
  const add = (name: string, did: string): void => {
    const same = stages.at(-1)?.name === name ? stages.pop() : undefined;
    if (same !== undefined && performance.now() / 1000 - before.wall < LEAST) {
      stages.push({ ...same, did });
      return;
    }
    const now = usage();
    stages.push({
      name,
      did,
      wall: now.wall - before.wall + (same?.wall ?? 0),
      cpu: now.cpu - before.cpu + (same?.cpu ?? 0),
      peak: now.peak,
    });
    before = now;
  };
  add('Starting', '');
  return {
    tell: (progress) => add(STAGES[progress.stage].doing, didOf(progress)),
    mark: (name) => add(name, ''),
    line: () => stages.map(({ name, wall }) => `${name} ${wall.toFixed(2)} s`).join(', '),
    table: () =>
      [
        ...[['', 'wall s', 'CPU s', 'peak MB']],
        ...stages.map(({ name, wall, cpu, peak, did }) => [...cells(name, { wall, cpu, peak }), did]),
        cells('Total', before),
      ].map(([name = '', wall = '', cpu = '', peak = '', did = '']) =>
        `${name.padEnd(16)}${wall.padStart(8)}${cpu.padStart(8)}${peak.padStart(10)}   ${did}`.trimEnd(),
      ),
  };
}

function cells(name: string, { wall, cpu, peak }: Usage): string[] {
  return [name, wall.toFixed(2), cpu.toFixed(2), count(Math.round(peak / MEGABYTE))];
}

function didOf({ stage, done, found, unit }: Progress): string {
  const yielded = found === undefined ? '' : `, ${count(found)} ${STAGES[stage].found}`;
  return `${count(done)} ${unit}${yielded}`;
}

function usage(): Usage {
  const { user, system } = cpuUsage();
  return {
    wall: performance.now() / 1000,
    cpu: (user + system) / MICROSECONDS,
    peak: resourceUsage().maxRSS * KILOBYTE,
  };
}
