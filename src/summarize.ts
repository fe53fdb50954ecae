import type { Config } from './config/config.ts';
import type { Cluster, Guarantee, Match, ReportedSettings, Result, Skip } from './model.ts';
import type { Surveyed } from './store/surveyed.ts';

/**
 * Everything that a run found, as one value.
 *
 * @param read every article that was read, in the order of the ids, also those refused as too short
 * @param compared how many of them took part
 */
export function summarize(
  read: readonly Surveyed[],
  compared: number,
  { clusters, matches }: { readonly clusters: readonly Cluster[]; readonly matches: readonly Match[] },
  skipped: readonly Skip[],
  guarantee: Guarantee,
  config: Config,
): Result {
  const ordinary = clusters.filter(({ template }) => template === undefined);
  return {
    settings: reportedSettings(config),
    guarantee,
    summary: {
      articles: compared,
      skipped: skipped.length,
      clusters: ordinary.length,
      duplicates: ordinary.reduce((sum, { members }) => sum + members.length, 0),
      templates: clusters.length - ordinary.length,
      excerpts: matches.filter(({ relation }) => relation === 'excerpt').length,
      bridges: matches.filter(({ bridge }) => bridge).length,
    },
    clusters,
    matches,
    skipped: [...skipped].sort((x, y) => compareText(x.path, y.path)),
    setAside: read
      .filter(({ setAside }) => setAside.length > 0)
      .map(({ fingerprint, setAside }) => ({ path: fingerprint.source.id, passages: setAside })),
  };
}

function reportedSettings({ match, extract }: Config): ReportedSettings {
  const { relations, threshold, rewriteThreshold } = match;
  return { relations, threshold, rewriteThreshold, minWords: extract.minWords };
}

/** By code units: the same order on every machine. */
export function compareText(x: string, y: string): number {
  return x < y ? -1 : x > y ? 1 : 0;
}
