import { randomBytes } from 'node:crypto';
import { readdirSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config/config.ts';
import { UsageError } from '../errors.ts';
import type { Skip, Source } from '../model/article.ts';
import { makeFolder } from './makeFolder.ts';
import { named } from './named.ts';
import { createPack, openPack, type Pack, type PackWriter } from './pack.ts';
import { SURVEYS, storedName, tidy, UNFINISHED } from './stored.ts';
import type { Surveyed } from './surveyed.ts';
import { decodeSurvey, encodeSurvey } from './surveyRecord.ts';

/** What was read of articles in earlier runs, by content. */
export interface SurveyCache {
  /** No earlier run has left anything. */
  readonly isEmpty: boolean;
  /** The survey of a source with this key; null if none is known. */
  find(key: string, source: Source): Surveyed | Skip | null;
  /** What was found or kept in this run is there in the next. */
  keep(key: string, survey: Surveyed | Skip): void;
  /** Writes what is new, and drops what has not been used for longest where there is too much. */
  close(): void;
}

/**
 * A pack holds what was new to one run. Before there are more, all is written into one, with no more that is out of use
 * (articles that have changed since, or lie where this run did not look) than is in use.
 */
const MOST_PACKS = 8;

/**
 * Opens what earlier runs have read; null where nothing is kept between runs.
 *
 * @throws UsageError if the folder can't be made or read
 */
export function openSurveyCache(config: Config): SurveyCache | null {
  const { cacheFolder, match } = config;
  const name = storedName(config, { tellings: match.relations.includes('rewrite') });
  return cacheFolder === null ? null : surveyCacheIn(cacheFolder, name);
}

function surveyCacheIn(folder: string, name: string): SurveyCache {
  const files = namesIn(folder).filter((file) => file.startsWith(`${name}-`) && file.endsWith(SURVEYS));
  const packs = files.flatMap((file) => openKnown(join(folder, file)));
  const packOf = new Map<string, Pack>();
  for (const pack of packs) for (const key of pack.keys) packOf.set(key, pack);
  const used = new Set<string>();
  const fresh = new Set<string>();
  // A full disk, a folder that is read only: the run goes on, and the next one reads its articles again.
  let writer: PackWriter | 'none yet' | 'failed' = 'none yet';
  function write(act: (writer: PackWriter) => void): void {
    if (writer === 'failed') return;
    try {
      if (writer === 'none yet') writer = newPack(folder, name);
      act(writer);
    } catch {
      if (typeof writer === 'object') writer.abandon();
      writer = 'failed';
    }
  }

  return {
    isEmpty: packs.length === 0,
    find(key, source) {
      const bytes = packOf.get(key)?.read(key);
      const survey = bytes ? decodeSurvey(bytes) : null;
      if (survey === null) return null;
      used.add(key);
      return named(survey, source);
    },
    keep(key, survey) {
      if (fresh.has(key)) return;
      fresh.add(key);
      write((pack) => pack.add(key, encodeSurvey(survey)));
    },
    close() {
      const isCrowded = packs.length >= MOST_PACKS;
      if (isCrowded) {
        const unused = [...packOf.keys()].filter((key) => !used.has(key)).slice(0, used.size + fresh.size);
        for (const key of [...used, ...unused]) carryOver(key);
      }
      if (writer !== 'none yet') write((pack) => pack.finish());
      for (const pack of packs) pack.close();
      if (writer !== 'failed') retire(folder, files, isCrowded);
    },
  };

  function carryOver(key: string): void {
    const record = packOf.get(key)?.read(key);
    if (record && !fresh.has(key)) write((pack) => pack.add(key, record));
  }
}

function newPack(folder: string, name: string): PackWriter {
  const file = join(folder, `${name}-${randomBytes(8).toString('hex')}${SURVEYS}`);
  return createPack(file, `${file}${UNFINISHED}`);
}

/** Removes the packs that have been written anew, or marks them as in use. */
function retire(folder: string, files: readonly string[], areReplaced: boolean): void {
  const now = new Date();
  for (const file of files) {
    try {
      if (areReplaced) rmSync(join(folder, file), { force: true });
      else utimesSync(join(folder, file), now, now);
    } catch {
      // Another run has replaced it, or is reading it where open files can't be removed.
    }
  }
}

function namesIn(folder: string): string[] {
  try {
    makeFolder(folder);
    tidy(folder);
    return readdirSync(folder).sort();
  } catch (error) {
    throw new UsageError(`Can't use the cache folder '${folder}': ${(error as Error).message}.`);
  }
}

/** None for a pack that another run has just replaced, or that is damaged. */
function openKnown(file: string): Pack[] {
  try {
    const pack = openPack(file);
    return pack === null ? [] : [pack];
  } catch {
    return [];
  }
}
