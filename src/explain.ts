import { contentAgain } from './articleAgain.ts';
import type { Config } from './config/config.ts';
import type { Progress } from './config/settings.ts';
import { inGroups, LEAST_TIMES } from './inGroups.ts';
import { explainPairs, type Matched, type Told } from './match/explainPairs.ts';
import { identicalEvidence } from './match/identicalPairs.ts';
import { linesAtHand } from './match/locate.ts';
import { matchedIds } from './match/matchedIds.ts';
import type { Subject } from './match/subject.ts';
import type { CorpusStats, Fingerprint, Source } from './model/article.ts';
import type { Detail, ExplainedMatch, Match, MatchWith, Relation } from './model/match.ts';
import type { Lent } from './store/keeping.ts';
import type { Surveyed } from './store/surveyed.ts';
import { placesIn } from './threads/comparing.ts';
import type { Crew } from './threads/crew.ts';

/**
 * The matches with what `config.detail` asks for. What takes the texts is told by them, read again; of identical articles
 * no more than their digest, and the lines of records by what is kept of them.
 *
 * @param articles all that may match
 * @param subjects those that may match by more than identity
 * @param lend what was kept of the subjects at some places, for other threads
 * @param keep a match with its evidence, as it is kept
 */
export async function explainMatches(
  matches: readonly Match[],
  articles: readonly Surveyed[],
  subjects: readonly Subject[],
  lend: (places: readonly number[]) => Lent,
  stats: CorpusStats,
  config: Config,
  crew: Crew,
  tell: (progress: Progress) => void,
  keep: (match: ExplainedMatch) => ExplainedMatch,
): Promise<readonly MatchWith[Detail][]> {
  const { detail } = config;
  if (detail === 'nothing') return matches;
  const matched = matchedIds(matches);
  const isMatched = ({ fingerprint }: { readonly fingerprint: Fingerprint }) => matched.has(fingerprint.source.id);
  const sources = new Map(
    articles.filter(isMatched).map(({ fingerprint: { source } }) => [source.id, source] as const),
  );
  const sourceOf = (id: string) => sources.get(id) as Source;
  const isSame = contentComparer(config);
  const explained = new Array<MatchWith[Detail]>(matches.length);
  const explainAt = (at: number, told: Told): void => {
    const match = matches[at] as Match;
    explained[at] = 'kind' in told ? keep({ ...match, evidence: told }) : { ...match, ...told };
  };

  const open: number[] = [];
  for (const [at, { a, b, relation }] of matches.entries()) {
    const told = await toldAtHand(detail, relation, sourceOf(a), sourceOf(b), isSame);
    if (told === null) open.push(at);
    else explainAt(at, told);
  }
  if (open.length === 0) return explained;
  const placeOf = new Map(
    subjects.flatMap((subject, place) => (isMatched(subject) ? [[idOf(subject), place] as const] : [])),
  );
  const pairs = open.map((at): Matched => {
    const { a, b, relation } = matches[at] as Match;
    return { a: placeOf.get(a) as number, b: placeOf.get(b) as number, relation };
  });
  const given = () => {
    const places = placesIn(pairs, subjects.length);
    return { places, lent: lend(places), stats };
  };
  const here = (group: readonly Matched[]) => explainPairs(group, subjects, detail);
  let done = 0;
  for await (const { places, made } of inGroups('explain', pairs, crew, LEAST_TIMES, given, here)) {
    for (const [i, told] of made.entries()) explainAt(open[places[i] as number] as number, told);
    done += made.length;
    tell({ stage: 'explain', done, total: pairs.length, unit: 'matches' });
  }
  return explained;
}

async function toldAtHand(
  detail: Detail,
  relation: Relation,
  a: Source,
  b: Source,
  isSame: (a: Source, b: Source) => Promise<boolean>,
): Promise<Told | null> {
  if (detail === 'lines') return linesAtHand(relation, a, b);
  return relation === 'identical' ? identicalEvidence(a, b, await isSame(a, b)) : null;
}

/** Whether two articles have the same content; reads one that is asked for several times in a row only once. */
function contentComparer(config: Config): (a: Source, b: Source) => Promise<boolean> {
  let last: Source | null = null;
  let content = '';
  return async (a, b) => {
    if (a !== last) content = await contentAgain(a, config);
    last = a;
    return content === (await contentAgain(b, config));
  };
}

function idOf({ fingerprint }: Subject): string {
  return fingerprint.source.id;
}
