import { memoryUsage } from 'node:process';
import { admit, isLong } from './admit.ts';
import { articleAgain, writtenAgain } from './articleAgain.ts';
import { completeSettings } from './config/completeSettings.ts';
import type { Config } from './config/config.ts';
import type { DetailedSettings } from './config/settings.ts';
import { readCorpus } from './corpus.ts';
import { explainMatches } from './explain.ts';
import { pairUp } from './lsh/pairUp.ts';
import { identicalPairs } from './match/identicalPairs.ts';
import { subjectsOf } from './match/subject.ts';
import type { Detail, ExplainedMatch, MatchWith } from './model/match.ts';
import type { Result } from './model/result.ts';
import { concernedPairs, requireSome, restrictionOf, scopeOf } from './scope.ts';
import { settle } from './settle.ts';
import { openKnownCopies } from './store/copiesFile.ts';
import { matchFolder } from './store/folding.ts';
import { type Keeping, openKeeping } from './store/keeping.ts';
import { openSettledPairs } from './store/settledPairs.ts';
import type { Surveyed } from './store/surveyed.ts';
import { printsOf, summarize } from './summarize.ts';
import type { Crew } from './threads/crew.ts';
import { verify } from './verify.ts';

/**
 * Finds the repeated articles under `paths` (files, folders and globs).
 *
 * 1. Collect the files that may hold articles, in path order.
 * 2. Extract each one's prose and words, with their place in the source; leave out what is no article, and say why.
 * 3. Fingerprint each article: digest, shingles, anchors, terms; count the folder's terms and its recurring lines.
 * 4. Pair the articles whose fingerprints meet: the only pairs compared.
 * 5. Verify each pair on the texts themselves: identical, near-copy, excerpt, rewrite, or nothing.
 * 6. Take out the matches that are known: the articles or the config say so.
 * 7. Cluster the others so that every member is a verified match of its representative.
 * 8. Explain them: what shows each match, or as much of it as was asked for.
 *
 * Where the run is about some articles only (`changed`, `against`), the pairs without any of them are left out after 4.
 *
 * The same articles and settings give the same result, whatever the order of the paths.
 *
 * @throws UsageError if a setting is wrong, a path does not exist, or there is no article to compare at all
 */
export async function findDuplicates<D extends Detail = 'evidence'>(
  paths: string | readonly string[],
  settings: DetailedSettings<D> = {},
): Promise<Result<MatchWith[D]>> {
  const today = settings.today ?? new Date().toISOString().slice(0, 'yyyy-mm-dd'.length);
  const config = completeSettings({ ...settings, today }, process.cwd());
  const hasRoom = () => memoryUsage.rss() < config.maxMemory * KEPT_SHARE;
  const keeping = openKeeping();
  // An entry of the build, as the threads' own program is: imported otherwise, it would be in a chunk elsewhere.
  const { openCrew } = await import('./threads/crew.ts');
  const crew = openCrew(config);
  try {
    const found = await findAmong([paths].flat(), settings, config, keeping, matchFolder(hasRoom), crew);
    return found as Result<MatchWith[D]>;
  } finally {
    await crew.end();
    keeping.close();
  }
}

/** What is kept as it is may fill so much of the memory; searching, and what is kept in less room, take the rest. */
const KEPT_SHARE = 0.5;

async function findAmong(
  given: readonly string[],
  settings: DetailedSettings,
  config: Config,
  keeping: Keeping,
  keepMatch: (match: ExplainedMatch) => ExplainedMatch,
  crew: Crew,
): Promise<Result<MatchWith[Detail]>> {
  const tell = settings.onProgress ?? (() => {});
  const restriction = await restrictionOf(given, settings, config);
  const paths = restriction.isNothing ? [] : [...given, ...config.against];
  const { surveyed, articles, skipped, counted, stats } = await readCorpus(paths, settings, config, keeping, crew);

  const long = articles.filter(isLong(config));
  const subjects = await subjectsOf(
    long,
    stats,
    (source) => articleAgain(source, stats.recurringLines, config),
    (source) => writtenAgain(source, stats.recurringLines, config),
  );
  const { pairs: candidates, guarantee } = pairUp(subjects, counted, config.match, tell, openKnownCopies(config));
  const pairs = concernedPairs(candidates, subjects, articles, restriction);

  const unlike = await openSettledPairs(
    config,
    subjects.map(({ fingerprint }) => fingerprint),
    stats,
  );
  const lend = (places: readonly number[]) => keeping.lend(places.map((place) => long[place] as Surveyed));
  const verified = await verify(pairs, subjects, lend, stats, unlike, config, crew, tell);
  unlike?.close();
  const matches = [...identicalPairs(articles, config.match), ...verified];

  const { admitted, refused } = admit(articles, matches, config);
  const left = [...skipped, ...refused];
  requireSome(admitted, left, restriction);

  const settled = await settle(matches, articles, admitted, subjects, restriction, config);
  tell({ stage: 'cluster', done: settled.matches.length, found: settled.clusters.length, unit: 'matches' });
  const reported = await explainMatches(
    settled.matches,
    articles,
    subjects,
    lend,
    stats,
    config,
    crew,
    tell,
    keepMatch,
  );
  const result = {
    // Prints of all open matches: an accepted article of the archive must not seem gone, and a further copy of it to be it.
    ...summarize(
      articles,
      admitted,
      { ...settled, matches: reported },
      left,
      printsOf(surveyed, settled.open),
      guarantee,
      config,
    ),
    ...scopeOf(restriction, articles, left),
  };
  if (!config.explore) return result;
  const { explore } = await import('./explore.ts');
  const exploration = await explore(result.matches, pairs, subjects, admitted, stats, config, settled.isOpen, tell);
  return { ...result, exploration };
}
