import type { Config } from './config/config.ts';
import { sketch } from './fingerprint/sketch.ts';
import { matchedIds } from './match/matchedIds.ts';
import type { Skip } from './model/article.ts';
import type { IdleSuppression, Match } from './model/match.ts';
import type { Guarantee, Print, ReportedSettings, Result } from './model/result.ts';
import type { Surveyed } from './store/surveyed.ts';

/** What the matches came to. */
interface Found<M extends Match> extends Pick<Result<M>, 'clusters' | 'matches' | 'suppressed'> {
  readonly idle: readonly IdleSuppression[];
}

/**
 * Everything that a run found, as one value.
 *
 * @param read every article that was read, in the order of the ids, also those refused as too short
 * @param compared those of them that took part
 */
export function summarize<M extends Match>(
  read: readonly Surveyed[],
  compared: readonly Surveyed[],
  { clusters, matches, suppressed, idle }: Found<M>,
  skipped: readonly Skip[],
  prints: readonly Print[],
  guarantee: Guarantee,
  config: Config,
): Result<M> {
  const ordinary = clusters.filter(({ template }) => template === undefined);
  return {
    settings: reportedSettings(config),
    guarantee,
    summary: {
      articles: compared.length,
      skipped: skipped.length,
      clusters: ordinary.length,
      duplicates: ordinary.reduce((sum, { members }) => sum + members.length, 0),
      templates: clusters.length - ordinary.length,
      excerpts: matches.filter(({ relation }) => relation === 'excerpt').length,
      bridges: matches.filter(({ bridge }) => bridge).length,
      suppressed: suppressed.length,
    },
    clusters,
    matches,
    suppressed: [...suppressed].sort((x, y) => compareText(x.a, y.a) || compareText(x.b, y.b)),
    idleSuppressions: idle,
    misread: read.flatMap(({ fingerprint: { source, misread = [] } }) =>
      misread.map((each) => ({ path: source.id, ...each })),
    ),
    skipped: [...skipped].sort((x, y) => compareText(x.path, y.path)),
    compared: compared.map(({ fingerprint: { source } }) => source),
    prints,
    setAside: read
      .filter(({ setAside }) => setAside.length > 0)
      .map(({ fingerprint, setAside }) => ({ path: fingerprint.source.id, passages: setAside })),
  };
}

/**
 * The prints of the articles that take part in a match, in the order of the articles.
 *
 * @param surveyed as they were before recurring lines were set aside: strangers in the folder change nothing in a print
 */
export function printsOf(surveyed: readonly Surveyed[], matches: readonly Match[]): Print[] {
  const matched = matchedIds(matches);
  return surveyed
    .filter(({ fingerprint: { source } }) => matched.has(source.id))
    .map(({ fingerprint: { source, digest, signature } }) => {
      return { id: source.id, path: source.path, digest, sketch: sketch(signature) };
    });
}

function reportedSettings({ match, extract, against, changedSince, changedFrom }: Config): ReportedSettings {
  const { relations, threshold, rewriteThreshold } = match;
  return {
    relations,
    threshold,
    rewriteThreshold,
    minWords: extract.minWords,
    ...(changedSince !== undefined && { changedSince }),
    ...(changedFrom !== undefined && { changedFrom }),
    ...(against.length > 0 && { against }),
  };
}

/** By code units: the same order on every machine. */
export function compareText(x: string, y: string): number {
  return x < y ? -1 : x > y ? 1 : 0;
}
