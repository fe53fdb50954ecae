import type { Fingerprint, Source } from '../model/article.ts';
import type { IdleSuppression, Match, Relation, Suppression } from '../model/match.ts';
import { groupsOf } from './apart.ts';
import type { Known } from './known.ts';

/** All relations: where not all are looked for, nobody can tell that two articles do not match. */
const ALL = 4;

/**
 * The suppressions that hide nothing: those of the articles, then those of the config. One that was not needed because
 * another one hid the same is not idle: its articles match.
 *
 * @param matches all that were verified, suppressed ones too; identical articles as stars around their first
 * @param used those that hid something
 */
export function idleSuppressions(
  known: Known,
  used: ReadonlySet<Suppression>,
  matches: readonly Match[],
  articles: readonly Fingerprint[],
  relations: readonly Relation[],
): IdleSuppression[] {
  if (known.rules.length === 0 && known.declarations.length === 0) return [];
  const sources = new Map(articles.map(({ source }) => [source.id, source]));
  const groups = groupsOf(matches);
  const firstOf = new Map([...groups].flatMap(([first, group]) => group.map((id) => [id, first] as const)));
  const first = (id: string): string => firstOf.get(id) ?? id;
  const matched = new Set(matches.map(({ a, b }) => keyOf(first(a), first(b))));
  const isMatched = (a: string, b: string): boolean => a !== b && matched.has(keyOf(first(a), first(b)));
  const members = (id: string): Source[] => (groups.get(id) ?? [id]).map((each) => sources.get(each) as Source);
  const hidesNothing = (suppression: Suppression, isNamed: boolean, doMatch: () => boolean): IdleSuppression[] => {
    if (used.has(suppression)) return [];
    if (!isNamed) return [{ suppression, cause: 'no-article' }];
    return relations.length < ALL || doMatch() ? [] : [{ suppression, cause: 'no-match' }];
  };

  const ofArticles = known.declarations.flatMap(({ article, suppression, originals }) =>
    hidesNothing(suppression, originals.length > 0, () => originals.some((original) => isMatched(article, original))),
  );
  const ofConfig = known.rules.flatMap(({ suppression, isExpired, hasArticles, namesAmong }): IdleSuppression[] => {
    if (isExpired) return [{ suppression, cause: 'expired' }];
    return hidesNothing(suppression, hasArticles([...sources.values()]), () =>
      matches.some(({ a, b }) => namesAmong(members(first(a)), members(first(b)))),
    );
  });
  return [...ofArticles, ...ofConfig];
}

function keyOf(a: string, b: string): string {
  return a < b ? `${a}\n${b}` : `${b}\n${a}`;
}
