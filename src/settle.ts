import type { Config } from './config/config.ts';
import { clusterMatches } from './match/cluster.ts';
import { clusterId } from './match/clusterId.ts';
import { idleSuppressions } from './match/idle.ts';
import { judge } from './match/judge.ts';
import { knownPairs } from './match/known.ts';
import { matchedIds } from './match/matchedIds.ts';
import type { Subject } from './match/subject.ts';
import { suppress } from './match/suppress.ts';
import type { Fingerprint } from './model/article.ts';
import type { Cluster, IdleSuppression, Match, Suppressed } from './model/match.ts';
import { concerned, type Restriction } from './scope.ts';
import type { Surveyed } from './store/surveyed.ts';

/** What the matches came to. */
export interface Settled {
  readonly clusters: readonly Cluster[];
  /** Those to report: not known, and with an article that the run is about. */
  readonly matches: readonly Match[];
  readonly suppressed: readonly Suppressed[];
  readonly idle: readonly IdleSuppression[];
  /** Those that are not known, whatever the run is about. */
  readonly open: readonly Match[];
  /** Whether a pair, by the ids, may be reported at all. */
  readonly isOpen: (a: string, b: string) => boolean;
}

/**
 * Stages 6 and 7: takes out the matches that are known, and those that the run is not about; clusters the others.
 *
 * @param articles all that were compared, also those that `admitted` leaves out
 * @param subjects those that are compared for more than identity
 */
export async function settle(
  matches: readonly Match[],
  articles: readonly Surveyed[],
  admitted: readonly Surveyed[],
  subjects: readonly Subject[],
  restriction: Restriction,
  config: Config,
): Promise<Settled> {
  const fingerprints = fingerprintsOf(articles);
  const known = knownPairs(fingerprints, config.suppress);
  // Asked for where something is known, which is seldom.
  let byId: ReadonlyMap<string, Subject> | undefined;
  const subject = (id: string): Subject => {
    byId ??= new Map(subjects.map((each) => [each.fingerprint.source.id, each]));
    return byId.get(id) as Subject;
  };
  const sifted = await suppress(matches, fingerprints, known, async (a, b) => {
    return (await judge(subject(a), subject(b), config.match)).match;
  });
  const isConcerned = concerned(articles, restriction);
  const reported = sifted.matches.filter(({ a, b }) => isConcerned(a, b));
  const leads = ({ source }: Fingerprint): boolean => restriction.holds(source);
  const { relations } = config.match;
  return {
    ...clusterMatches(fingerprintsOf(among(admitted, reported)), reported, clusterId, leads),
    suppressed: sifted.suppressed.filter(({ a, b }) => isConcerned(a, b)),
    // A restricted run has not looked for all that a suppression may hide.
    idle: restriction.isWhole ? idleSuppressions(known, sifted.used, matches, fingerprints, relations) : [],
    open: sifted.matches,
    isOpen: (a, b) => isConcerned(a, b) && known.between(a, b) === null,
  };
}

/** Those that take part in a match: no other one is in a cluster. */
function among(articles: readonly Surveyed[], matches: readonly Match[]): Surveyed[] {
  const matched = matchedIds(matches);
  return articles.filter(({ fingerprint }) => matched.has(fingerprint.source.id));
}

function fingerprintsOf(articles: readonly Surveyed[]): Fingerprint[] {
  return articles.map(({ fingerprint }) => fingerprint);
}
