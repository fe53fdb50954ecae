import { createHash } from 'node:crypto';
import type { Comparison, Match, Relation, Result, Skip } from '../model.ts';
import { orient } from './orient.ts';

/** What a finding is called in reports for programs that show findings: a relation, or a template group's siblings. */
export type Rule = Relation | 'template';

/** An article that should be looked at because of another one. */
export interface Finding {
  readonly rule: Rule;
  /** The match as seen from the article to look at: that one is `a`. */
  readonly match: Match;
  /** The same for the same two articles in every run, whatever their lines and their relation; hex. */
  readonly fingerprint: string;
}

/** What such a report shows of a run, or of a comparison. */
export interface Found {
  /** By the article to look at, then by the other. */
  readonly findings: readonly Finding[];
  readonly skipped: readonly Skip[];
  /** Articles compared. */
  readonly articles: number;
}

/**
 * The findings of a run: each matched pair once, at the newer article. Two members of a cluster that both match its
 * representative are left out: each of them is pointed at already.
 */
export function findingsIn({ matches, clusters, skipped, summary }: Result): Found {
  const stands = new Map(
    clusters.flatMap(({ representative, members }) => members.map((m) => [m.path, representative])),
  );
  const representatives = new Set(clusters.map(({ representative }) => representative));
  const linked = new Set(matches.flatMap(({ a, b }) => [pairKey(a, b), pairKey(b, a)]));
  const isLinked = (member: string): boolean => linked.has(pairKey(member, stands.get(member) as string));
  const findings = matches
    .filter(({ a, b }) => !(stands.has(a) && stands.get(a) === stands.get(b) && isLinked(a) && isLinked(b)))
    .map((match) => findingOf(orient(match, newerOf(match, representatives))));
  return { findings: findings.sort(byPlace), skipped, articles: summary.articles };
}

/** The finding of a comparison, at the second article, or none. */
export function findingsOfPair({ match }: Comparison): Found {
  return { findings: match === null ? [] : [findingOf(orient(match, match.b))], skipped: [], articles: 2 };
}

/**
 * Which of two articles to look at: of an excerpt the one that the other holds; else the one that does not stand for its
 * cluster; else the later by path.
 */
function newerOf({ a, b, evidence }: Match, representatives: ReadonlySet<string>): string {
  if (evidence.kind === 'excerpt') return evidence.holder === 'a' ? b : a;
  return representatives.has(b) && !representatives.has(a) ? a : b;
}

function findingOf(match: Match): Finding {
  const fingerprint = fingerprintOf([match.a, match.b].sort());
  return { rule: match.template ? 'template' : match.relation, match, fingerprint };
}

/** 128 bits of a digest of these names, hex: what tools know a finding by from one run to the next. */
export function fingerprintOf(names: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(names)).digest('hex').slice(0, 32);
}

function byPlace(x: Finding, y: Finding): number {
  const [p, q] = [pairKey(x.match.a, x.match.b), pairKey(y.match.a, y.match.b)];
  return p < q ? -1 : p > q ? 1 : 0;
}

function pairKey(a: string, b: string): string {
  return `${a}\n${b}`;
}
