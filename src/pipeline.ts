import { memoryUsage } from 'node:process';
import { completeSettings } from './config/completeSettings.ts';
import type { Config } from './config/config.ts';
import type { Settings } from './config/settings.ts';
import { explore } from './explore.ts';
import { countCorpus } from './fingerprint/corpusStats.ts';
import { pairUp } from './lsh/pairUp.ts';
import { clusterMatches } from './match/cluster.ts';
import { clusterId } from './match/clusterId.ts';
import { identicalPairs } from './match/identicalPairs.ts';
import { idleSuppressions } from './match/idle.ts';
import { judge } from './match/judge.ts';
import { knownPairs } from './match/known.ts';
import { type Subject, subjectsOf } from './match/subject.ts';
import { suppress } from './match/suppress.ts';
import type { Fingerprint, Match, Result } from './model.ts';
import { concerned, concernedPairs, requireSome, restrictionOf, scopeOf } from './scope.ts';
import { openKnownCopies } from './store/copiesFile.ts';
import { matchFolder } from './store/folding.ts';
import { type Keeping, openKeeping } from './store/keeping.ts';
import { openSettledPairs } from './store/settledPairs.ts';
import { openSurveyCache } from './store/surveyCache.ts';
import type { Surveyed } from './store/surveyed.ts';
import { printsOf, summarize } from './summarize.ts';
import { admit, articleAgain, isLong, surveyArticles, withoutRecurringLines, withTerms } from './survey.ts';
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
 *
 * Where the run is about some articles only (`changed`, `against`), the pairs without any of them are left out after 4.
 *
 * The same articles and settings give the same result, whatever the order of the paths.
 *
 * @throws UsageError if a setting is wrong, a path does not exist, or there is no article to compare at all
 */
export async function findDuplicates(paths: string | readonly string[], settings: Settings = {}): Promise<Result> {
  const today = settings.today ?? new Date().toISOString().slice(0, 'yyyy-mm-dd'.length);
  const config = completeSettings({ ...settings, today }, process.cwd());
  const hasRoom = () => memoryUsage.rss() < config.maxMemory * KEPT_SHARE;
  const keeping = openKeeping(hasRoom);
  const { openCrew } = await import('./threads/crew.ts');
  const crew = openCrew(config);
  try {
    return await findAmong([paths].flat(), settings, config, keeping, matchFolder(hasRoom), crew);
  } finally {
    await crew.end();
    keeping.close();
  }
}

/** What is kept as it is may fill so much of the memory; searching, and what is kept in less room, take the rest. */
const KEPT_SHARE = 0.5;

async function findAmong(
  given: readonly string[],
  settings: Settings,
  config: Config,
  keeping: Keeping,
  keepMatch: (match: Match) => Match,
  crew: Crew,
): Promise<Result> {
  const tell = settings.onProgress ?? (() => {});
  const restriction = await restrictionOf(given, settings, config);
  const sources = restriction.isNothing ? [] : [...given, ...config.against];

  const cache = restriction.isNothing ? null : openSurveyCache(config);
  const { surveyed, skipped } = await surveyArticles(sources, config, cache, keeping, crew, tell);
  const counted = countCorpus(await withTerms(surveyed.filter(isLong(config)), config));
  settings.onStats?.(counted);
  const stats = settings.stats ?? counted;
  const { articles, emptied } = await withoutRecurringLines(surveyed, stats, config, cache, keeping);
  cache?.close();
  tell({ stage: 'fingerprint', done: articles.length, unit: 'articles' });

  const long = articles.filter(isLong(config));
  const subjects = subjectsOf(long, stats, (source) => articleAgain(source, stats.recurringLines, config));
  const { pairs: candidates, guarantee } = pairUp(subjects, counted, config.match, tell, openKnownCopies(config));
  const pairs = concernedPairs(candidates, subjects, articles, restriction);

  const identical = identicalPairs(articles, config.match);
  const settled = openSettledPairs(config, fingerprintsOf(long), stats);
  const lend = (places: readonly number[]) => keeping.lend(places.map((place) => long[place] as Surveyed));
  const verified = await verify(pairs, subjects, lend, stats, settled, config, crew, tell, keepMatch);
  const matches = [...identical, ...verified];
  settled?.close();

  const { admitted, refused } = admit(articles, matches, config);
  const left = [...skipped, ...emptied, ...refused];
  requireSome(admitted, left, restriction);
  const fingerprints = fingerprintsOf(articles);
  const known = knownPairs(fingerprints, config.suppress);
  const byId = new Map(subjects.map((subject) => [subject.fingerprint.source.id, subject]));
  const sifted = await suppress(matches, fingerprints, known, async (a, b) => {
    return (await judge(byId.get(a) as Subject, byId.get(b) as Subject, config.match)).match;
  });
  const isConcerned = concerned(articles, restriction);
  const reported = sifted.matches.filter(({ a, b }) => isConcerned(a, b));
  const suppressed = sifted.suppressed.filter(({ a, b }) => isConcerned(a, b));
  const leads = ({ source }: Fingerprint): boolean => restriction.holds(source);
  const clustered = clusterMatches(fingerprintsOf(admitted), reported, clusterId, leads);
  const idle = restriction.isWhole
    ? idleSuppressions(known, sifted.used, matches, fingerprints, config.match.relations)
    : [];
  const found = { ...clustered, suppressed, idle };
  // Of all matches: an accepted article of the archive must not seem gone, and a further copy of it to be it.
  const prints = printsOf(surveyed, sifted.matches);
  const result = {
    ...summarize(articles, admitted, found, left, prints, guarantee, config),
    ...scopeOf(restriction, articles, left),
  };
  if (!config.explore) return result;
  const exploration = await explore(result.matches, pairs, subjects, admitted, stats, config, isConcerned, tell);
  const scores = exploration.scores.filter(({ a, b }) => known.between(a, b) === null);
  return { ...result, exploration: { ...exploration, scores } };
}

function fingerprintsOf(articles: readonly Surveyed[]): Fingerprint[] {
  return articles.map(({ fingerprint }) => fingerprint);
}
