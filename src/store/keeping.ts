import type { Config } from '../config/config.ts';
import type { Source } from '../model/article.ts';
import { type Kept, keptAt } from './kept.ts';
import type { Surveyed } from './surveyed.ts';
import { type Tray, trayMaker } from './tray.ts';

/** Keeps what was surveyed, for the time of a run. */
export interface Keeping {
  /** Puts surveys away, so that they can be let go. */
  put(surveys: readonly Surveyed[]): Tray;
  /** What is in a row of a tray, of this thread or another, as the survey of a source. */
  at(tray: Tray, row: number, source: Source): Kept;
  /** What was kept, for another thread to look into until this one closes it. */
  lend(surveys: readonly Surveyed[]): Lent;
  close(): void;
}

/** What pairs are judged by, as it is handed over: the arrays stay where they are. */
export interface Lent {
  readonly trays: readonly Tray[];
  /** Of each article its source, its tray, and its row in that. */
  readonly sources: readonly Source[];
  readonly trayOf: Uint32Array;
  readonly rows: Uint32Array;
}

const MIB = 2 ** 20;

/**
 * So much of what pairs are judged by stays in memory. The sets of 16,000 articles of 500 words are 64 MiB, and more than
 * 20,000 are not joined by them, but looked up for the few pairs that are candidates. Where rewrites are looked for, the
 * search goes through the terms of all: those of 50,000 articles are 512 MiB with the rest.
 */
const ROOM = 64 * MIB;
const ROOM_WITH_TERMS = 512 * MIB;

/** What else a run needs grows with the articles too. */
const MOST_SHARE = 1 / 8;

/** Room of one of the threads, in bytes. */
export function roomOf({ match, maxMemory, threads }: Config): number {
  const room = match.relations.includes('rewrite') ? ROOM_WITH_TERMS : ROOM;
  return Math.min(room, MOST_SHARE * maxMemory) / threads;
}

/** @param room as in `trayMaker` */
export function openKeeping(room: number): Keeping {
  const maker = trayMaker(room);
  return {
    put: maker.make,
    at: keptAt(),
    lend(surveys) {
      const numbers = new Map<Tray, number>();
      const trayOf = new Uint32Array(surveys.length);
      const rows = new Uint32Array(surveys.length);
      const sources = (surveys as readonly Kept[]).map(({ fingerprint: { tray, row, source } }, i) => {
        const number = numbers.get(tray) ?? numbers.size;
        numbers.set(tray, number);
        trayOf[i] = number;
        rows[i] = row;
        return source;
      });
      return { trays: [...numbers.keys()], sources, trayOf, rows };
    },
    close: maker.close,
  };
}

/** What another thread has kept. */
export function borrow({ trays, sources, trayOf, rows }: Lent): Surveyed[] {
  const at = keptAt();
  return sources.map((source, i) => at(trays[trayOf[i] as number] as Tray, rows[i] as number, source));
}
