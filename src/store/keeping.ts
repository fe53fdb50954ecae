import type { Config } from '../config/config.ts';
import { EXACT_UP_TO } from '../lsh/candidates.ts';
import type { Source } from '../model/article.ts';
import { type Kept, keptAt } from './kept.ts';
import type { Surveyed } from './surveyed.ts';
import type { Tray } from './tray.ts';
import { type Filling, trayMaker } from './trayMaker.ts';

/** Keeps what was surveyed, for the time of a run. */
export interface Keeping {
  /**
   * Opens a tray to put surveys away in, so that they can be let go.
   *
   * @param room as `roomOf` says
   */
  fill(room: number): Filling;
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
 * So much of what pairs are judged by stays in memory. The sets of 16,000 articles of 500 words are 64 MiB; where there are
 * more articles than are joined by their sets, these are looked up for the few pairs that are candidates, and none stays.
 * Where rewrites are looked for, the search goes through the terms of all: those of 50,000 articles are 512 MiB with the rest.
 */
const ROOM = 64 * MIB;
const ROOM_WITH_TERMS = 512 * MIB;

/** Articles that are put away together, as many as a portion has: what a tray takes beside its columns is then little. */
export const AT_A_TIME = 64;

/** What else a run needs grows with the articles too. */
const MOST_SHARE = 1 / 8;

/**
 * Room of one of the threads, in bytes.
 *
 * @param articles about how many there are
 */
export function roomOf({ match, maxMemory, threads }: Config, articles: number): number {
  const seeksRewrites = match.relations.includes('rewrite');
  const room = seeksRewrites ? ROOM_WITH_TERMS : articles <= EXACT_UP_TO ? ROOM : 0;
  return Math.min(room, MOST_SHARE * maxMemory) / threads;
}

export function openKeeping(): Keeping {
  const maker = trayMaker();
  return {
    fill: maker.fill,
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
